"""What takes long is made once: at once where it is little, by a process of its own where it is much."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

from rejoinder.pipeline.processes import pool
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _

SOON = 4_000  # moves up to which the reader waits
_RATE = 900  # moves that are put together in a second


class Workshop:
    """Work of which nobody does any twice."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[tuple[Any, ...], Future[Any]] = {}
        self._process: ProcessPoolExecutor | None = None

    def close(self) -> None:
        """Stop what is being made."""
        if self._process is not None:
            self._process.shutdown(wait=False, cancel_futures=True)

    def make(self, moves: int, work: Callable[..., Any], given: tuple[Any, ...], *, there: Callable[[], bool]) -> Any:
        """What the work gives for a record of so many moves, or None where it is there already.

        Refusal 503, which says after how many seconds to ask again, while another process is at it."""
        if moves <= SOON:
            with self._lock:
                return None if there() else work(*given)
        key = (work.__name__, *given)
        with self._lock:
            if there():
                return None
            running = self._running.get(key)
            if running is not None and running.done():
                del self._running[key]
                return running.result()
            if running is None:
                if self._process is None:
                    self._process = pool(1)
                self._running[key] = self._process.submit(work, *given)
        seconds = max(2, moves // _RATE)
        raise Refusal(
            503,
            _("The record is being put together as it stood then."),
            advice=_("It has %(n)s acts, so this takes about %(s)s seconds, once.") % {"n": moves, "s": seconds},
            retry_after=min(seconds, 10),
        )
