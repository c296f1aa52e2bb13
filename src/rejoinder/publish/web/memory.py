"""Answers kept in memory by their tags: what is asked again of the same record is not made again."""

from __future__ import annotations

import threading
from collections import OrderedDict


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
