from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from rejoinder.consolidate import consolidate
from rejoinder.evaluation.account_rows import account_prediction
from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold_reading import gold_extractions
from rejoinder.evaluation.prediction import prediction_rows
from rejoinder.evaluation.score import score
from rejoinder.types.span import Span
from rejoinder.types.time import When
from tests.unit.evaluation.gold import write_bundle
from tests.unit.evaluation.predicted import read_prediction


def test_an_account_of_the_gold_is_scored(tmp_path: Path) -> None:
    bundle = load_bundle(write_bundle(tmp_path / "orve"))
    inputs = gold_extractions(bundle)
    prediction = account_prediction(inputs, consolidate(inputs, as_of=bundle.as_of))
    scores, _ = score(bundle, prediction)
    assert scores["statements"]["span+principal"]["f1"] == 1.0
    assert scores["moves"]["kind+actor+recipient"]["f1"] == 1.0
    assert scores["headline"] == 1.0
    assert read_prediction(prediction_rows(prediction)) == prediction


def test_places_are_those_of_the_source_file(tmp_path: Path) -> None:
    bundle = load_bundle(write_bundle(tmp_path / "orve"))
    inputs = gold_extractions(bundle)
    account = consolidate(inputs)

    def shifted(document_id: str, span: Span) -> Span:
        assert document_id == "d1"
        return Span(start=span.start + 3, end=span.end + 3)

    plain, moved = account_prediction(inputs, account), account_prediction(inputs, account, shifted)
    assert [m.place.start + 3 for m in plain.moves] == [m.place.start for m in moved.moves]
    assert {place.start + 3 for side in plain.disputes[0] for place in side} == {
        place.start for side in moved.disputes[0] for place in side
    }


def test_a_vague_day_is_told_more_closely_by_the_event(tmp_path: Path) -> None:
    bundle = load_bundle(write_bundle(tmp_path / "orve"))
    inputs = gold_extractions(bundle)
    (event, *_) = [e for e in consolidate(inputs).events if e.when and e.when.precision == "day"]
    first, when = event.moves[0], event.when
    assert when is not None
    week = When(first=when.first - dt.timedelta(days=3), last=when.first + dt.timedelta(days=3), precision="week")
    earlier = When(first=dt.date(1950, 1, 2), last=dt.date(1950, 1, 8), precision="week")
    for own, expected in ((None, when.iso()), (week, when.iso()), (earlier, earlier.iso())):
        (one,) = inputs
        moves = tuple(replace(m, when=own) if m.id == first else m for m in one.extraction.moves)
        changed = [replace(one, extraction=replace(one.extraction, moves=moves))]
        rows = account_prediction(changed, consolidate(inputs)).moves
        place = next(n for n, m in enumerate(moves) if m.id == first)
        assert rows[place].date == expected
