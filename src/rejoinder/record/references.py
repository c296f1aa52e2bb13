"""Whether the rows of a record that name one another are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from rejoinder.record.codec import unpack
from rejoinder.record.derived import the_account
from rejoinder.record.fault import Fault
from rejoinder.record.judgements import all_judgements
from rejoinder.record.passages import document_passage, reading_passages
from rejoinder.record.row_ids import account_row_id
from rejoinder.record.schema import ACCOUNT_TABLES, passages, readings
from rejoinder.types.account import Account
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction, Move, Statement
from rejoinder.types.span import Span


def reading_faults(connection: sa.Connection, document: Document) -> Iterator[Fault]:
    """Readings that do not fit their document, and passages that the search would not find as they are."""
    read = connection.execute(
        sa.select(readings.c.reader, readings.c.extraction).where(readings.c.document_id == document.id)
    )
    extractions = {reader: unpack(packed, Extraction) for reader, packed in read}
    for extraction in extractions.values():
        yield from _extraction_faults(document.id, len(document.text), extraction)
    yield from _index_faults(connection, document, extractions)


def _extraction_faults(document_id: str, length: int, extraction: Extraction) -> Iterator[Fault]:
    def fault(row_id: str, code: Any, message: str) -> Fault:
        return Fault(table="readings", id=row_id, code=code, message=message)

    rows: tuple[Statement | Move, ...] = (*extraction.statements, *extraction.moves)
    if {extraction.document_id, *(row.document_id for row in rows)} != {document_id}:
        yield fault(document_id, "misplaced", "A reading of another document is kept as its own.")
    for row_id, count in sorted(Counter(row.id for row in rows).items()):
        if count > 1:
            yield fault(row_id, "duplicate", f"{count} statements or moves have this id.")
    statements = {statement.id for statement in extraction.statements}
    for statement in extraction.statements:
        if {statement.inside, statement.continues} - {None} - statements:
            yield fault(statement.id, "dangling", "It names a statement that its document does not have.")
        if _beyond(length, *statement.content, statement.cue, statement.source, *(hop.span for hop in statement.chain)):
            yield fault(statement.id, "misplaced", "It ends beyond the text of its document.")
    for move in extraction.moves:
        if move.statement_id is not None and move.statement_id not in statements:
            yield fault(move.id, "dangling", "It names a statement that its document does not have.")
        if _beyond(length, move.trigger, move.anchor):
            yield fault(move.id, "misplaced", "It ends beyond the text of its document.")


def _beyond(length: int, *spans: Span | None) -> bool:
    return any(span is not None and span.end > length for span in spans)


def _index_faults(
    connection: sa.Connection, document: Document, extractions: Mapping[str, Extraction]
) -> Iterator[Fault]:
    query = sa.select(*(column for column in passages.columns if column.name != "n"))
    found = [dict(row) for row in connection.execute(query.where(passages.c.document_id == document.id)).mappings()]
    expected = [document_passage(document)]
    reader = next((row["reader"] for row in found if row["reader"]), "")
    if reader in extractions:
        expected += reading_passages(document.text, reader, extractions[reader])
    elif any(extraction.statements or extraction.moves for extraction in extractions.values()):
        message = "Its statements and moves are not in the search index."
        yield Fault(table="passages", id=document.id, code="outdated", message=message)
    if sorted(map(repr, found)) != sorted(map(repr, expected)):
        message = "The search index is not made from this text."
        yield Fault(table="passages", id=document.id, code="changed", message=message)


def account_faults(connection: sa.Connection) -> Iterator[Fault]:
    """Rows of the account that name rows which are not there."""
    account = the_account(connection)
    if account is None:
        return
    for table in ACCOUNT_TABLES:
        ids = Counter(account_row_id(row) for row in getattr(account, table))
        for row_id, count in sorted(ids.items()):
            if count > 1:
                yield Fault(table=table, id=row_id, code="duplicate", message=f"{count} rows have this id.")
    read = {*connection.scalars(sa.select(passages.c.id))}
    known = {name: {account_row_id(row) for row in getattr(account, name)} for name in ACCOUNT_TABLES}
    for table, row_id, of, names in _references(account):
        rows = read if of == "moves" else known[of]
        if missing := sorted({*names} - rows):
            code: Any = "outdated" if of == "moves" else "dangling"
            message = f"It names {', '.join(missing[:3])}, which the record does not have."
            yield Fault(table=table, id=row_id, code=code, message=message)


def _references(account: Account) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Table and id of a row, the table it refers to (`moves` for anything read), and the ids by which it does."""
    for event in account.events:
        yield "events", event.id, "moves", event.moves
    for answer in account.answers:
        yield "answers", answer.id, "events", (answer.answer, answer.to)
        yield "answers", answer.id, "moves", answer.evidence
    for exchange in account.exchanges:
        yield "exchanges", exchange.id, "events", (exchange.offer,)
    for dispute in account.disputes:
        yield "disputes", dispute.id, "moves", [row for side in dispute.sides for row in side.evidence]
    for position in account.positions:
        yield "positions", account_row_id(position), "events", (position.event,)
        yield "positions", account_row_id(position), "moves", (position.move,)
    for line in account.coverage:
        yield "coverage", account_row_id(line), "events", (line.event,)


def judgement_faults(connection: sa.Connection) -> Iterator[Fault]:
    """Judgements that withdraw one that is not there, or are about rows that are no longer made."""
    judgements = all_judgements(connection)
    made = {judgement.id for judgement in judgements}
    account = the_account(connection)
    derived = [account_row_id(row) for name in ACCOUNT_TABLES for row in getattr(account, name)] if account else []
    known = {*connection.scalars(sa.select(passages.c.id)), *derived, *made}
    for judgement in judgements:
        if judgement.withdraws is not None and judgement.withdraws not in made:
            message = f"It withdraws {judgement.withdraws}, which is not there."
            yield Fault(table="judgements", id=judgement.id, code="dangling", message=message)
        if missing := sorted({*judgement.subjects} - known):
            message = f"It is about {', '.join(missing[:3])}, which the record no longer has."
            yield Fault(table="judgements", id=judgement.id, code="outdated", message=message)
