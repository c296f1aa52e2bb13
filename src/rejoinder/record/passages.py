"""What can be searched and found by id: documents, and the statements and moves of each one's latest reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from rejoinder.record.schema import documents, passages
from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction, Move, Statement

_UNSEARCHABLE = re.compile("[\0\ud800-\udfff]")  # what SQLite's text cannot hold
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement or a move as its article has it, also where the account does without it: its words, and the id and
    file name of the article."""

    words: str
    document_id: str
    document: str


def lines_of(connection: sa.Connection, ids: Collection[str]) -> Mapping[str, Passage]:
    """The statements and moves of these ids that the record has read."""
    query = sa.select(passages.c.id, passages.c.words, documents.c.id, documents.c.name).where(
        passages.c.document_id == documents.c.id, passages.c.kind != "document"
    )
    wanted = list(dict.fromkeys(ids))
    rows = [
        row
        for at in range(0, len(wanted), _AT_ONCE)
        for row in connection.execute(query.where(passages.c.id.in_(wanted[at : at + _AT_ONCE])))
    ]
    return {row[0]: Passage(words=row[1], document_id=row[2], document=row[3]) for row in rows}


def index_document(connection: sa.Connection, document: Document) -> None:
    """Make a new document's text searchable."""
    connection.execute(sa.insert(passages), [document_passage(document)])


def index_reading(connection: sa.Connection, text: str, reader: str, extraction: Extraction) -> None:
    """Put a document's statements and moves in the place of those of any earlier reading."""
    connection.execute(
        sa.delete(passages).where(passages.c.document_id == extraction.document_id, passages.c.kind != "document")
    )
    if rows := reading_passages(text, reader, extraction):
        connection.execute(sa.insert(passages), rows)


def document_passage(document: Document) -> dict[str, Any]:
    """The row for a document's text."""
    return _passage("document", document.id, document.id, None, [document.text], [])


def reading_passages(text: str, reader: str, extraction: Extraction) -> list[dict[str, Any]]:
    """The rows for the statements and moves of a reading."""
    rows = [_statement(text, reader, one) for one in extraction.statements]
    return rows + [_move(text, reader, one) for one in extraction.moves]


def _statement(text: str, reader: str, one: Statement) -> dict[str, Any]:
    words = [span.of(text) for span in one.content]
    return _passage("statement", one.id, one.document_id, reader, words, _names(one.speakers))


def _move(text: str, reader: str, one: Move) -> dict[str, Any]:
    parties = (*one.actors, *one.recipients, *one.agents, *one.holders)
    return _passage("move", one.id, one.document_id, reader, [one.anchor.of(text)], _names(parties))


def _passage(
    kind: str, row_id: str, document_id: str, reader: str | None, words: Iterable[str], names: Iterable[str]
) -> dict[str, Any]:
    return {
        "kind": kind,
        "id": row_id,
        "document_id": document_id,
        "reader": reader,
        "words": _UNSEARCHABLE.sub("\ufffd", " … ".join(words)),
        "names": _UNSEARCHABLE.sub("\ufffd", "; ".join(names)),
    }


def _names(parties: Iterable[PartyRef]) -> list[str]:
    """Every name and role by which someone may look for them, each once."""
    found = {name: None for party in parties for name in (party.name, party.role, party.principal) if name}
    return list(found)
