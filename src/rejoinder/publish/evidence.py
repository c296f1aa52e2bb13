"""The words that a line of the record rests on, and where they were published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.publish.excerpts import excerpt
from rejoinder.record.material import Material, quoted
from rejoinder.types.account import Event
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import covering
from rejoinder.types.time import When

_A_CLAUSE, _LONG, _SHORT_WORD = 4, 35, 3
_ENOUGH = 5


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


def best(material: Material, event: Event) -> Evidence | None:
    """The passage that shows an event best: one that tells it as it is put down (of its kind, and no denial of what is
    held to have happened), and in the earliest article the one that says most of what it is about."""
    found = evidence(material, _telling(material, event))
    if not found:
        return None
    first = [one for one in found if one.document_id == found[0].document_id]
    if max(map(_worth, first)) < _ENOUGH:
        first = list(found)
    return min(first, key=lambda one: (-_worth(one), _in_order(one)))


def _telling(material: Material, event: Event) -> Sequence[str]:
    moves = [material.moves[row] for row in event.moves if row in material.moves]
    alike = [one for one in moves if one.modality == event.modality]
    asserting = [one for one in moves if (one.modality == "denied") == (event.modality == "denied")]
    of_kind = [one for one in alike if one.kind == event.kind]
    return [one.id for one in of_kind or alike or asserting or moves]


def _worth(one: Evidence) -> float:
    """How much a passage says: its longer words, up to a dozen; less where it is no clause, runs on, or begins in the
    middle."""
    words = one.quote.split()
    said = len({word.lower() for word in words if len(word) > _SHORT_WORD})
    broken = (len(words) < _A_CLAUSE) * 3 + 2 * (not one.quote[:1].isupper() and not one.quote[:1].isdigit())
    return min(said, 12) - 0.25 * max(0, len(words) - _LONG) - broken


def _passage(material: Material, row: str) -> Evidence | None:
    told: Move | Statement | None = material.moves.get(row) or material.statements.get(row)
    if told is None or told.document_id not in material.documents:
        return None
    document = material.documents[told.document_id]
    spans = (excerpt(document.text, told.anchor),) if isinstance(told, Move) else told.content
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
