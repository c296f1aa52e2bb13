"""Places in a text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text: Unicode code points from 0, `end` exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def covering(spans: tuple[Span, ...]) -> Span:
    """The shortest span that holds all of `spans` (at least one)."""
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """Where each character of a document's text stands in its source file.

    `text_starts[i]` and `raw_starts[i]` begin the i-th run; in a run both advance together, character by character.
    Both ascend and begin with the run that holds text offset 0. Raw offsets are code points of the decoded file.
    """

    text_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    raw_length: int

    def raw(self, offset: int) -> int:
        """The offset in the source file of the character at `offset` of the text."""
        run = max(0, bisect_right(self.text_starts, offset) - 1)
        return min(self.raw_length, self.raw_starts[run] + offset - self.text_starts[run])

    def raw_span(self, span: Span) -> Span:
        """The stretch of the source file from the first to the last character of `span`."""
        if span.end == span.start:
            return Span(start=self.raw(span.start), end=self.raw(span.start))
        return Span(start=self.raw(span.start), end=self.raw(span.end - 1) + 1)


def identity_map(length: int) -> OffsetMap:
    """The map of a text that is its source file."""
    return OffsetMap(text_starts=(0,), raw_starts=(0,), raw_length=length)
