"""Comparisons that were asked for, kept while the record stays the same."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Literal

from rejoinder.publish.web.queries import ChangesAsked
from rejoinder.publish.web.workshop import Workshop
from rejoinder.record.changes import ChangeRow
from rejoinder.record.reader import open_to_read

_MOST = 8
Compared = tuple[str, str, tuple[ChangeRow, ...]]
"""From when, until when, and what changed."""


class Comparisons:
    """The last ones that were asked for."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str | None, ...], Compared] = OrderedDict()

    def of(self, record: Path, asked: ChangesAsked, state: str, moves: int) -> Compared:
        """What changed. Refusal 503 while the accounts of a large record are being put together."""
        days = asked.days()
        given = (str(record), asked.by, asked.since, asked.until, days.get("as_of"), days.get("known_at"))
        key = (*given, state)
        made = self._workshop.make(2 * moves, put_side_by_side, given, there=lambda: key in self._kept)
        with self._lock:
            if made is not None:
                self._kept[key] = made
            found = self._kept[key]
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return found


def put_side_by_side(
    record: str,
    clock: Literal["as_of", "known_at", "read"],
    since: str | None,
    until: str | None,
    as_of: str | None,
    known_at: str | None,
) -> Compared:
    """The two accounts of a record compared."""
    from rejoinder.publish.comparing import between, compared

    days = [dt.date.fromisoformat(day) if day else None for day in (as_of, known_at)]
    with open_to_read(record) as found:
        given = between(found, clock, since, until, as_of=days[0], known_at=days[1])
        rows = compared(found, given)
    first, last = (end.isoformat() if end else "" for end in (given.since, given.until))
    return first, last, rows
