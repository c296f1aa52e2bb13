"""Files of training data as lines, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path

SHOWN = 20
"""Of one file no more faults than this are told: the first ones mostly explain the others."""


class DataError(ValueError):
    """What is wrong in files of training data, each fault as `FILE:LINE: what` or `FILE: what`."""

    def __init__(self, *found: str) -> None:
        super().__init__("\n".join(found))
        self.found = found


def text_of(file: Path) -> str:
    """What a file of UTF-8 holds, without the mark that some editors put first. DataError where it cannot be read."""
    if file.is_dir():
        raise DataError(f"{file}: is a folder, where a file is expected")
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise DataError(f"{file}: there is no such file") from error
    except OSError as error:
        raise DataError(f"{file}: cannot be read: {error.strerror}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{file}:{line}: is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8") from error


def texts_in(folder: Path) -> list[Path]:
    """The `*.txt` of a folder by name. DataError where there is no such folder or nothing in it."""
    if not folder.is_dir():
        raise DataError(f"{folder}: there is no such folder")
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise DataError(f"{folder}: there is no *.txt in it")
    return files


def all_of(places: list[Path]) -> list[Path]:
    """The files that were named, and those of the folders among them. DataError as `texts_in`."""
    return [file for place in places for file in (texts_in(place) if place.is_dir() else [place])]


def shortened(found: list[str], file: Path) -> list[str]:
    """The first faults of a file, and how many more there are."""
    more = len(found) - SHOWN
    return [*found[:SHOWN], f"{file}: {more} faults more"] if more > 0 else found
