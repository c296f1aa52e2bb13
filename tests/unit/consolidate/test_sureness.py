from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rejoinder.consolidate import consolidate
from rejoinder.consolidate.rulings import rulings
from rejoinder.consolidate.sureness import counted
from rejoinder.types.account import Reported
from rejoinder.types.extraction import COUNTS_FROM
from rejoinder.types.judgement import Decision, Judgement
from tests.unit.consolidate.samples import line, report

SURE, UNSURE = "a/m0", "a/m1"


def told() -> Reported:
    """A plan, and a refusal that was read with a score just too low."""
    plan, refusal = "Norland put a plan for the dam to Sudmark", "Sudmark refused the plan for the dam"
    one = report(
        "a",
        f"{plan}. {refusal}.",
        line("propose", "Norland", "Sudmark", plan),
        line("reject", "Sudmark", "Norland", refusal),
    )
    moves = tuple(replace(m, score=COUNTS_FROM - 0.01 if m.id == UNSURE else COUNTS_FROM) for m in one.extraction.moves)
    return replace(one, extraction=replace(one.extraction, moves=moves))


def judged(decision: Decision, *subjects: str) -> Judgement:
    return Judgement(
        id="j",
        decision=decision,
        subjects=subjects,
        field=None,
        value=None,
        by="reader",
        made_at=dt.datetime(2031, 6, 1, tzinfo=dt.UTC),
    )


def events(*judgements: Judgement) -> set[str]:
    return {move for event in consolidate([told()], judgements).events for move in event.moves}


def test_what_is_read_too_unsurely_is_not_counted() -> None:
    assert events() == {SURE}
    assert [e.status for e in consolidate([told()]).exchanges] == ["open"]


def test_what_a_person_decides_on_counts_whatever_its_score() -> None:
    assert events(judged("right", UNSURE)) == {SURE, UNSURE}
    assert events(judged("answers", UNSURE, SURE)) == {SURE, UNSURE}
    assert events(judged("wrong", UNSURE)) == {SURE}
    assert events(judged("unsure", UNSURE)) == {SURE}


def test_a_report_all_of_which_counts_stays_the_same_value() -> None:
    one = told()
    assert counted([one], rulings(()), 0.0)[0] is one
    assert one.extraction.moves != counted([one], rulings(()), COUNTS_FROM)[0].extraction.moves
