"""Answers kept in memory by their tags: what is asked again of the same record is not made again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Memory:
    """At most so many bytes of answers; those that were asked for longest ago give way."""

    def __init__(self, most: int = 64_000_000) -> None:
        self._most = most
        self._held = 0
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> bytes | None:
        """The answer of this tag, if it is kept."""
        with self._lock:
            found = self._answers.get(tag)
            if found is not None:
                self._answers.move_to_end(tag)
            return found

    def put(self, tag: str, body: bytes) -> None:
        """Keep an answer."""
        with self._lock:
            if tag in self._answers or len(body) > self._most // 8:
                return
            self._answers[tag] = body
            self._held += len(body)
            while self._held > self._most:
                _tag, gone = self._answers.popitem(last=False)
                self._held -= len(gone)


class Once:
    """Values that are made once for an account; those that were made longest ago give way."""

    def __init__(self, most: int = 2_000) -> None:
        self._most = most
        self._made: OrderedDict[tuple[str, ...], object] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """The value of this key, made where there is none; nobody may change it."""
        with self._lock:
            if key in self._made:
                return self._made[key]  # type: ignore[return-value]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return made
