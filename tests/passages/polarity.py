"""The sentences of `polarity.md`, with the acts that stand in them and what a reader makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rejoinder.evaluation.polarity import Act, Sentence
from rejoinder.pipeline.reader import Reader
from tests.passages.reading import Passage, passages, places


def sentences(path: Path, reader: Reader) -> Iterator[Sentence]:
    """Every sentence of the file, read."""
    for passage in passages(path):
        document = passage.document()
        yield Sentence(text=document.text, acts=acts(passage, document.text), moves=reader.read(document).moves)


def acts(passage: Passage, text: str) -> tuple[Act, ...]:
    """The acts that a passage says are there, missed ones too."""
    return tuple(
        Act(kind=one.fields["kind"], modality=one.fields["modality"], place=places(text, one.words[0])[0])
        for one in passage.expectations
        if one.what == "move"
    )
