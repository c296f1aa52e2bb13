"""What is given to a call in Python, looked at first: the message says which argument it was and what it takes."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import SupportsIndex

from rejoinder.errors import UsageError
from rejoinder.ingest.metadata_files import FileMetadata, metadata_of, read_metadata
from rejoinder.record.filters import Named
from rejoinder.types.document import Metadata

Day = dt.date | str | None
Given = Mapping[str, Metadata | Mapping[str, object]] | str | Path | None
Paths = str | Path | Iterable[str | Path]


def day(given: Day, argument: str) -> dt.date | None:
    """The day that is meant; of a moment (a datetime, a pandas Timestamp) its day. UsageError for what is none, as for
    the `NaT` of pandas, which calls itself a moment."""
    try:
        if isinstance(given, dt.datetime):
            return given.date()
        if given is None or isinstance(given, dt.date):
            return given
        if isinstance(given, str):
            return dt.date.fromisoformat(given)
    except ValueError:
        pass
    raise _refused(argument, given, "no day", "Give a date, or write it as 2022-02-01.")


def names(given: Named, argument: str) -> Named:
    """A name, or several. UsageError for what is none."""
    if given is None or isinstance(given, str):
        return given
    advice = "Give a name, or a list of names whose rows are put together."
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise _refused(argument, given, "no name", advice)
    several = list(given)
    for each in several:
        if not isinstance(each, str):
            raise _refused(argument, each, "no name", advice)
    return several


def words(given: str, argument: str, advice: str) -> str:
    """Words. UsageError, with the advice, for what is none."""
    if not isinstance(given, str):
        raise _refused(argument, given, "no text", advice)
    return given


def path(given: str | Path, argument: str) -> Path:
    """A path that may lead somewhere. UsageError for what is none: it is empty, or no system has such a one."""
    if not isinstance(given, str | Path) or not str(given) or "\0" in str(given):
        raise _refused(argument, given, "no path", "Give the path of a file, as a string or a Path.")
    return Path(given)


def paths(given: Paths) -> list[str | Path]:
    """One path or several. UsageError for what is none, and for none at all."""
    if isinstance(given, str | Path):
        return [given]
    advice = "Give a file, a folder or a pattern, or a list of them."
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise _refused("paths", given, "no path", advice)
    several = list(given)
    if not several:
        raise UsageError("There is no path in paths.", advice=advice)
    for each in several:
        if not isinstance(each, str | Path):
            raise _refused("paths", each, "no path", advice)
    return several


def metadata(given: Given) -> FileMetadata | None:
    """What is known of articles, from a file or from mappings. UsageError for what is neither; SourceError and
    UsageError as for a file."""
    if given is None or isinstance(given, FileMetadata):
        return given
    if isinstance(given, Mapping):
        return metadata_of(given)
    if not isinstance(given, str | Path):
        raise UsageError(
            f"metadata is of type {type(given).__name__}, neither a file nor a mapping.",
            advice='Give the path of a file, or mappings by file name: {"d1.txt": {"outlet": "Fjord Times"}}.',
        )
    return read_metadata(path(given, "metadata"))


def count(given: SupportsIndex, argument: str) -> int:
    """A whole number above 0. UsageError for what is none."""
    try:
        if (number := operator.index(given)) > 0:
            return number
    except TypeError:
        pass
    raise _refused(argument, given, "no whole number above 0", "Give 1, or as many as may work at once.")


def _refused(argument: str, given: object, what: str, advice: str) -> UsageError:
    return UsageError(f"{argument}={given!r:.80} is {what}.", advice=advice)
