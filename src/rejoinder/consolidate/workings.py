"""What making an account worked out, remembered, so that the next account of the same documents works out only what a
judgement has changed. What comes out is the same with it and without it.

Each result stands under all that it was made from. Values that are equal to those of the account before are those of
the account before, so that whoever holds them knows at once what is new."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


class Workings:
    """Those of the account before and of this one; what neither needs is let go of.

    They are of one set of documents, one day and one set of weights: for others begin with new ones. Results about
    pairs stand under the numbers by which Python tells values apart, which are no others' while both are remembered.
    Those that are not to last (`keeps`) remember no pairs."""

    def __init__(self, *, keeps: bool = False) -> None:
        self.keeps = keeps
        self._before: dict[str, dict[Any, Any]] = {}
        self._now: dict[str, dict[Any, Any]] = {}

    def begin(self) -> None:
        """Another account: what is not asked for in it will be let go of after it."""
        self._before, self._now = self._now, {}

    def table(self, name: str) -> tuple[dict[Any, Any], dict[Any, Any]]:
        """The results of one kind: of the account before, and of this one, to be added to."""
        return self._before.get(name, {}), self._now.setdefault(name, {})

    def of(self, name: str, key: Hashable, make: Callable[[], T]) -> T:
        """The result that stands under this key, or one that is made now."""
        before, now = self.table(name)
        if key not in now:
            now[key] = before[key] if key in before else make()
        return now[key]  # type: ignore[no-any-return]

    def pairs(self, name: str) -> Callable[[object, object, Callable[[], T]], T]:
        """The results about pairs of values, each under its two values."""
        before, now = self.table(name)

        def of(a: object, b: object, make: Callable[[], T]) -> T:
            key = id(a), id(b)
            found = now.get(key)
            if found is None:
                found = before.get(key)
                now[key] = found = make() if found is None else found
            return found

        return of if self.keeps else lambda _a, _b, make: make()

    def alike(self, name: str, rows: Iterable[tuple[Hashable, T]]) -> tuple[T, ...]:
        """The values, each by a key of its own, those equal to ones of the account before as these."""
        before, now = self.table(name)
        found = []
        for key, row in rows:
            old = before.get(key)
            kept = old if old is not None and old == row else row
            now[key] = kept
            found.append(kept)
        return tuple(found)
