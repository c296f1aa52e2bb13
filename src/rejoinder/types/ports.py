"""What the stages ask of a model that reads; anything that has these methods will do.

What they ask of one that compares acts stands in `likeness`, beside what it answers."""

from __future__ import annotations

from collections.abc import Sequence
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
