"""A record as it is scored, and a gold bundle read and scored."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from rejoinder.errors import SourceError
from rejoinder.evaluation.account_rows import account_prediction
from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold import Bundle
from rejoinder.evaluation.prediction import Prediction
from rejoinder.evaluation.score import score
from rejoinder.ingest.metadata_files import read_metadata
from rejoinder.pipeline.accounts import material_at
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.record.reader import RecordReader
from rejoinder.record.store import Record
from rejoinder.types.span import Span

# A bundle says what was read and when; the clock has no part in it.
_NO_TIME = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def predicted(record: RecordReader, *, as_of: dt.date | None = None, known_at: dt.date | None = None) -> Prediction:
    """Everything that was found, by places in the source files."""
    material = material_at(record, as_of=as_of, known_at=known_at)
    offsets = {document.id: document.offsets for document in record.documents()}

    def raw(document_id: str, span: Span) -> Span:
        return offsets[document_id].raw_span(span)

    return account_prediction(material.reported, material.account, raw)


def score_bundle(folder: Path, reader: Reader) -> tuple[dict[str, Any], list[str]]:
    """The scores of reading the bundle's documents with its metadata on its day, and what was missed.

    SourceError where the folder is no bundle."""
    return score(*read_bundle(folder, reader))


def read_bundle(folder: Path, reader: Reader) -> tuple[Bundle, Prediction]:
    """A gold bundle, and what reading its documents with its metadata gives on its day.

    SourceError where the folder is no bundle."""
    bundle = load_bundle(folder)
    beside = folder / "documents.yaml"
    given = read_metadata(beside) if beside.is_file() else None
    with (
        tempfile.TemporaryDirectory(prefix="rejoinder-") as place,
        Record.open(Path(place) / "record.db", create=True, clock=lambda: _NO_TIME) as record,
    ):
        report = read_into(Run(record=record, reader=reader, now=_NO_TIME), [folder / "documents"], given)
        if report.failures:
            raise SourceError(f"{report.failures[0].source}: {report.failures[0].message}")
        made = predicted(record, as_of=bundle.as_of)
    return bundle, made
