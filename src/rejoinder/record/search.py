"""Search over documents, statements and moves, and rows by their ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from rejoinder.errors import UsageError
from rejoinder.record.derived import as_value, one_extraction
from rejoinder.record.documents import one_document
from rejoinder.record.judgements import as_judgement
from rejoinder.record.query import full_text_query
from rejoinder.record.schema import ACCOUNT_ROWS, ACCOUNT_TABLES, Words, documents, judgements, passages
from rejoinder.record.search_days import seen
from rejoinder.record.search_parties import SearchedParties
from rejoinder.sayings import Saying

PassageKind = Literal["document", "statement", "move"]
RowKind = Literal[
    "document", "statement", "move", "party", "issue", "event", "answer", "exchange", "dispute", "judgement"
]
SHORTEST_PREFIX = 4
_EXCERPT_TOKENS = 32
_SINGULAR: dict[str, RowKind] = {
    "parties": "party",
    "issues": "issue",
    "events": "event",
    "answers": "answer",
    "exchanges": "exchange",
    "disputes": "dispute",
}
_SEARCHED = sa.table("searched", sa.column("rowid"), sa.column("searched"), sa.column("rank"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found: its id and kind, its document, and some words around what was sought."""

    id: str
    kind: PassageKind
    document_id: str
    document: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The row of an id: a Document, Statement or Move (then `document_id` is set), Judgement or row of the account."""

    id: str
    kind: RowKind
    row: Any
    document_id: str | None


def search(
    connection: sa.Connection,
    typed: str,
    kind: PassageKind | None = None,
    *,
    as_of: dt.date | None = None,
    known_at: dt.date | None = None,
) -> tuple[Hit, ...]:
    """The passages with what was typed, the best first, all of them: without what was published later than either day,
    and what happened later than `as_of`. UsageError for a query that cannot be read, and for a party that the record
    does not have."""
    called = SearchedParties(connection)
    column, days = _SEARCHED.c.searched, {"as_of": as_of, "known_at": known_at}
    query = (
        sa.select(
            passages.c.id,
            passages.c.kind,
            passages.c.document_id,
            documents.c.name,
            sa.func.snippet(column, 0, "", "", "…", _EXCERPT_TOKENS, type_=sa.Text).label("excerpt"),
        )
        .select_from(
            _SEARCHED.join(passages, passages.c.n == _SEARCHED.c.rowid).join(
                documents, documents.c.id == passages.c.document_id
            )
        )
        .where(column.op("MATCH")(sa.bindparam("typed", full_text_query(typed, called), type_=sa.Text)))
        .where(
            sa.text(seen("passages", "documents")).bindparams(
                **{name: day and day.isoformat() for name, day in days.items()}
            )
        )
        .order_by(_SEARCHED.c.rank, passages.c.kind, passages.c.id)
    )
    if kind is not None:
        query = query.where(passages.c.kind == kind)
    try:
        rows = connection.execute(query).all()
    except sa.exc.OperationalError as error:
        if "fts5" not in str(error.orig):
            raise
        raise UsageError(Saying.SEARCH_UNREADABLE.of(), advice=Saying.WORDS_IN_QUOTATION_MARKS.of()) from error
    if not rows:
        called.refuse_unknown()
    return tuple(
        Hit(id=r.id, kind=r.kind, document_id=r.document_id, document=r.name, excerpt=" ".join(r.excerpt.split()))
        for r in rows
    )


def find(connection: sa.Connection, id_prefix: str) -> Found:
    """The row whose id is `id_prefix` or alone begins with it. UsageError where none does, or several do."""
    if len(id_prefix) < SHORTEST_PREFIX:
        raise UsageError(
            f"{id_prefix!r} is too short for an id.", advice=f"Give at least {SHORTEST_PREFIX} characters of it."
        )
    candidates = _candidates(connection, id_prefix)
    exact = [each for each in candidates if each[0] == id_prefix]
    if not candidates:
        raise UsageError(f"The record has no row {id_prefix!r}.", advice="Ids are shown beside every row.")
    if len(exact or candidates) > 1:
        shown = ", ".join(row_id for row_id, _, _ in candidates[:5])
        raise UsageError(f"Several rows have ids beginning with {id_prefix!r}.", advice=f"Give more of it: {shown} ...")
    row_id, kind, place = (exact or candidates)[0]
    if kind in ("document", "statement", "move"):
        document_id, row = _passage_row(connection, row_id, kind)
        return Found(id=row_id, kind=kind, row=row, document_id=document_id)
    return Found(id=row_id, kind=kind, row=_plain_row(connection, row_id, place), document_id=None)


def _candidates(connection: sa.Connection, prefix: str) -> list[tuple[str, RowKind, str]]:
    """Id, kind and table of each row whose id begins so, by id."""
    found: list[tuple[str, RowKind, str]] = []
    for row_id, kind in connection.execute(_begins(passages, prefix, passages.c.kind)):
        found.append((row_id, kind, "passages"))
    for name, kind in _SINGULAR.items():
        found += [(row_id, kind, name) for (row_id,) in connection.execute(_begins(ACCOUNT_TABLES[name], prefix))]
    found += [(row_id, "judgement", "judgements") for (row_id,) in connection.execute(_begins(judgements, prefix))]
    return sorted(set(found))


def _begins(table: sa.Table, prefix: str, *more: sa.Column[Any]) -> sa.Select[Any]:
    low = sa.bindparam("low", prefix, type_=Words)
    high = sa.bindparam("high", prefix + "\U0010ffff", type_=Words)
    return sa.select(table.c.id, *more).where(table.c.id >= low, table.c.id < high)


def _passage_row(connection: sa.Connection, row_id: str, kind: str) -> tuple[str, Any]:
    query = sa.select(passages.c.document_id, passages.c.reader)
    at = connection.execute(query.where(passages.c.id == row_id, passages.c.kind == kind)).first()
    assert at is not None
    if kind == "document":
        return at.document_id, one_document(connection, row_id)
    extraction = one_extraction(connection, at.document_id, at.reader)
    assert extraction is not None
    rows: tuple[Any, ...] = extraction.statements if kind == "statement" else extraction.moves
    return at.document_id, next(row for row in rows if row.id == row_id)


def _plain_row(connection: sa.Connection, row_id: str, place: str) -> Any:
    if place == "judgements":
        row = connection.execute(sa.select(judgements).where(judgements.c.id == row_id)).mappings().one()
        return as_judgement(row)
    table = ACCOUNT_TABLES[place]
    row = connection.execute(sa.select(table).where(table.c.id == row_id)).mappings().one()
    return as_value(table, ACCOUNT_ROWS[place], row)
