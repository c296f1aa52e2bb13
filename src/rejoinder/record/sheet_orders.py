"""Where the rows of a view stand, in numbers that hardly change when a row comes or goes.

A number is made from the row itself, or counted from a row nearby whose id ends a stretch, so that one row more or less
moves those of its stretch and not all that follow. The same rows have the same numbers, however they came about."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

_LEVELS, _BITS, _ROOM = 9, 6, 2  # one id in 2**_ROOM ends a stretch, one in 2**(2 * _ROOM) a stretch of stretches
_FULL, _ENDS = (1 << _BITS) - 1, (1 << _ROOM) - 1
_NO_DATE = 4_000_000  # after the last day of the calendar
_COUNTED = 18  # bits
_MOST = (1 << _COUNTED) - 1
_TOLD = ("n_origins", "n_articles", "n_answers", "n_events", "n_statements", "n_moves")


def places(ids: Iterable[str]) -> list[int]:
    """For each row, by its id and in order, a number above that of the row before it."""
    found: list[int] = []
    at = [0] * (_LEVELS + 1)  # the finest level first
    base = finest = 0
    for one in ids:
        ends = zlib.crc32(one.encode("utf-8", "surrogatepass"))
        if ends & _ENDS and finest < _FULL:
            finest += 1
        else:
            level = 1
            while level < _LEVELS and (not ends >> (level * _ROOM) & _ENDS or at[level] == _FULL):
                level += 1
            at[level] += 1
            at[:level] = [0] * level
            base, finest = sum(n << (_BITS * each) for each, n in enumerate(at)), 0
        found.append(base + finest)
    return found


Numbers = tuple[int, int, int]


class Orders:
    """For each row of a view numbers by which the latest, the most told and those that wait longest come first; rows of
    equal numbers stand by their places. Where they come from each row `alone` the others do not matter."""

    def __init__(self, rows: Sequence[Any], row_type: type) -> None:
        columns = {field.name for field in dataclasses.fields(row_type)}
        self._first, self._second, *self._rest = [*(name for name in _TOLD if name in columns), "", ""]
        self._rest = [name for name in self._rest if name]
        self.alone = not self._rest
        self._ranks = {counts: rank for rank, counts in enumerate(sorted({self._counts(row) for row in rows}))}
        self._days = [name for name in ("event_date", "published", "last_date") if name in columns]
        self._waits = "days_open" in columns

    def of(self, row: Any) -> Numbers:
        """Those of one of the rows."""
        day = next((day for name in self._days if (day := getattr(row, name))), None)
        counted = _fewer(row, self._first) << _COUNTED | _fewer(row, self._second)
        told = counted << _COUNTED | self._ranks[self._counts(row)]
        open_for = row.days_open if self._waits else None
        waiting = 0 if not self._waits else _NO_DATE if open_for is None else _NO_DATE - 1 - open_for
        return _NO_DATE - day.toordinal() if day else _NO_DATE, told, waiting

    def _counts(self, row: Any) -> tuple[int, ...]:
        """How much there is of what is counted last."""
        return tuple([-getattr(row, name) for name in self._rest]) if self._rest else ()


def _fewer(row: Any, name: str) -> int:
    """The less, the more there are."""
    return _MOST - min(getattr(row, name), _MOST) if name else 0
