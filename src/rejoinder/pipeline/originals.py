"""The bytes of a document as they were given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

from rejoinder.ingest.finding import found_files
from rejoinder.types.document import Document
from rejoinder.types.identity import content_id


class Originals:
    """Source files by the names of the documents that come of them."""

    def __init__(self, paths: Sequence[str | Path], own: Collection[Path] = (), beside: Collection[Path] = ()) -> None:
        self._paths = {found.name: found.path for found in found_files(paths, own, beside) if found.trouble is None}
        self._bytes = lru_cache(maxsize=2)(_read)

    def path(self, name: str) -> str:
        """The path by which the source of a document or problem of this name was given; of a line of it `path#3`."""
        if name in self._paths:
            return self._paths[name]
        file, mark, line = name.rpartition("#")
        return f"{self._paths.get(file, file)}{mark}{line}"

    def of(self, document: Document) -> bytes:
        """The file, or the line of it without blanks around it. Where neither is what was read, the text that was."""
        file, mark, line = document.name.rpartition("#")
        try:
            if document.name in self._paths:
                whole = self._bytes(self._paths[document.name])
                if document.id in (content_id("doc", whole), content_id("doc", whole, document.name)):
                    return whole
            elif mark and file in self._paths and line.isdigit():
                lines = self._bytes(self._paths[file]).split(b"\n")
                raw = lines[int(line) - 1].removeprefix(b"\xef\xbb\xbf").strip() if int(line) <= len(lines) else b""
                if document.id == content_id("doc", raw, int(line)):
                    return raw
        except OSError:
            pass
        return document.raw.encode("utf-8", "surrogatepass")


def _read(path: str) -> bytes:
    return Path(path).read_bytes()
