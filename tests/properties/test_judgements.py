"""Judgements of any kind, in any order: taking all of them back restores the account exactly."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.consolidate import consolidate, in_force, ruled, rulings
from rejoinder.record.judgement_lines import judgement_lines, read_judgement_lines
from rejoinder.types.judgement import CORRECTABLE, Judgement
from tests.unit.consolidate.samples import line, report

PLAN, REFUSAL, TAX = (
    "Norland put a plan for the dam to Sudmark",
    "Sudmark refused the plan for the dam",
    "A tax on ferries was threatened",
)
REPORTS = [
    report(
        "a",
        f"{PLAN}. {REFUSAL}.",
        line("propose", "Norland", "Sudmark", PLAN),
        line("reject", "Sudmark", "Norland", REFUSAL),
    ),
    report("b", f"{TAX}. {PLAN}.", line("threaten", "Norland", "Sudmark", TAX), line("propose", "Norland", "", PLAN)),
]
PLAIN = consolidate(REPORTS)
MOVES = ["a/m0", "a/m1", "b/m0", "b/m1"]
ROWS = [*MOVES, *(event.id for event in PLAIN.events), *(answer.id for answer in PLAIN.answers), "gone"]
VALUES = {
    "kind": st.sampled_from(["warn", "accept", "reject"]),
    "modality": st.sampled_from(["actual", "denied", "sometimes"]),
    "date": st.sampled_from(["2031-05-07", "2031-05", "2031", "2031-05-01..2031-05-09", "", "soon", "2031-02-30"]),
    "actors": st.sampled_from(["Sudmark", "Estmark; Norland", "", ";;", "Nobody known"]),
    "recipients": st.sampled_from(["Norland", ""]),
}


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Up to eight decisions, some of them taking back one before."""
    made: list[Judgement] = []
    for number in range(draw(st.integers(1, 8))):
        decision = draw(
            st.sampled_from(["same", "not-same", "answers", "not-answers", "right", "wrong", "unsure", "corrected"])
        )
        paired = decision in ("same", "not-same", "answers", "not-answers")
        sizes = (2, 2) if paired else (1, 3)
        subjects = draw(st.lists(st.sampled_from(ROWS), min_size=sizes[0], max_size=sizes[1], unique=True))
        field = draw(st.sampled_from(CORRECTABLE)) if decision == "corrected" else None
        withdraws = draw(st.sampled_from([None, None, *(one.id for one in made)]))
        made.append(
            Judgement(
                id=f"j{number}",
                decision=decision,  # type: ignore[arg-type]
                subjects=tuple(subjects),
                field=field,
                value=draw(VALUES[field]) if field else None,
                by="reader",
                made_at=_at(number),
                withdraws=withdraws,
            )
        )
    return made


def _at(number: int) -> dt.datetime:
    return dt.datetime(2031, 6, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=number)


@settings(max_examples=60, deadline=None)
@given(made=judgements(), draw=st.randoms(use_true_random=False))
def test_withdrawing_all_that_holds_restores_the_account_and_the_rows(
    made: list[Judgement], draw: random.Random
) -> None:
    holding = in_force(made)
    draw.shuffle(holding)
    back = [replace(one, id=f"w{at}", withdraws=one.id, made_at=_at(len(made) + at)) for at, one in enumerate(holding)]
    assert consolidate(REPORTS, [*made, *back]) == PLAIN
    assert ruled(REPORTS, rulings([*made, *back])) == tuple(REPORTS)
    again = [replace(one, id=f"x{one.id}", withdraws=one.id, made_at=_at(100 + at)) for at, one in enumerate(back)]
    assert consolidate(REPORTS, [*made, *back, *again]) == consolidate(REPORTS, made)


@settings(max_examples=40, deadline=None)
@given(made=judgements(), draw=st.randoms(use_true_random=False))
def test_the_order_in_which_documents_and_judgements_are_given_changes_nothing(
    made: list[Judgement], draw: random.Random
) -> None:
    expected = consolidate(REPORTS, made)
    shuffled = draw.sample(made, len(made))
    assert consolidate(draw.sample(REPORTS, len(REPORTS)), shuffled) == expected


@settings(max_examples=40, deadline=None)
@given(made=judgements(), words=st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20))
def test_lines_give_back_what_they_were_made_from(made: list[Judgement], words: str) -> None:
    told = [replace(one, by=words, made_at=one.made_at.astimezone(dt.timezone(dt.timedelta(hours=3)))) for one in made]
    lines = "".join(judgement_lines(told))
    assert read_judgement_lines(lines) == tuple(replace(one, made_at=one.made_at.astimezone(dt.UTC)) for one in told)
    assert "".join(judgement_lines(read_judgement_lines(lines))) == lines
