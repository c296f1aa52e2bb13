"""Rows of views, remembered with what they were made from: of another account only those are made that differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class RememberedRows:
    """Those of the account before and of this one; what neither has is let go of."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, int], tuple[object, tuple[object, ...], Any]] = {}
        self._now: dict[tuple[str, int], tuple[object, tuple[object, ...], Any]] = {}

    def begin(self) -> None:
        """Another account: what is not asked for in it will be let go of after it."""
        self._before, self._now = self._now, {}

    def row(self, view: str, one: object, beside: tuple[object, ...], make: Callable[[], T]) -> T:
        """The row that was made of this very value and of equal things beside it, or one that is made now."""
        key = (view, id(one))  # of a value that is held here, so that the number stands for no other
        found = self._before.get(key)
        if found is None or found[0] is not one or found[1] != beside:
            found = (one, beside, make())
        self._now[key] = found
        return found[2]
