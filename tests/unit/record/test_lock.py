import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rejoinder.errors import BusyError, RecordError
from rejoinder.record.lock import WriterLock

HOLD = """
import os, sys, time
from pathlib import Path
from rejoinder.record.lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]))
if sys.argv[2] == "fork" and os.fork() == 0:
    print(os.getpid(), flush=True)
    time.sleep(60)
elif sys.argv[2] == "hold":
    print(os.getpid(), flush=True)
time.sleep(60)
"""


@contextmanager
def holder(record: Path, how: str = "hold") -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process that holds the lock, and the process id that it prints: its own, or that of a child it forked."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(record), how], stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            yield child, int(child.stdout.readline())
        finally:
            child.kill()


def test_a_second_process_is_told_who_writes(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    with holder(record) as (_, pid), pytest.raises(BusyError, match=f"process {pid}"):
        WriterLock.take(record)


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    with holder(record) as (child, _):
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert (tmp_path / "r.db.lock").exists()
        with WriterLock.take(record), pytest.raises(RecordError, match=f"process {os.getpid()}"):
            WriterLock.take(record)


def test_a_worker_that_outlives_its_killed_parent_holds_nothing(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    with holder(record, "fork") as (parent, worker):
        try:
            parent.kill()
            parent.wait()
            WriterLock.take(record).release()
        finally:
            os.kill(worker, signal.SIGKILL)


def test_a_lock_file_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    (tmp_path / "r.db.lock").write_text("1\n")
    with WriterLock.take(record):
        assert (tmp_path / "r.db.lock").read_text() == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_releasing_twice_leaves_a_later_holder_alone(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    first = WriterLock.take(record)
    first.release()
    with WriterLock.take(record):
        first.release()
        with pytest.raises(RecordError):
            WriterLock.take(record)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened for writing"):
        WriterLock.take(tmp_path / "no folder" / "r.db")
