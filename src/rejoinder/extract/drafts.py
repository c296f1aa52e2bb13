"""Statements before they have ids and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span, covering


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement before ids and links."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[PartyRef, ...]
    rule: str
    score: float
    first_part: bool = True

    @property
    def whole(self) -> Span:
        """From the first to the last character of its content."""
        return covering(self.content)


def is_media(speakers: Sequence[PartyRef]) -> bool:
    """Whether only media speak."""
    return bool(speakers) and all(p.type == "media" for p in speakers)


def length(span: Span) -> int:
    """Characters of a span."""
    return span.end - span.start
