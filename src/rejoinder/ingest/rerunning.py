"""What a run tells beside its articles: entries of metadata that no article has, and articles that have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath

from rejoinder.ingest.metadata_files import FileMetadata
from rejoinder.ingest.problems import warning
from rejoinder.types.document import Document, Metadata, Problem

_NAMED = 3


def unmatched(given: Mapping[str, Metadata], names: Collection[str]) -> Iterator[Problem]:
    """The entries for which there is none of these names of articles and sources, as one problem; the first few are
    named. An entry goes by the whole name or by the mere file name."""
    known = {*names, *(PurePath(name).name for name in names)}
    left = sorted(entry for entry in given if entry not in known)
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
