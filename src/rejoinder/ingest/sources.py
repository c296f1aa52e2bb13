"""Files, folders and patterns to the articles they hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rejoinder.ingest.finding import Found, found_files
from rejoinder.ingest.html import read_html
from rejoinder.ingest.jsonl import read_jsonl
from rejoinder.ingest.limits import DEFAULT_LIMITS, Limits
from rejoinder.ingest.markdown import read_markdown
from rejoinder.ingest.matching import Matching
from rejoinder.ingest.metadata_files import files_of
from rejoinder.ingest.problems import rejected, warning
from rejoinder.ingest.signatures import SUFFIXES, Media, binary, looks_like_html
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document, Metadata, Problem

_READERS = {"text": read_text, "markdown": read_markdown, "html": read_html}


def read_sources(
    paths: Sequence[str | Path],
    given: Mapping[str, Metadata] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    own: Collection[Path] = (),
) -> Iterator[Document | Problem]:
    """The articles of files, folders (with all folders in them) and patterns such as `news/*.html`, sorted by name.

    For a source of which no document comes there is one problem, `rejected`; a document carries its own warnings.
    Names are paths below the folder or pattern given, lines of a container are `file.jsonl#3` in their order.
    `given` is metadata by such names, by paths as they are given, or by mere file names (see `matching`); an entry that
    fits several files is a problem, `warning`; the file that it was read from is no article. `own` are the files of the
    record that is written, which are never opened. Nothing is raised for a bad file."""
    files = list(found_files(paths, own, files_of(given)))
    matching = Matching(given or {}, [found for found in files if found.trouble is None])
    yield from matching.problems()
    contents: dict[str, str] = {}
    for found in files:
        if found.trouble is not None:
            yield found.trouble
            continue
        try:
            yield from _read(found, matching, limits, contents)
        except OSError as error:
            yield rejected(found.name, "unreadable", f"It cannot be read: {error.strerror or type(error).__name__}.")


def _read(found: Found, matching: Matching, limits: Limits, contents: dict[str, str]) -> Iterator[Document | Problem]:
    path = Path(found.path)
    with path.open("rb") as stream:
        head = stream.read(8192)
        what = binary(head)
        media = _media(path, head, named=found.named)
        if what or media is None:
            yield rejected(found.name, "unsupported-type", f"It is {what or 'of a type that is not read'}.")
            return
        stream.seek(0)
        if media == "jsonl":
            yield from read_jsonl(stream, found.name, given=matching.lines(found.name), limits=limits)
            return
        size = os.fstat(stream.fileno()).st_size
        if size > limits.file_bytes:
            yield rejected(found.name, "too-large", f"{size} bytes, read are {limits.file_bytes}.")
            return
        raw = stream.read(limits.file_bytes + 1)
    digest = hashlib.sha256(raw).hexdigest()
    earlier = contents.setdefault(digest, found.name)
    again = earlier != found.name
    known = matching.of(found.name)
    result = _READERS[media](raw, found.name, given=known, place=found.name if again else "", limits=limits)
    if isinstance(result, Document):
        result = _remarked(result, path, media, earlier if again else None)
    yield result


def _remarked(document: Document, path: Path, media: Media, earlier: str | None) -> Document:
    """The document with what its file, not its text, makes one remark."""
    remarks = []
    if SUFFIXES.get(path.suffix.lower(), media) != media:
        remarks.append(warning(document.name, "type-mismatch", f"It is {media}, whatever its name says."))
    if earlier is not None:
        remarks.append(warning(document.name, "same-content", f"Byte for byte the same as {earlier}."))
    return replace(document, problems=(*document.problems, *remarks)) if remarks else document


def _media(path: Path, head: bytes, *, named: bool) -> Media | None:
    suffix = path.suffix.lower()
    by_name = SUFFIXES.get(suffix)
    if by_name in ("text", None) and looks_like_html(head) and (by_name or named or not suffix):
        return "html"
    if by_name == "html" and b"<" not in head:
        return "text"
    if by_name is None and (named or not suffix):
        return "text"
    return by_name
