from __future__ import annotations

import pytest

from rejoinder.consolidate.answers import Link
from rejoinder.consolidate.dispositions import answers
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.statuses import awaits_answer, status
from tests.unit.consolidate.samples import Line, acts, line, report, tellings

OFFER = line("offer", "Norland", "Sudmark+Estmark", "Norland offered a treaty on the dam")


def _status(*lines: Line, groups: tuple[tuple[int, ...], ...] = ()) -> str:
    """The status of the offer, each line (or group of lines) an answer to it."""
    text = " ".join(f"{one.words}." for one in (OFFER, *lines))
    told, _, _ = tellings(report("a", text, OFFER, *lines))
    made = acts(told, *([(0,), *groups] if groups else []))
    offer, rest = made[0], made[1:]
    rows = answers([Link(answer=one, to=offer, score=1.0, rule="sample") for one in rest])
    by_id: dict[str, Act] = {one.id: one for one in made}
    return status(offer, rows, by_id)


def _answer(
    kind: str, *, by: str = "Sudmark", on: str | None = None, modality: str = "actual", holder: str | None = None
) -> Line:
    words = f"{by} did {kind} {on or ''} {modality}".strip()
    return line(kind, by, "Norland", words, on=on, modality=modality, holder=holder)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("accept", "accepted"),
        ("reject", "rejected"),
        ("acknowledge", "acknowledged"),
        ("reply", "answered"),
        ("propose", "countered"),
        ("ignore", "open"),
    ],
)
def test_one_answer(kind: str, expected: str) -> None:
    assert _status(_answer(kind)) == expected


def test_nothing_came() -> None:
    assert _status() == "open"
    assert awaits_answer("open")
    assert not awaits_answer("countered")


def test_a_later_answer_overtakes_an_earlier_one() -> None:
    assert _status(_answer("reject", on="2031-01-01"), _answer("propose", on="2031-04-01")) == "countered"
    assert _status(_answer("reject", on="2031-01-01"), _answer("acknowledge", on="2031-04-01")) == "acknowledged"
    assert _status(_answer("reject", on="2031-01-01"), _answer("accept", on="2031-04-01", by="Estmark")) == "accepted"


def test_a_bare_reply_overtakes_nothing() -> None:
    assert _status(_answer("reject", on="2031-01-01"), _answer("reply", on="2031-04-01")) == "rejected"


def test_answers_of_one_week_count_together() -> None:
    assert _status(_answer("accept", on="2031-04-01"), _answer("reject", on="2031-04-03")) == "rejected"


def test_a_reply_that_some_deny_leaves_it_disputed() -> None:
    told = _answer("reply", modality="reported", holder="an aide")
    denied = _answer("reply", modality="denied", holder="Ivo Tomas")
    assert _status(told, denied, groups=((1, 2),)) == "disputed"


def test_silence_that_only_the_asked_denies_is_disputed() -> None:
    silence = _answer("ignore", modality="reported", holder="Anna Berg")
    assert _status(silence, _answer("reply", modality="reported", holder="Ivo Tomas")) == "disputed"
    assert _status(silence, _answer("reply")) == "answered"


def test_an_answer_after_the_complaint_is_no_contradiction() -> None:
    complaint = line(
        "ignore",
        "Sudmark",
        "Norland",
        "Sudmark had not answered",
        on="2031-04-01",
        modality="reported",
        holder="Anna Berg",
    )
    assert _status(complaint, _answer("reply", on="2031-05-01", modality="reported", holder="Ivo Tomas")) == "answered"


def test_yes_by_one_and_silence_by_another_is_in_part() -> None:
    silence = _answer("reply", by="Estmark", modality="denied")
    assert _status(_answer("accept"), silence) == "partial"


def test_an_offer_that_some_say_was_never_made_is_disputed() -> None:
    denied = line(
        "offer", "Norland", "Sudmark+Estmark", "no treaty was ever offered", modality="denied", holder="Anna Berg"
    )
    assert _status(denied, _answer("reject"), groups=((2,),)) == "rejected"
    text = f"{OFFER.words}. {denied.words}. Sudmark refused."
    told, _, _ = tellings(report("a", text, OFFER, denied, line("reject", "Sudmark", "Norland", "Sudmark refused")))
    offer, refusal = acts(told, (0, 1), (2,))
    rows = answers([Link(answer=refusal, to=offer, score=1.0, rule="sample")])
    assert status(offer, rows, {offer.id: offer, refusal.id: refusal}) == "disputed"
