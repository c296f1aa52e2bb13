"""The account made anew after judgements: of a small record at once, of a large one a little later.

Several judgements that follow one another are taken together, and a large account is made by a process of its own, so
that nobody who reads waits. It remembers the account, from the first time that somebody is about to decide, and makes
anew only what a judgement touches. While another process reads articles into the record nothing is done: its run ends
with an account that has the judgements."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.errors import BusyError, RecordError
from rejoinder.pipeline.processes import end, pool
from rejoinder.publish.clock import utc_now
from rejoinder.record.reader import open_to_read
from rejoinder.record.store import Record

if TYPE_CHECKING:
    from rejoinder.pipeline.renewal import Renewing

AT_ONCE = 1_500  # moves up to which whoever decides waits for the account
_QUIET_S, _LONGEST_S, _AGAIN_S = 0.3, 15.0, 3.0


class Renewal:
    """One for each desk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._making = threading.Lock()
        self._first: float | None = None
        self._last = 0.0
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._process: ProcessPoolExecutor | None = None
        self._prepared: str | None = None

    def prepare(self, state: str, moves: int) -> None:
        """Somebody is about to decide on a line of the account of this state, which has so many moves: have it
        remembered by then."""
        with self._lock:
            if moves <= AT_ONCE or self._prepared == state or self._stopped.is_set():
                return
            self._prepared = state
        try:
            self._working().submit(prepare_apart, str(self._path))
        except (BrokenProcessPool, RuntimeError):  # then the first judgement takes longer
            self._process = None

    def _working(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._process is None:
                self._process = pool(1)
            return self._process

    def due(self, moves: int) -> bool:
        """Make the account of a record of so many moves anew, now or soon; whether it has been made."""
        if moves <= AT_ONCE:
            try:
                with self._making:
                    renew(str(self._path))
                return True
            except RecordError:
                logging.getLogger("rejoinder.desk").info("the account is made anew later: the record is being written")
        with self._lock:
            self._last = time.monotonic()
            self._first = self._first or self._last
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
        return False

    def close(self) -> None:
        """Stop; what is not in the account yet will be in the next one."""
        self._stopped.set()
        if self._process is not None:
            end(self._process)

    def _run(self) -> None:
        while not self._stopped.wait(0.1):
            now = time.monotonic()
            with self._lock:
                if self._first is None:
                    return
                if now - self._last < _QUIET_S and now - self._first < _LONGEST_S:
                    continue
                self._first = None
            if not self._made():
                with self._lock:
                    self._first = self._last = time.monotonic() + _AGAIN_S

    def _made(self) -> bool:
        """Whether it was made, or cannot be made by waiting."""
        try:
            with self._making:
                self._working().submit(renew_apart, str(self._path)).result()
        except BrokenProcessPool:
            self._process = None
            return self._stopped.is_set()
        except BusyError:
            return False
        except RecordError:
            return True
        except RuntimeError:  # the desk is being stopped
            return True
        return True


def renew(path: str) -> bool:
    """Make the account of the record in this file anew where it lacks judgements; whether it did."""
    from rejoinder.pipeline.accounts import renew_account

    with Record.open(path, create=False, clock=utc_now) as record:
        return renew_account(record)


def prepare_apart(path: str) -> bool:
    """Remember the account of the record in this file, in a process of its own; whether it is remembered."""
    with _uncollected(), open_to_read(path) as record:
        return _renewing(path).prepare(record)


def renew_apart(path: str) -> bool:
    """What `renew` does, in a process of its own, which remembers the account."""
    with _uncollected(), Record.open(path, create=False, clock=utc_now) as record:
        return _renewing(path).renew(record)


@cache
def _renewing(_path: str) -> Renewing:
    """What this process remembers of the record."""
    from rejoinder.pipeline.renewal import Renewing

    return Renewing()


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is remembered is much and hardly changes: that it is no garbage is not looked into again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()
