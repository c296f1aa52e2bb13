from __future__ import annotations

import pytest

from rejoinder.consolidate import consolidate
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, Line, line, report

_OURS, _THEIRS = "Norland walked out of the room", "Sudmark tore up the minutes and left"


def _rules(*lines: Line, clash: float | None = None, day: str = "2031-05-10") -> list[str]:
    told = report("a", ". ".join(one.words for one in lines) + ".", *lines, published=day)
    if clash is None:
        return [dispute.rule for dispute in consolidate([told]).disputes]
    return [dispute.rule for dispute in consolidate([told], compare=Compared(Likeness(clash=clash))).disputes]


def _broken_off(by: str, to: str, words: str, holder: str | None) -> Line:
    return line("suspend", by, to, words, modality="reported", holder=holder)


@pytest.mark.parametrize(("clash", "found"), [(None, ["mutual-suspend"]), (0.2, ["mutual-suspend"]), (0.05, [])])
def test_each_says_that_the_other_broke_off(clash: float | None, found: list[str]) -> None:
    one = _broken_off("Norland", "Sudmark", _OURS, "Ivo Tomas")
    other = _broken_off("Sudmark", "Norland", _THEIRS, "Anna Berg")
    assert _rules(one, other, clash=clash) == found


@pytest.mark.parametrize("holders", [("Anna Berg", "Anna Berg"), (None, None), ("Anna Berg", "Ivo Tomas")])
def test_who_tells_of_his_own_leaving_lays_it_on_nobody(holders: tuple[str | None, str | None]) -> None:
    one, other = _broken_off("Norland", "Sudmark", _OURS, holders[0]), _broken_off("Sudmark", "", _THEIRS, holders[1])
    assert "mutual-suspend" not in _rules(one, other)


def _unanswered(by: str, to: str, words: str, holder: str) -> Line:
    return line("reply", by, to, words, modality="denied", holder=holder)


def test_each_says_that_the_other_leaves_it_without_an_answer() -> None:
    ours = _unanswered("Sudmark", "Norland", "Nothing has come from the palace", "Anna Berg")
    theirs = line("ignore", "Norland", "Sudmark", "The letter lies on a desk", modality="reported", holder="Ivo Tomas")
    assert _rules(ours, theirs) == ["mutual-silence"]


def test_whether_one_of_them_did_answer_is_another_matter_than_who_is_to_blame() -> None:
    ours = _unanswered("Sudmark", "Norland", "Sudmark has not replied to the draft of the treaty", "Anna Berg")
    sent = line("reply", "Sudmark", "Norland", "Sudmark replied to the draft of the treaty", holder="Ivo Tomas")
    theirs = _unanswered("Norland", "Sudmark", "No word on the fish has come out of the chancellery", "Ivo Tomas")
    assert sorted(_rules(ours, sent, theirs)) == ["denial"]
    other = line(
        "ignore", "Sudmark", "Norland", "They left us on the doorstep", modality="reported", holder="Anna Berg"
    )
    assert "mutual-silence" in _rules(ours, sent, theirs, other)


@pytest.mark.parametrize(("clash", "found"), [(0.5, ["answered-or-not"]), (0.2, [])])
def test_an_answer_to_nobody_named_is_set_against_silence_where_the_model_takes_one_of_them_for_false(
    clash: float, found: list[str]
) -> None:
    silent = _unanswered("Sudmark", "Norland", "there is nothing from the palace", "Anna Berg")
    came = line("deliver", "Sudmark", "", "a courier left at noon", modality="reported", holder="Ivo Tomas")
    assert _rules(silent, came, clash=clash) == found


def test_what_came_after_the_silence_was_told_does_not_contradict_it() -> None:
    silent = _unanswered("Sudmark", "Norland", "there is nothing from the palace", "Anna Berg")
    came = line("deliver", "Sudmark", "", "a courier left at noon", on="2031-06-01", holder="Ivo Tomas")
    assert _rules(silent, came, clash=0.5) == []


def test_those_who_tell_of_silence_stand_together_though_others_tell_of_the_same_answer() -> None:
    nothing, ignored, replied = (
        "Nothing came from Sudmark",
        "Sudmark had ignored the draft",
        "Sudmark replied to the draft",
    )
    told = [
        report("a", f"{nothing}.", _unanswered("Sudmark", "Norland", nothing, "Anna Berg")),
        report(
            "b", f"{ignored}.", line("ignore", "Sudmark", "Norland", ignored, modality="reported", holder="an aide")
        ),
        report(
            "c", f"{replied}.", line("reply", "Sudmark", "Norland", replied, modality="reported", holder="Ivo Tomas")
        ),
    ]
    account = consolidate(told, compare=Compared(Likeness(same=0.95, clash=0.95)))
    sides = [set(side.evidence) for dispute in account.disputes for side in dispute.sides]
    assert {"c/m0"} in sides
    assert not any({"c/m0", silent} <= side for side in sides for silent in ("a/m0", "b/m0"))
