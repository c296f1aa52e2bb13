"""Whether everything in a record is as it was put there, and whether its rows fit together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import sqlalchemy as sa

from rejoinder.errors import RecordError
from rejoinder.record.documents import as_document
from rejoinder.record.fault import Fault
from rejoinder.record.references import account_faults, judgement_faults, reading_faults
from rejoinder.record.schema import SEALED, documents
from rejoinder.record.seals import seal
from rejoinder.types.document import Document

_CHANGED = "It is not what was stored."
_NUMBER = sa.literal_column("rowid", sa.Integer).label("row number")
_NO_ROW = (sa.exc.DBAPIError, RecordError, UnicodeError, ValueError, TypeError)


def verify(connection: sa.Connection) -> tuple[Fault, ...]:
    """Everything wrong with the record, damage first, sorted; nothing where all is well."""
    faults = {*_file_faults(connection)}
    for table in SEALED:
        faults |= {*_seal_faults(connection, table)}
    faults |= {*_document_faults(connection)}
    for find_faults in (account_faults, judgement_faults):
        try:
            faults |= {*find_faults(connection)}
        except _NO_ROW as error:  # the damaged row itself has been named by its seal
            subject = find_faults.__name__.removesuffix("_faults")
            faults.add(Fault(table=subject, id="", code="unreadable", message=f"References cannot be checked: {error}"))
    return tuple(sorted(faults))


def _file_faults(connection: sa.Connection) -> Iterator[Fault]:
    try:
        for (message,) in connection.execute(sa.text("PRAGMA integrity_check(100)")):
            if message != "ok":
                yield Fault(table="", id="", code="file-damaged", message=message)
        for table, row, parent, _ in connection.execute(sa.text("PRAGMA foreign_key_check")):
            yield Fault(
                table=table, id=str(row), code="dangling", message=f"It belongs to a row of {parent} that is missing."
            )
    except sa.exc.DBAPIError as error:
        yield Fault(table="", id="", code="file-damaged", message=str(error.orig))


def _seal_faults(connection: sa.Connection, table: sa.Table) -> Iterator[Fault]:
    """Rows changed since they were stored. Where one cannot be read, each is read by itself, and it hides no other."""
    try:
        rows = connection.execute(sa.select(_NUMBER, table).order_by(_NUMBER)).mappings()
        changed = [_label(row) for row in rows if not _holds(row)]
    except _NO_ROW:
        yield from _seal_faults_one_by_one(connection, table)
    else:
        for label in changed:
            yield Fault(table=table.name, id=label, code="changed", message=_CHANGED)


def _seal_faults_one_by_one(connection: sa.Connection, table: sa.Table) -> Iterator[Fault]:
    try:
        numbers = connection.scalars(sa.select(_NUMBER).select_from(table).order_by(_NUMBER)).all()
    except sa.exc.DBAPIError as error:
        yield Fault(table=table.name, id="", code="unreadable", message=str(error.orig))
        return
    query = sa.select(_NUMBER, table).where(_NUMBER.element == sa.bindparam("at"))
    for number in numbers:
        try:
            row = connection.execute(query, {"at": number}).mappings().one()
        except _NO_ROW as error:
            yield Fault(table=table.name, id=f"row {number}", code="unreadable", message=_first_line(error))
            continue
        if not _holds(row):
            yield Fault(table=table.name, id=_label(row), code="changed", message=_CHANGED)


def _holds(row: sa.RowMapping) -> bool:
    """Whether the row is what was sealed."""
    return seal({name: value for name, value in row.items() if name != _NUMBER.name}) == str(row["seal"])


def _label(row: sa.RowMapping) -> str:
    """What a row is called: its id, or that of its document, or its source."""
    return next(str(row[name]) for name in ("id", "document_id", "source") if name in row)


def _document_faults(connection: sa.Connection) -> Iterator[Fault]:
    ids = connection.scalars(sa.select(documents.c.id).order_by(documents.c.id)).all()
    for document_id in ids:
        try:
            row = connection.execute(sa.select(documents).where(documents.c.id == document_id)).mappings().one()
            document = as_document(row)
            yield from _text_faults(document, row["source"], row["sha256"])
            yield from reading_faults(connection, document)
        except _NO_ROW as error:
            message = f"It or a reading of it cannot be read: {_first_line(error)}"
            yield Fault(table="documents", id=document_id, code="unreadable", message=message)


def _text_faults(document: Document, source: bytes, sha256: str) -> Iterator[Fault]:
    if hashlib.sha256(source).hexdigest() != sha256:
        message = "The bytes of its source are not those that were given."
        yield Fault(table="documents", id=document.id, code="changed", message=message)
    if document.offsets.raw_length != len(document.raw):
        message = "Its way back to the source is made for another text."
        yield Fault(table="documents", id=document.id, code="misplaced", message=message)
    if any(zone.span.end > len(document.text) for zone in document.zones):
        message = "A zone ends beyond its text."
        yield Fault(table="documents", id=document.id, code="misplaced", message=message)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
