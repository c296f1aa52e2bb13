"""Files that are written whole or not at all."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from rejoinder.errors import UsageError


def put_text(file: Path, text: str) -> None:
    """Put a text in the place of a file: it is written beside it first, so that on a full disk what was there stays.

    What is no regular file (a terminal, a pipe), or stands where nothing may be added, is written to as it is.
    UsageError where it cannot be written."""
    try:
        if file.exists() and not file.is_file():
            _write(file, text)
        else:
            _replace(file.resolve() if file.is_symlink() else file, text)
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written: {error.strerror}.", advice="Choose another place with --output."
        ) from error


def _replace(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.part")
    try:
        _write(beside, text)
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    except PermissionError:
        if not file.exists():
            raise
        _write(file, text)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
