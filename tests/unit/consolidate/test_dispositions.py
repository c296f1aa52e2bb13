from __future__ import annotations

import pytest

from rejoinder.consolidate.answers import Link
from rejoinder.consolidate.dispositions import answers, answers_to
from tests.unit.consolidate.samples import Line, acts, line, report, tellings

OFFER = "Norland offered a treaty on the dam"


def _said(*lines: Line) -> list[str]:
    text = " ".join(f"{one.words}." for one in (line("offer", "Norland", "Sudmark", OFFER), *lines))
    told, _, _ = tellings(report("a", text, line("offer", "Norland", "Sudmark", OFFER), *lines))
    offer, *rest = acts(told)
    rows = answers([Link(answer=one, to=offer, score=1.0, rule="sample") for one in rest])
    by_answer = {row.answer: row.disposition for row in rows}
    return [by_answer[one.id] for one in rest]


@pytest.mark.parametrize(
    ("kind", "modality", "disposition"),
    [
        ("accept", "actual", "accept"),
        ("accept", "denied", "none"),
        ("reject", "actual", "reject"),
        ("acknowledge", "actual", "acknowledge"),
        ("acknowledge", "denied", "none"),
        ("ignore", "reported", "none"),
        ("reply", "actual", "reply"),
        ("reply", "denied", "none"),
        ("propose", "actual", "counter"),
        ("deliver", "actual", "counter"),
    ],
)
def test_the_kind_says_what_the_answer_is(kind: str, modality: str, disposition: str) -> None:
    assert _said(line(kind, "Sudmark", "Norland", "Sudmark answered", modality=modality)) == [disposition]


def test_yes_and_no_by_one_party_is_in_part() -> None:
    yes = line("accept", "Sudmark", "Norland", "Sudmark took the fishing clause")
    no = line("reject", "Sudmark", "Norland", "Sudmark threw out the toll clause")
    note = line("reply", "Sudmark", "Norland", "Sudmark sent a note")
    assert _said(yes, no, note) == ["partial", "reject", "partial"]


def test_yes_by_one_and_no_by_another_stay_what_they_are() -> None:
    yes = line("accept", "Estmark", "Norland", "Estmark took the fishing clause")
    no = line("reject", "Sudmark", "Norland", "Sudmark threw out the toll clause")
    assert _said(yes, no) == ["accept", "reject"]


def test_answers_are_found_by_what_they_answer() -> None:
    told, _, _ = tellings(
        report(
            "a",
            f"{OFFER}. Sudmark refused.",
            line("offer", "Norland", "Sudmark", OFFER),
            line("reject", "Sudmark", "", "Sudmark refused"),
        )
    )
    offer, refusal = acts(told)
    rows = answers([Link(answer=refusal, to=offer, score=2.0, rule="next")])
    assert answers_to(rows) == {offer.id: rows}
    assert rows[0].evidence == ("a/m0", "a/m1")
