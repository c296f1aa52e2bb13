from __future__ import annotations

from rejoinder.consolidate import consolidate
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, line, report

SENT, WAITING = "Norland sent the maps of the dam", "Sudmark is still without the maps of the dam"
TOLD = report(
    "a",
    f"{SENT}. {WAITING}.",
    line("aid", "Norland", "Sudmark", SENT),
    line("warn", "Sudmark", "Norland", WAITING),
)


def opposed(clash: float) -> list[str]:
    account = consolidate([TOLD], compare=Compared(Likeness(clash=clash)))
    return [one.rule for one in account.disputes]


def test_what_the_model_surely_takes_for_opposed_is_a_dispute() -> None:
    assert opposed(0.95) == ["read-as-opposed"]
    assert opposed(0.5) == []


def test_without_a_model_there_is_none() -> None:
    assert consolidate([TOLD]).disputes == ()


def test_acts_of_the_same_parties_and_acts_that_share_no_word_are_not_asked_about() -> None:
    compare = Compared(Likeness(clash=1.0))
    closed = "Norland closed its northern harbour while barges waited with grain"
    danced = "Sudmark danced through warm evenings under lanterns, fiddles and fireworks"
    apart = report(
        "b",
        f"{closed}. {SENT}. {danced}.",
        line("sanction", "Norland", "Sudmark", closed),
        line("aid", "Norland", "Sudmark", SENT),
        line("warn", "Sudmark", "Norland", danced),
    )
    assert not consolidate([apart], compare=compare).disputes
