from __future__ import annotations

from pathlib import Path

from rejoinder.consolidate import consolidate
from rejoinder.evaluation.account_rows import account_prediction
from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold_reading import gold_extractions
from rejoinder.evaluation.prediction import prediction_rows, read_prediction
from rejoinder.evaluation.score import score
from rejoinder.types.span import Span
from tests.unit.evaluation.gold import write_bundle


def test_an_account_of_the_gold_is_scored(tmp_path: Path) -> None:
    bundle = load_bundle(write_bundle(tmp_path / "orve"))
    inputs = gold_extractions(bundle)
    prediction = account_prediction(inputs, consolidate(inputs, as_of=bundle.as_of))
    scores, _ = score(bundle, prediction)
    assert scores["statements"]["span+principal"]["f1"] == 1.0
    assert scores["moves"]["kind+actor+recipient"]["f1"] == 1.0
    assert scores["headline"] == 1.0
    assert read_prediction(prediction_rows(prediction), bundle) == prediction


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
