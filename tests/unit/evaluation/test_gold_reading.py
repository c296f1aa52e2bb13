from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold_reading import gold_extractions, gold_when
from rejoinder.types.annotation import PartyRef
from rejoinder.types.time import When, day
from tests.unit.evaluation.gold import write_bundle


@pytest.mark.parametrize(
    ("date", "first", "last", "precision"),
    [
        ("2031-05-05", (2031, 5, 5), (2031, 5, 5), "day"),
        ("2031-02", (2031, 2, 1), (2031, 2, 28), "month"),
        ("2031", (2031, 1, 1), (2031, 12, 31), "year"),
        ("2031-02..2031-04", (2031, 2, 1), (2031, 4, 30), "interval"),
    ],
)
def test_gold_dates_are_days(date: str, first: tuple[int, ...], last: tuple[int, ...], precision: str) -> None:
    expected = When(first=dt.date(*first), last=dt.date(*last), precision=precision)  # type: ignore[arg-type]
    assert gold_when(date) == expected


def test_no_date_and_no_sense() -> None:
    assert gold_when(None) is None
    with pytest.raises(UsageError, match="not a gold date"):
        gold_when("last spring")


def test_the_gold_is_reported_as_a_perfect_reader_would(tmp_path: Path) -> None:
    one = gold_extractions(load_bundle(write_bundle(tmp_path / "orve")))[0]
    assert (one.outlet, one.published) == ("The Post", day(dt.date(2031, 5, 10)))
    offer, refusal, told, denied = one.extraction.moves
    assert offer.anchor.of(one.text) == "Norland offered Sudmark\nthe water of the Orve dam"
    assert offer.topic[:3] == ("norland", "offered", "sudmark")
    assert refusal.actors == (PartyRef(name="Sudmark", type="state"),)
    assert refusal.holders == (PartyRef(name="Ivo Tomas", type="person", principal="Sudmark"),)
    assert refusal.statement_id == "d1/s1"
    assert told.holders[0] == PartyRef(name="aide", type="person", anonymity="unnamed")
    assert denied.holders[0].role == "Foreign Minister"
    assert offer.holders == ()


def test_cue_and_source_are_the_nearest_to_the_words(tmp_path: Path) -> None:
    one = gold_extractions(load_bundle(write_bundle(tmp_path / "orve")))[0]
    last = one.extraction.statements[-1]
    assert last.cue is not None
    assert last.source is not None
    assert last.cue.start > one.text.index("Anna Berg")
    assert last.source.of(one.text) == "Anna Berg"
