"""One document to what it reports: the stages that take a document and nothing else, with their model."""

from __future__ import annotations

import hashlib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.annotate.annotating import annotate
from rejoinder.extract.extracting import extract
from rejoinder.types.document import Document
from rejoinder.types.extraction import Extraction
from rejoinder.types.likeness import Comparing, uncompared
from rejoinder.types.ports import Tagger

if TYPE_CHECKING:
    from rejoinder.models.nearest import Learnt

_PACKAGE = Path(__file__).parents[1]
_OPENED: dict[str, Path] = {}
"""The folders of the models that were opened in this process, by version."""
_SHAPES_A_READING = ("annotate", "extract", "models", "types", "vocabulary")


class Reader:
    """Reads documents with one model."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    @cached_property
    def version(self) -> str:
        """Name and version of the model and of the code around it: it changes whenever a reading may."""
        return f"{self._tagger.version}/{code_version()}"

    def read(self, document: Document) -> Extraction:
        """What the document reports."""
        return extract(document, annotate(document, self._tagger))


def open_reader(folder: Path | None = None, *, threads: int = 0) -> Reader:
    """The reader with the model in `folder` (None: the shipped one). ModelError where that is not a published one.

    `threads` are those of the model in this process; 0 lets it take what there is. They change nothing but the time."""
    from rejoinder.models.card import shipped_model  # heavy: only where something is read
    from rejoinder.models.encoder_tagger import EncoderTagger

    reader = Reader(EncoderTagger(folder or shipped_model(), threads=threads))
    _OPENED[_model_of(reader.version)] = folder or shipped_model()
    return reader


def nearest_passage(reader_version: str, trace: str) -> Learnt | None:
    """The training passage whose act is most like the one that left this trace; None where the model of the reader is
    not here, or its passages are not told."""
    from rejoinder.models.nearest import nearest

    folder = _folder_of(reader_version)
    return nearest(folder, trace) if folder else None


def comparing(reader_version: str) -> Comparing:
    """What the model that read makes of two acts by their traces; where it is not here, nothing."""
    folder = _folder_of(reader_version) if reader_version else None
    return _comparer(folder) if folder else uncompared


@cache
def _comparer(folder: Path) -> Comparing:
    from rejoinder.models.comparing import TraceComparer

    return TraceComparer(folder)


def forget_comparisons() -> None:
    """Let go of what the models made of pairs of acts, as in a process that has compared none yet."""
    _comparer.cache_clear()


def _folder_of(reader_version: str) -> Path | None:
    """The folder of the model that read: opened in this process, or the shipped one."""
    from rejoinder.models.card import read_card, shipped_model

    model = _model_of(reader_version)
    return _OPENED.get(model) or (shipped_model() if read_card(shipped_model()).version == model else None)


def _model_of(reader_version: str) -> str:
    return reader_version.partition("/")[0].partition("+")[0]


@cache
def code_version() -> str:
    """Eight hexadecimal digits of the code and vocabulary that shape a reading."""
    digest = hashlib.sha256()
    for package in _SHAPES_A_READING:
        for path in sorted((_PACKAGE / package).rglob("*")):
            if path.suffix in (".py", ".yaml", ".json") and path.is_file() and "reader" not in path.parts:
                digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
