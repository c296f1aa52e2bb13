from __future__ import annotations

import importlib.util
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold import Bundle
from rejoinder.evaluation.prediction import Place, Prediction, prediction_rows
from rejoinder.evaluation.score import score
from rejoinder.evaluation.score_places import places
from tests.unit.evaluation.gold import write_bundle
from tests.unit.evaluation.predicted import read_prediction

ROOT = Path(__file__).parents[3]
BUNDLES = sorted(path.parent for path in (ROOT / "evals" / "bundles").glob("*/gold.yaml"))


def _perfect(bundle: Bundle) -> dict[str, list[dict[str, Any]]]:
    """The gold as rows of a prediction."""

    def at(doc: str, anchor: str) -> dict[str, Any]:
        place = places(bundle.documents[doc], anchor)[0]
        return {"doc": place.doc, "start": place.start, "end": place.end}

    def name(party: str) -> str:
        return bundle.parties[party].name if party in bundle.parties else party.removeprefix("anon:")

    return {
        "statements": [
            {**at(s.doc, s.content), "speaker": name(s.speakers[0]), "form": s.form, "via": list(s.via)}
            for s in bundle.statements
        ],
        "moves": [
            {
                **at(m.doc, m.anchor),
                "event": m.event,
                "kind": m.kind,
                "modality": m.modality,
                "date": m.date,
                "holder": name(m.holders[0]),
                "actor": [name(party) for party in m.actors],
                "recipient": [name(party) for party in m.recipients],
            }
            for m in bundle.moves
        ],
        "answers": [{"answer": a.answer, "to": a.to, "disposition": a.disposition} for a in bundle.answers],
        "exchanges": [{"offer": e.offer, "status": e.status} for e in bundle.exchanges],
        "disputes": [{"sides": [{"mentions": [at(*m) for m in side]} for side in d.sides]} for d in bundle.disputes],
    }


def _spoilt(
    rows: dict[str, list[dict[str, Any]]], lengths: dict[str, int], seed: int
) -> dict[str, list[dict[str, Any]]]:
    """The rows with some left out, moved, renamed and regrouped; the same for the same seed."""
    draw = random.Random(seed)
    kept = {key: [dict(row) for row in part if draw.random() > 0.3] for key, part in rows.items()}
    for row in kept["statements"] + kept["moves"]:
        row["start"] = max(0, row["start"] + draw.randint(-20, 10))
        row["end"] = min(lengths[row["doc"]], max(row["start"] + 1, row["end"] + draw.randint(-15, 20)))
    for row in kept["moves"]:
        other = draw.choice(rows["moves"])
        for field in ("event", "kind", "holder", "actor", "date"):
            if draw.random() < 0.2:
                row[field] = other[field]
    return kept


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    return load_bundle(write_bundle(tmp_path / "orve"))


def test_the_gold_scores_full_marks_against_itself(bundle: Bundle) -> None:
    scores, missed = score(bundle, read_prediction(_perfect(bundle)))
    assert scores["headline"] == 1.0
    assert missed == []


def test_nothing_predicted_scores_nothing(bundle: Bundle) -> None:
    scores, missed = score(bundle, Prediction())
    assert scores["headline"] == 0.0
    assert len([line for line in missed if line.startswith("missed move")]) == 4


def test_misses_say_what_is_wrong(bundle: Bundle) -> None:
    rows = _perfect(bundle)
    rows["moves"][0]["kind"] = "demand"
    rows["moves"][1]["actor"] = ["Norland"]
    rows["statements"][2]["speaker"] = "Ivo Tomas"
    _, missed = score(bundle, read_prediction(rows))
    assert any("missed move m1 offer (seen as demand)" in line for line in missed)
    assert any("wrong parties m2 reject" in line for line in missed)
    assert any("wrong speaker s3" in line for line in missed)
    assert any(line.startswith("extra move demand") for line in missed)


def test_names_are_known_by_alias_surname_and_article(bundle: Bundle) -> None:
    rows = _perfect(bundle)
    rows["moves"][0]["actor"] = ["The Norlanders"]
    rows["statements"][0]["speaker"] = "President Tomas"
    scores, _ = score(bundle, read_prediction(rows))
    assert scores["headline"] == 1.0


def test_grouping_all_in_one_costs_precision_only(bundle: Bundle) -> None:
    rows = _perfect(bundle)
    for row in rows["moves"]:
        row["event"] = "all"
    scores, _ = score(bundle, read_prediction(rows))
    assert scores["events"]["b3_r"] == 1.0
    assert scores["events"]["b3_p"] == 0.375


def test_acts_inside_a_matched_anchor_count_neither_way(bundle: Bundle) -> None:
    rows = _perfect(bundle)
    outer = rows["moves"][0]
    rows["moves"].append({**outer, "start": outer["start"] + 8, "end": outer["start"] + 20, "event": "inner"})
    scores, missed = score(bundle, read_prediction(rows))
    assert scores["moves"]["kind"]["p"] == 1.0
    assert not any("extra" in line for line in missed)


def test_rows_come_back_as_they_were_given(bundle: Bundle) -> None:
    given = read_prediction(_perfect(bundle))
    assert read_prediction(prediction_rows(given)) == given


def test_a_dispute_needs_two_sides_on_two_gold_sides(bundle: Bundle) -> None:
    given = read_prediction(_perfect(bundle))
    one, other = given.disputes[0]
    assert score(bundle, replace(given, disputes=((one, one),)))[0]["disputes"]["hits"] == 0
    far: Sequence[Place] = (Place(doc="d1.txt", start=0, end=5),)
    assert score(bundle, replace(given, disputes=((one, tuple(far), other),)))[0]["disputes"]["hits"] == 1


def _other_scorer() -> ModuleType | None:
    """The scorer that stands beside the checkout, where there is one."""
    for folder in (ROOT / "shared", ROOT.parent / "shared"):
        path = folder / "bundles" / "score.py"
        if path.exists():
            spec = importlib.util.spec_from_file_location("other_scorer", path)
            assert spec is not None
            assert spec.loader is not None
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    return None


@pytest.mark.parametrize("folder", BUNDLES, ids=lambda path: path.name)
def test_the_other_scorer_agrees_to_the_digit(folder: Path) -> None:
    other = _other_scorer()
    if other is None:
        pytest.skip("no other scorer beside the checkout")
    bundle, theirs = load_bundle(folder), other.Bundle(folder)
    lengths = {document.file: len(document.text) for document in bundle.documents.values()}
    perfect = _perfect(bundle)
    for seed in range(4):
        rows = _spoilt(perfect, lengths, seed) if seed else perfect
        prediction = read_prediction(rows)
        assert score(bundle, prediction)[0] == other.score(theirs, prediction_rows(prediction))[0]
