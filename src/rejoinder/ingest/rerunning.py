"""What a run tells beside its articles: entries of metadata that no article has, articles that have changed, and that
there was nothing to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from rejoinder.ingest.matching import plain_name
from rejoinder.ingest.metadata_files import FileMetadata
from rejoinder.ingest.problems import warning
from rejoinder.types.document import Document, Metadata, Problem

_NAMED = 3


def unmatched(given: Mapping[str, Metadata], names: Collection[str]) -> Iterator[Problem]:
    """The entries for which there is none of these names and paths of articles and sources, as one problem; the first
    few are named. An entry goes by the whole name or path, or by the mere file name."""
    known = {*map(plain_name, names), *(PurePath(name).name for name in names)}
    left = sorted(entry for entry in given if plain_name(entry) not in known)
    if not left:
        return
    more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
    message = f"No article is called {', '.join(left[:_NAMED])}{more}."
    yield warning(given.file if isinstance(given, FileMetadata) else "metadata", "metadata-unmatched", message)


def changed(document: Document, earlier: Collection[str]) -> Iterator[Problem]:
    """The document came in under a name that documents with these ids had before, in other bytes."""
    if earlier:
        message = f"It was {' and '.join(sorted(earlier))} when it was read before, and is {document.id} now."
        yield warning(document.name, "changed-since", message)


def nothing(paths: Sequence[str | Path]) -> Problem:
    """No article was found there, nor anything that could have been one."""
    return warning(", ".join(map(str, paths)), "nothing-to-read", "There is no article in it.")
