"""Which entry of the metadata speaks of which file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from rejoinder.ingest.finding import Found
from rejoinder.ingest.metadata_files import FileMetadata
from rejoinder.ingest.problems import warning
from rejoinder.ingest.source import NOTHING_KNOWN
from rejoinder.types.document import Metadata, Problem

_NAMED = 3


class Matching:
    """Metadata by the names of articles, for the files of one run.

    An entry is that of the file with this name, else of the one that was given by this path, else of the only one with
    this mere file name. One that fits several is nobody's, also where all but one of them have entries of their own:
    nothing says that the last is meant. An entry for a line of a file (`file.jsonl#3`) follows its file."""

    def __init__(self, given: Mapping[str, Metadata], files: Sequence[Found]) -> None:
        self._file = given.file if isinstance(given, FileMetadata) else "metadata"
        self._given = {plain_name(entry): known for entry, known in given.items()}
        self._own = {path: name for name, path in reversed([(one.name, plain_name(one.path)) for one in files])}
        self._own |= {one.name: one.name for one in files}
        self._short: dict[str, list[str]] = defaultdict(list)
        for one in files:
            self._short[PurePath(one.name).name].append(one.name)
        self._found: dict[str, Metadata] = {}
        self._lines: dict[str, dict[str, Metadata]] = defaultdict(dict)
        self._several: dict[str, list[str]] = {}
        for entry in sorted(self._given, key=lambda entry: entry not in self._own):
            self._place(entry)

    def of(self, name: str) -> Metadata:
        """What is known of the file of this name."""
        return self._found.get(name, NOTHING_KNOWN)

    def lines(self, name: str) -> Mapping[str, Metadata]:
        """What is known of the lines of the container of this name, each by its own name."""
        return self._lines[name]

    def problems(self) -> Iterator[Problem]:
        """The entries that fit several files, as one problem each."""
        for entry, names in sorted(self._several.items()):
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            yield warning(self._file, "metadata-ambiguous", f"{entry} fits {', '.join(sorted(names)[:_NAMED])}{more}.")

    def _place(self, entry: str) -> None:
        if names := self._names(entry):
            if len(names) > 1:
                self._several[entry] = names
            else:
                self._found.setdefault(names[0], self._given[entry])
            return
        file, mark, line = entry.rpartition("#")
        names = self._names(file) if mark else []
        if len(names) > 1:
            self._several[entry] = names
        elif names:
            self._lines[names[0]].setdefault(f"{names[0]}#{line}", self._given[entry])

    def _names(self, entry: str) -> list[str]:
        return [self._own[entry]] if entry in self._own else self._short.get(entry, [])


def plain_name(name: str) -> str:
    """A name or path without what says nothing: `./`, doubled strokes."""
    return PurePath(name).as_posix()
