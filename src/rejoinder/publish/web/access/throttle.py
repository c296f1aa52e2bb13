"""Guessing of passwords made slow: after some failures a name and an address have to wait, each time longer."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable

FREE = {"name and address": 5, "address": 20, "name": 50}  # failures before anybody waits
_LONGEST_S = 900
_FORGOTTEN_S = 3_600
_MOST = 20_000  # names and addresses that are remembered


class Throttle:
    """Failures of the last hour."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: OrderedDict[tuple[str, str], tuple[int, dt.datetime]] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """How many seconds this name from this address has to wait; 0 where it may try."""
        now = self._clock()
        with self._lock:
            return max(self._left(key, now) for key in _keys(name, address))

    def failed(self, name: str, address: str) -> None:
        """Note a failure."""
        now = self._clock()
        with self._lock:
            for key in _keys(name, address):
                n, at = self._failed.pop(key, (0, now))
                self._failed[key] = (1 if (now - at).total_seconds() > _FORGOTTEN_S else n + 1, now)
            while len(self._failed) > _MOST:
                self._failed.popitem(last=False)

    def passed(self, name: str, address: str) -> None:
        """Forget the failures of who has shown to be the one."""
        with self._lock:
            self._failed.pop(_keys(name, address)[0], None)

    def _left(self, key: tuple[str, str], now: dt.datetime) -> int:
        n, at = self._failed.get(key, (0, now))
        over = n - FREE[key[0]]
        if over < 0:
            return 0
        due = at + dt.timedelta(seconds=min(_LONGEST_S, 5 * 2 ** min(over, 10)))
        return max(0, -int((now - due).total_seconds() // 1))


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    short = name.strip().casefold()[:80]
    return (("name and address", f"{short} {address}"), ("address", address), ("name", short))
