"""What the stages ask of models and stores; anything that has these methods will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rejoinder.types.annotation import Reading
from rejoinder.types.span import Span


class Tagger(Protocol):
    """Reads a text once: cues with source and content, acts with actor and recipient, names."""

    @property
    def version(self) -> str:
        """Name and version; part of the cache key, so it changes whenever the output may."""
        ...

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """Everything found in `paragraphs` (ascending, no overlap) of `text`, offsets into `text`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How likely two acts are the same event, the first answers the second, and both cannot be true; 0 to 1."""

    same: float = 0.0
    answers: float = 0.0
    clash: float = 0.0


class Comparer(Protocol):
    """Compares acts by the traces that a tagger left of them."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        """One likeness a pair of traces, in their order."""
        ...
