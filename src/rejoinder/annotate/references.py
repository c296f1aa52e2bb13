"""The tagger's references by place."""

from __future__ import annotations

from collections.abc import Iterable

from rejoinder.types.annotation import ReferenceReading
from rejoinder.types.span import Span

_ENDS = (0, -2, 2, -1, 1)
"""The tagger may leave a possessive ending out, or take it in."""


class ReadReferences:
    """The tagger's references by where their words end."""

    def __init__(self, references: Iterable[ReferenceReading]) -> None:
        self._all = tuple(references)
        self._by_end = {r.mention.end: r for r in self._all}
        self._by_start = {r.mention.start: r for r in self._all}

    def all(self) -> tuple[ReferenceReading, ...]:
        """All of them, in text order."""
        return self._all

    def at(self, span: Span) -> ReferenceReading | None:
        """The reference of the words that end there, or go on from there; None where the tagger was not asked or says
        nothing."""
        found = (self._by_end.get(span.end + n) for n in _ENDS)
        return next((r for r in found if r and r.mention.touches(span)), self._by_start.get(span.start))
