"""Documents as rows: added once, never changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from typing import Any

import sqlalchemy as sa

from rejoinder.errors import RecordError, UsageError
from rejoinder.record.codec import pack, unpack
from rejoinder.record.known_from import readable
from rejoinder.record.passages import index_document
from rejoinder.record.schema import documents, readings
from rejoinder.record.seals import sealed
from rejoinder.types.document import Document, Metadata, Problem, Zone
from rejoinder.types.span import OffsetMap

_READ = [column for column in documents.columns if column.name not in ("source", "seal")]
_NAMED = (documents.c.name, documents.c.id)


def add_document(connection: sa.Connection, document: Document, source: bytes, read_at: dt.datetime) -> bool:
    """Whether it was new. One that is there already stays as it was first read, whatever its file is called now."""
    sha256 = hashlib.sha256(source).hexdigest()
    there = connection.scalar(sa.select(documents.c.sha256).where(documents.c.id == document.id))
    if there == sha256:
        return False
    if there is not None:
        raise RecordError(
            f"{document.name} and a document of the record have different contents but one id, {document.id}.",
            advice="Keep it in a record of its own.",
        )
    published = document.metadata.published
    values = {
        "id": document.id,
        "name": document.name,
        "media": document.media,
        "source": source,
        "raw": document.raw,
        "text": document.text,
        "zones": pack(document.zones, tuple[Zone, ...]),
        "offsets": pack(document.offsets, OffsetMap),
        "metadata": pack(document.metadata, Metadata),
        "problems": pack(document.problems, tuple[Problem, ...]),
        "published": published.first.isoformat() if published else None,
        "first_read_at": _utc(read_at),
        "sha256": sha256,
    }
    connection.execute(sa.insert(documents), [sealed(documents, values)])
    index_document(connection, document)
    return True


def all_documents(connection: sa.Connection, known_at: dt.date | None = None) -> tuple[Document, ...]:
    """The documents by name and id; with `known_at` those that could be read on that day. One of unknown publication
    stays."""
    query = sa.select(*_READ).order_by(*_NAMED)
    if known_at is not None:
        query = query.where(sa.text(readable("documents", "day")).bindparams(day=known_at.isoformat()))
    return tuple(as_document(row) for row in connection.execute(query).mappings())


def unread(connection: sa.Connection, reader: str) -> tuple[Document, ...]:
    """The documents that this reader has not read, by name and id."""
    read = sa.select(readings.c.document_id).where(readings.c.reader == reader)
    query = sa.select(*_READ).where(documents.c.id.not_in(read)).order_by(*_NAMED)
    return tuple(as_document(row) for row in connection.execute(query).mappings())


def ids_by_name(connection: sa.Connection) -> dict[str, tuple[str, ...]]:
    """The ids of the documents that came in under each name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, row_id in connection.execute(sa.select(documents.c.name, documents.c.id).order_by(*_NAMED)):
        found[name] = (*found.get(name, ()), row_id)
    return found


def metadata_of(connection: sa.Connection, document_id: str) -> Metadata:
    """What is known of where and when a document was published."""
    packed = connection.scalar(sa.select(documents.c.metadata).where(documents.c.id == document_id))
    if packed is None:
        raise no_document(document_id)
    return unpack(packed, Metadata)


def undated(connection: sa.Connection) -> int:
    """How many documents stay in on every day, for nobody knows when they were published."""
    query = sa.select(sa.func.count()).select_from(documents).where(documents.c.published.is_(None))
    return int(connection.scalar(query) or 0)


def reads(connection: sa.Connection) -> tuple[tuple[dt.datetime, int], ...]:
    """When documents were first read, in order of time, and how many then."""
    counts = Counter(map(dt.datetime.fromisoformat, connection.scalars(sa.select(documents.c.first_read_at))))
    return tuple(sorted(counts.items()))


def read_by(connection: sa.Connection, moment: dt.datetime) -> frozenset[str]:
    """The documents (ids) that had been read by then."""
    rows = connection.execute(sa.select(documents.c.id, documents.c.first_read_at))
    return frozenset(row_id for row_id, read_at in rows if dt.datetime.fromisoformat(read_at) <= moment)


def one_document(connection: sa.Connection, id_or_name: str) -> Document:
    """The document of that id or file name. UsageError where there is none, or several of one name."""
    for column in (documents.c.id, documents.c.name):
        query = sa.select(*_READ).where(column == id_or_name).order_by(documents.c.id)
        rows = connection.execute(query).mappings().all()
        if len(rows) > 1:
            ids = ", ".join(row["id"] for row in rows)
            raise UsageError(
                f"Several documents are called {id_or_name}.", advice=f"Ask for one of them by its id: {ids}."
            )
        if rows:
            return as_document(rows[0])
    raise no_document(id_or_name)


def source_bytes(connection: sa.Connection, document_id: str) -> bytes:
    """The bytes as they were given."""
    source = connection.scalar(sa.select(documents.c.source).where(documents.c.id == document_id))
    if source is None:
        raise no_document(document_id)
    return bytes(source)


def text_of(connection: sa.Connection, document_id: str) -> str:
    """The document's text."""
    text = connection.scalar(sa.select(documents.c.text).where(documents.c.id == document_id))
    if text is None:
        raise no_document(document_id)
    return str(text)


def no_document(name: str) -> UsageError:
    """What is said of a document that is not there."""
    return UsageError(f"The record has no document {name!r}.", advice="List its documents to see their names.")


def as_document(row: Any) -> Document:
    """A row as the document it was."""
    return Document(
        id=row["id"],
        name=row["name"],
        media=row["media"],
        raw=row["raw"],
        text=row["text"],
        zones=unpack(row["zones"], tuple[Zone, ...]),
        offsets=unpack(row["offsets"], OffsetMap),
        metadata=unpack(row["metadata"], Metadata),
        problems=unpack(row["problems"], tuple[Problem, ...]),
    )


def _utc(moment: dt.datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError(f"the clock gives {moment} without a time zone")
    return moment.astimezone(dt.UTC).isoformat()
