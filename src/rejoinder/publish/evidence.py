"""The words that a line of the record rests on, and where they were published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rejoinder.record.material import Material, quoted
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import covering
from rejoinder.types.time import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage: the id of the move or statement that it holds, its words on one line, and its publication.

    `source` is the key of the origin: passages with the same key are one witness. `start` is an offset into the
    text."""

    id: str
    quote: str
    document_id: str
    document: str
    outlet: str | None
    published: When | None
    source: str | None
    start: int

    @property
    def publication(self) -> str:
        """Outlet (or file), day, and file, as they stand below a quotation."""
        day = self.published.iso() if self.published else "undated"
        return f"{self.outlet}, {day} ({self.document})" if self.outlet else f"{self.document}, {day}"


def evidence(material: Material, rows: Iterable[str]) -> tuple[Evidence, ...]:
    """The passages of these moves and statements, each once, by day of publication, document and place."""
    found = [made for row in dict.fromkeys(rows) if (made := _passage(material, row)) is not None]
    return tuple(sorted(found, key=_in_order))


def best(material: Material, rows: Iterable[str]) -> Evidence | None:
    """The passage that shows a row best: the earliest, and of one document the shortest that is a clause."""
    found = evidence(material, rows)
    if not found:
        return None
    first = [one for one in found if one.document_id == found[0].document_id]
    return min(first, key=lambda one: (len(one.quote.split()) < 4, len(one.quote), one.start))


def _passage(material: Material, row: str) -> Evidence | None:
    told: Move | Statement | None = material.moves.get(row) or material.statements.get(row)
    if told is None or told.document_id not in material.documents:
        return None
    document = material.documents[told.document_id]
    spans = (told.anchor,) if isinstance(told, Move) else told.content
    return Evidence(
        id=row,
        quote=quoted(document.text, *spans),
        document_id=document.document_id,
        document=document.name,
        outlet=document.outlet,
        published=document.published,
        source=document.origin,
        start=covering(spans).start,
    )


def _in_order(one: Evidence) -> tuple[dt.date, str, int, str]:
    return one.published.last if one.published else dt.date.max, one.document, one.start, one.id
