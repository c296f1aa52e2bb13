"""The right to write a record: one process at a time.

The operating system holds the lock and lets go of it when the process ends, however it ends, so that the lock of a dead
process is simply taken over. The lock file names the holder for those who find it taken.
"""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path
from types import TracebackType

from rejoinder.errors import BusyError, RecordError
from rejoinder.sayings import Saying

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".lock"
_LOCKED_BYTE = 1 << 30  # beyond the text of the file, so that others can read who holds it where locks bar reading


class WriterLock:
    """Held from `take` to `release`."""

    __slots__ = ("__weakref__", "_descriptor", "_path")

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, record: Path) -> WriterLock:
        """The lock of `record`, without waiting; BusyError names the process that holds it."""
        path = record.with_name(record.name + LOCK)
        while True:
            descriptor = _open(path, record)
            if not _try_lock(descriptor):
                holder = os.pread(descriptor, 32, 0) if hasattr(os, "pread") else os.read(descriptor, 32)
                os.close(descriptor)
                raise _in_use(record, holder)
            if _still_there(path, descriptor):
                break
            os.close(descriptor)  # its holder had removed the file between our opening and our locking it
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        lock = cls(path, descriptor)
        _forget_in_children(lock)
        return lock

    def release(self) -> None:
        """Let others write. A second call does nothing."""
        if self._descriptor is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._close()

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def __enter__(self) -> WriterLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _open(path: Path, record: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise RecordError(
            Saying.NOT_OPENED_FOR_WRITING.of(record=record, reason=error.strerror), advice=Saying.CHOOSE_FOLDER.of()
        ) from error


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    held = os.fstat(descriptor)
    return (there.st_dev, there.st_ino) == (held.st_dev, held.st_ino)


def _forget_in_children(lock: WriterLock) -> None:
    """Worker processes that outlive a killed parent must not go on holding its lock."""
    if not hasattr(os, "register_at_fork"):
        return
    reference = weakref.ref(lock)

    def forget() -> None:
        if (held := reference()) is not None:
            held._close()

    os.register_at_fork(after_in_child=forget)


def _in_use(record: Path, holder: bytes) -> BusyError:
    pid = holder.decode("ascii", "replace").strip()
    said = (
        Saying.WRITTEN_BY.of(record=record, number=pid)
        if pid.isdigit()
        else Saying.WRITTEN_BY_ANOTHER.of(record=record)
    )
    return BusyError(said, advice=Saying.WAIT_OR_READ.of())
