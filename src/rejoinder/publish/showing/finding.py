"""From what a user types to a row: an id, its beginning, or the name of a file."""

from __future__ import annotations

from rejoinder.errors import UsageError
from rejoinder.record.material import Material
from rejoinder.record.reader import RecordReader
from rejoinder.record.search import SHORTEST_PREFIX, Found, RowKind

_TABLES: tuple[tuple[str, RowKind], ...] = (
    ("exchanges", "exchange"),
    ("events", "event"),
    ("answers", "answer"),
    ("disputes", "dispute"),
    ("parties", "party"),
    ("issues", "issue"),
)
_OF_ACCOUNT = frozenset(kind for _table, kind in _TABLES)


def find(record: RecordReader, material: Material, typed: str) -> Found:
    """The row that is meant: of the account in `material` first, else of the record. A side of a dispute (`.1`) is
    found by its dispute. UsageError where there is none, or several."""
    wanted = typed.strip()
    if wanted.startswith("dispute-"):
        wanted = wanted.partition(".")[0]
    found = _in_account(material, wanted)
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:5])
        raise UsageError(f"Several rows have ids beginning with {typed!r}.", advice=f"Give more of it: {ids}.")
    return _on_its_days(_in_record(record, typed, wanted), material, typed)


def _in_record(record: RecordReader, typed: str, wanted: str) -> Found:
    try:
        return record.find(wanted)
    except UsageError as unknown:
        try:
            document = record.document(typed)
        except UsageError:
            called = [one.id for one in record.documents() if one.name == typed or one.name.endswith(f"/{typed}")]
            if len(called) > 1:
                ids = ", ".join(called[:5])
                raise UsageError(f"Several documents are called {typed}.", advice=f"Give an id: {ids}.") from None
            advice = f"{unknown.advice} An id from a view of another day is found with the same --as-of and --known-at."
            raise UsageError(unknown.message, advice=advice.strip()) from None
        return Found(id=document.id, kind="document", row=document, document_id=document.id)


def _on_its_days(found: Found, material: Material, typed: str) -> Found:
    """The row, if the account of the days asked for has it. UsageError where it has not: nothing is said of it then."""
    if material.known_at is None and material.account.as_of is None:
        return found
    if found.document_id in material.documents and found.kind not in _OF_ACCOUNT:
        return found
    raise UsageError(
        f"{typed} is not in the account of these days.",
        advice="It was published, or happened, later: choose a later --as-of or --known-at, or leave them out.",
    )


def _in_account(material: Material, prefix: str) -> list[Found]:
    if len(prefix) < SHORTEST_PREFIX:
        return []
    rows = ((row, kind) for table, kind in _TABLES for row in getattr(material.account, table))
    found = [Found(id=row.id, kind=kind, row=row, document_id=None) for row, kind in rows if row.id.startswith(prefix)]
    return [one for one in found if one.id == prefix] or found
