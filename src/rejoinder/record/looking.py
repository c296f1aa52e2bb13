"""A file that is only looked at, also where nothing may be written, and what bars the way to it.

SQLite reads a file of ours with the help of others that it makes beside it (sqlite.org/wal.html#read_only_databases).
Where it may not make them, or where they would bar those who write later, the file is read as it lies."""

from __future__ import annotations

import os
from pathlib import Path

from rejoinder.errors import RecordError
from rejoinder.record.database import SIDES, Database
from rejoinder.sayings import Saying


def looked_at(path: Path) -> Database:
    """The file, for reading only: nothing is left beside it that was not there. RecordError where a folder on the way
    is closed, or where what was written last stands beside it and cannot be read from there."""
    refuse_barred(path)
    return Database(path, read_only=True, as_it_lies=path.exists() and _only_as_it_lies(path))


def refuse_barred(path: Path) -> None:
    """RecordError where it cannot be known whether there is such a file, as with a folder that may not be entered."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except PermissionError as error:
        folder = next((one for one in reversed(path.absolute().parents) if not _may(one, os.X_OK)), path.parent)
        raise RecordError(
            f"The folder {folder} may not be entered: {error.strerror}.",
            advice=f"Have the permission to enter it (x) given to you, or put {path.name} where you may read it.",
        ) from error
    except OSError as error:
        raise RecordError(f"{path} cannot be reached: {error.strerror}.", advice="Check the path.") from error


def refuse_unwritable(path: Path) -> None:
    """RecordError where there is such a file and it may be read only, before anything is made beside it."""
    if path.exists() and not _may(path, os.W_OK):
        raise RecordError(Saying.FOR_READING_ONLY.of(record=path), advice=Saying.WRITE_PERMISSION.of())


def _only_as_it_lies(path: Path) -> bool:
    if _may(path, os.W_OK) and _may(path.parent, os.W_OK | os.X_OK):
        return False
    log, index, journal = (path.with_name(path.name + end) for end in SIDES)
    if _may(log, os.R_OK) and _may(index, os.R_OK):  # somebody is writing, or was stopped: nothing need be made
        return False
    for side in (log, journal):
        if side.exists() and side.stat().st_size:
            raise RecordError(
                f"What was last written to {path} stands in {side.name} beside it, and cannot be read where nothing "
                "may be written.",
                advice=f"Copy both files to a folder where you may write, and open {path.name} there.",
            )
    return True


def _may(path: Path, what: int) -> bool:
    return os.access(path, what)
