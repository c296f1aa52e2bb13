"""What each stage of reading takes, one after the other over the same documents, on one core."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from rejoinder.annotate.annotating import annotate
from rejoinder.annotate.sentences import read_paragraphs
from rejoinder.consolidate import consolidate
from rejoinder.extract.extracting import extract
from rejoinder.ingest import read_sources
from rejoinder.models.card import shipped_model
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.pipeline.accounts import reported
from rejoinder.pipeline.reader import comparing, forget_comparisons, open_reader
from rejoinder.types.annotation import Reading
from rejoinder.types.document import Document
from rejoinder.types.span import Span

STAGES = ("taking in", "reading words", "annotating", "extracting", "putting together", "keeping")
_Made = TypeVar("_Made")


class _Read:
    """A tagger that has read already."""

    version = "read"

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings

    def read(self, text: str, _paragraphs: Sequence[Span]) -> Reading:
        return self._readings[text]


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, work: Callable[[], _Made]) -> _Made:
        """What the work comes to; its seconds are the stage's."""
        begun = time.process_time()
        made = work()
        self.seconds[stage] = time.process_time() - begun
        return made


def stage_seconds(folder: Path, whole: Callable[[], object], model: Path | None = None) -> Mapping[str, float]:
    """Processor seconds of each stage over the documents of a folder, in the order of STAGES.

    `whole` reads the folder into a record; what it takes beyond the stages before is `keeping` (writing and indexing).
    """
    tagger = EncoderTagger(model or shipped_model(), threads=1)
    version = open_reader(model, threads=1).version
    clock = Clock()
    found = clock.timed("taking in", lambda: list(read_sources([folder])))
    documents = [one for one in found if isinstance(one, Document)]
    read = clock.timed("reading words", lambda: {d.text: _reading(tagger, d) for d in documents})
    annotations = clock.timed("annotating", lambda: [annotate(d, _Read(read)) for d in documents])
    pairs = list(zip(documents, annotations, strict=True))
    extractions = clock.timed("extracting", lambda: {d.id: extract(d, a) for d, a in pairs})
    inputs = reported(documents, extractions)
    forget_comparisons()
    clock.timed("putting together", lambda: consolidate(inputs, compare=comparing(version)))
    clock.timed("keeping", whole)
    clock.seconds["keeping"] -= sum(seconds for stage, seconds in clock.seconds.items() if stage != "keeping")
    return clock.seconds


def _reading(tagger: EncoderTagger, document: Document) -> Reading:
    return tagger.read(document.text, [p for p, _ in read_paragraphs(document)])
