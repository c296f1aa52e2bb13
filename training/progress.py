"""A line now and then about what takes long."""

from __future__ import annotations

import time

EVERY = 30.0
"""Seconds between two lines, so that whoever waits sees something each minute."""


class Progress:
    """Says how far something is, no oftener than every half minute."""

    def __init__(self, what: str, of: int) -> None:
        self._what, self._of, self._done = what, of, 0
        self._began = self._said = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._began

    def step(self, more: str = "") -> None:
        """One of them is done; `more` is said where a line is due."""
        self._done += 1
        if time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            print(f"{self._what} {self._done}/{self._of} {more} {self.seconds:.0f}s".replace("  ", " "), flush=True)
