"""The SQLite file behind a record: connections, transactions, and its failures in a user's words."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from rejoinder.errors import BusyError, RecordError
from rejoinder.sayings import Saying

SIDES = ("-wal", "-shm", "-journal")  # files that SQLite keeps beside its own (sqlite.org/tempfiles.html)
_WAIT_MS = 5_000  # for another thread or a checkpoint; another writing process is refused by the lock before

_COUNTING = threading.Lock()
_OPEN: Counter[tuple[int, int] | None] = Counter()  # how many databases each file is open as, in this process
_KEPT = 8  # connections that are kept open between transactions; there may be more at once


class Database:
    """Transactions on one file. A reading one sees one state of the record from its first query to its end."""

    __slots__ = ("_engine", "_file", "_found", "path")

    def __init__(self, path: Path, *, read_only: bool, as_it_lies: bool = False) -> None:
        """`as_it_lies`: nothing is made beside the file, and nobody is kept from changing it (see `record.looking`)."""
        self.path = path
        self._found = _state(path) if as_it_lies else None
        self._file = _identity(path)
        with _COUNTING:
            _OPEN[self._file] += 1
        self._engine = sa.create_engine(
            _address(path, as_it_lies=as_it_lies), hide_parameters=True, pool_size=_KEPT, max_overflow=-1
        )
        sa.event.listen(self._engine, "connect", partial(_set_up, read_only=read_only))
        sa.event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads. RecordError where a file that is read as it lies was changed meanwhile."""
        with in_words(self.path), self._engine.begin() as connection:
            yield connection
        if self.as_it_lies and _state(self.path) != self._found:
            raise RecordError(Saying.CHANGED_WHILE_READ.of(record=self.path), advice=Saying.OPEN_AGAIN.of())

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that writes: on disk when the block is left, or, if it is left by an error, not at all."""
        with in_words(self.path), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """A copy of one state of the whole file, also while others write."""
        with in_words(self.path), self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
            finally:
                copy.close()

    @property
    def as_it_lies(self) -> bool:
        """Whether the file is read without anything being made beside it."""
        return self._found is not None

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        self._engine.dispose()
        with _COUNTING:
            if self._file is not None:
                _OPEN[self._file] -= 1
        self._file = None


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open as a database.

    Then nobody here may open it in any other way: to close a file lets go of all that the process has locked in it, and
    what another process then takes for unused, the newest of the record among it, is gone."""
    file = _identity(path)
    with _COUNTING:
        return file is not None and _OPEN[file] > 0


def _identity(path: Path) -> tuple[int, int] | None:
    """The file, by whatever name it goes; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _state(path: Path) -> tuple[int, int]:
    """What is no longer the same once the file has been changed."""
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _address(path: Path, *, as_it_lies: bool) -> sa.URL:
    if not as_it_lies:
        return sa.URL.create("sqlite", database=str(path))
    query = {"uri": "true", "mode": "ro", "immutable": "1"}  # sqlite.org/uri.html
    return sa.URL.create("sqlite", database=path.absolute().as_uri(), query=query)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Failures of the database as RecordError; BusyError where another process holds it."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _explained(path, str(error.orig)) from error
    except sqlite3.Error as error:
        raise _explained(path, str(error)) from error


def _explained(path: Path, reason: str) -> RecordError:
    said = reason.lower()
    if "locked" in said or "busy" in said:
        return BusyError(Saying.IN_USE.of(record=path), advice=Saying.WAIT.of())
    if "full" in said:
        return RecordError(Saying.NO_ROOM.of(record=path), advice=Saying.MAKE_ROOM.of())
    if "unable to open" in said:
        return RecordError(Saying.NOT_OPENED.of(record=path, reason=reason), advice=Saying.MAY_READ_AND_WRITE.of())
    if "readonly" in said:
        return RecordError(Saying.NOT_WRITTEN.of(record=path, reason=reason), advice=Saying.MAY_WRITE_BESIDE.of())
    return RecordError(Saying.DAMAGED.of(record=path, reason=reason), advice=Saying.RESTORE.of())


def _set_up(connection: Any, _pooled: object, *, read_only: bool) -> None:
    """Settings of a new connection. Transactions are begun by us, not by the driver, which would begin them late."""
    connection.isolation_level = None
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
