"""An article with the lines that were read from it: which characters each line rests on."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rejoinder.types.document import Document, ZoneKind
from rejoinder.types.span import Span

_SHOWN = "\n\t "


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A line read from the document: a statement or a move, and where its words stand."""

    id: str
    kind: str
    number: int
    row: Mapping[str, Any]
    spans: tuple[Span, ...]
    trigger: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with the same lines over all of it; `opens` are those that begin here."""

    text: str
    lines: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    trigger: bool = False
    unseen: str = ""
    opens: tuple[Reading, ...] = ()


@dataclass(slots=True, kw_only=True)
class Block:
    """A zone of the page, or a paragraph of one, in pieces."""

    kind: ZoneKind
    pieces: list[Piece] = field(default_factory=list)


def blocks(document: Document, readings: Sequence[Reading]) -> list[Block]:
    """The text in order, every character that is not blank once."""
    made: list[Block] = []
    for zone in document.zones:
        for span in _paragraphs(document.text, zone.span):
            inside = [one for one in readings if any(each.touches(span) for each in one.spans)]
            made.append(Block(kind=zone.kind, pieces=list(_pieces(document.text, span, inside))))
    return made


def _paragraphs(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    while start < span.end:
        end = text.find("\n\n", start, span.end)
        end = span.end if end < 0 else end
        if text[start:end].strip():
            yield Span(start=start, end=end)
        start = end + 2


def _pieces(text: str, span: Span, readings: Sequence[Reading]) -> Iterable[Piece]:
    edges = {span.start, span.end}
    for one in readings:
        for each in (*one.spans, *([one.trigger] if one.trigger else [])):
            edges.update(at for at in (each.start, each.end) if span.start < at < span.end)
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        over = [one for one in readings if any(each.start <= start and end <= each.end for each in one.spans)]
        opens = tuple(
            one for one in over if one.spans[0].start == start or (start == span.start and one.spans[0].start < start)
        )
        trigger = any(one.trigger and one.trigger.start <= start and end <= one.trigger.end for one in over)
        lines, kinds = tuple(one.id for one in over), tuple(sorted({one.kind for one in over}))
        for at, (part, unseen) in enumerate(_seen(text[start:end])):
            yield Piece(text=part, lines=lines, kinds=kinds, trigger=trigger, unseen=unseen, opens=() if at else opens)


def _seen(text: str) -> Iterable[tuple[str, str]]:
    """The text in parts; a character that nobody sees stands alone, with its number."""
    start = 0
    for at, char in enumerate(text):
        if char not in _SHOWN and unicodedata.category(char) in ("Cf", "Cc", "Cs", "Co", "Zl", "Zp"):
            if start < at:
                yield text[start:at], ""
            yield "", f"U+{ord(char):04X}"
            start = at + 1
    if start < len(text):
        yield text[start:], ""
