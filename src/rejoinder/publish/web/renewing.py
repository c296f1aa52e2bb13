"""The account made anew after judgements: of a small record at once, of a large one a little later.

Several judgements that follow one another are taken together, and a large account is made by a process of its own, so
that nobody who reads waits. While another process reads articles into the record nothing is done: its run ends with an
account that has the judgements."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from rejoinder.errors import RecordError
from rejoinder.pipeline.processes import pool
from rejoinder.publish.cli.options import utc_now
from rejoinder.record.store import Record

AT_ONCE = 1_500  # moves up to which whoever decides waits for the account
_QUIET_S, _LONGEST_S, _AGAIN_S = 1.0, 15.0, 3.0


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
            self._process.shutdown(wait=False, cancel_futures=True)

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
                if self._process is None:
                    self._process = pool(1)
                self._process.submit(renew, str(self._path)).result()
        except BrokenProcessPool:
            self._process = None
            return self._stopped.is_set()
        except RecordError as error:
            return "is being written" not in error.message and "is in use" not in error.message
        except RuntimeError:  # the desk is being stopped
            return True
        return True


def renew(path: str) -> bool:
    """Make the account of the record in this file anew where it lacks judgements; whether it did."""
    from rejoinder.pipeline.accounts import renew_account

    with Record.open(path, create=False, clock=utc_now) as record:
        return renew_account(record)
