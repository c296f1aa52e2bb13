"""Things found by where they stand in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from rejoinder.types.span import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Items of one text by their spans; a look-up does not go through all of them. Never changed once made."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0].start, -item[0].end))
        self._starts = [span.start for span, _ in self._items]
        self._reached = list(accumulate((span.end for span, _ in self._items), max))

    def touching(self, span: Span) -> list[T]:
        """The items that share a character with `span`, in text order, the longer first where two begin together."""
        first = bisect_right(self._reached, span.start)
        last = bisect_left(self._starts, span.end)
        return [item for place, item in self._items[first:last] if place.touches(span)]

    def within(self, span: Span) -> list[T]:
        """The items that lie wholly in `span`, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [item for place, item in self._items[first:last] if span.holds(place)]

    def around(self, span: Span) -> list[T]:
        """The items that hold all of `span`, in text order."""
        first = bisect_left(self._reached, span.end)
        last = bisect_right(self._starts, span.start)
        return [item for place, item in self._items[first:last] if place.holds(span)]
