from __future__ import annotations

import datetime as dt
from itertools import count

import pytest

from rejoinder.consolidate import consolidate
from rejoinder.consolidate.rulings import ruled, rulings
from rejoinder.types.account import Account, Reported
from rejoinder.types.judgement import Decision, Judgement
from tests.unit.consolidate.samples import line, report

_NUMBERS = count()


def _judge(
    decision: Decision, *subjects: str, field: str | None = None, value: str | None = None, withdraws: str | None = None
) -> Judgement:
    number = next(_NUMBERS)
    made_at = dt.datetime(2031, 6, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=number)
    return Judgement(
        id=f"j{number}",
        decision=decision,
        subjects=subjects,
        field=field,
        value=value,
        by="reader",
        made_at=made_at,
        withdraws=withdraws,
    )


def _reports() -> list[Reported]:
    plan, refusal = "Norland put a plan for the dam to Sudmark", "Sudmark refused the plan for the dam"
    return [
        report(
            "a",
            f"{plan}. {refusal}.",
            line("propose", "Norland", "Sudmark", plan),
            line("reject", "Sudmark", "Norland", refusal),
        ),
        report(
            "b",
            "A tax on ferries was threatened.",
            line("threaten", "Norland", "Sudmark", "A tax on ferries was threatened"),
        ),
    ]


def _groups(account: Account) -> set[tuple[str, ...]]:
    return {event.moves for event in account.events}


def test_same_and_not_same_hold_and_the_later_wins() -> None:
    same = _judge("same", "a/m0", "b/m0")
    assert ("a/m0", "b/m0") in _groups(consolidate(_reports(), [same]))
    apart = _judge("not-same", "b/m0", "a/m0")
    assert _groups(consolidate(_reports(), [apart, same])) == {("a/m0",), ("a/m1",), ("b/m0",)}


def test_withdrawing_restores_and_withdrawing_that_restores_the_judgement() -> None:
    same = _judge("same", "a/m0", "b/m0")
    back = _judge("same", withdraws=same.id)
    assert consolidate(_reports(), [same, back]) == consolidate(_reports())
    again = _judge("same", withdraws=back.id)
    assert consolidate(_reports(), [again, back, same]) == consolidate(_reports(), [same])


def test_events_may_be_named_by_their_ids() -> None:
    plain = consolidate(_reports())
    by_move = {event.moves: event.id for event in plain.events}
    same = _judge("same", by_move[("a/m0",)], by_move[("b/m0",)])
    assert ("a/m0", "b/m0") in _groups(consolidate(_reports(), [same]))


def test_what_is_wrong_goes() -> None:
    assert _groups(consolidate(_reports(), [_judge("wrong", "b/m0")])) == {("a/m0",), ("a/m1",)}
    answer = consolidate(_reports()).answers[0]
    assert not consolidate(_reports(), [_judge("wrong", answer.id)]).answers


def test_answers_are_added_and_taken_out() -> None:
    plain = consolidate(_reports())
    assert len(plain.answers) == 1
    assert not consolidate(_reports(), [_judge("not-answers", "a/m1", "a/m0")]).answers
    added = consolidate(_reports(), [_judge("answers", "b/m0", "a/m0")]).answers
    assert "judgement" in {answer.rule for answer in added}


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [("kind", "warn", "warn"), ("modality", "denied", "denied"), ("date", "2031-05-07", "2031-05-07")],
)
def test_corrected_values_take_their_place(field: str, value: str, seen: str) -> None:
    account = consolidate(_reports(), [_judge("corrected", "b/m0", field=field, value=value)])
    event = next(event for event in account.events if event.moves == ("b/m0",))
    assert seen in (event.kind, event.modality, event.when.iso() if event.when else "")


def test_corrected_parties_are_known_by_name() -> None:
    account = consolidate(_reports(), [_judge("corrected", "b/m0", field="actors", value="Sudmark; Estmark")])
    names = {party.id: party.name for party in account.parties}
    event = next(event for event in account.events if event.moves == ("b/m0",))
    assert {names[actor] for actor in event.actors} == {"Sudmark", "Estmark"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [("sudmark", "Sudmark"), ("Kyiv", "Ukraine"), ("kremlin", "Russia"), ("Reed Board", "Reed Board")],
)
def test_a_corrected_party_may_be_called_as_it_is_called_elsewhere(typed: str, name: str) -> None:
    account = consolidate(_reports(), [_judge("corrected", "b/m0", field="actors", value=typed)])
    names = {party.id: party.name for party in account.parties}
    event = next(event for event in account.events if event.moves == ("b/m0",))
    assert {names[actor] for actor in event.actors} == {name}


def test_judgements_on_what_is_gone_change_nothing() -> None:
    judgements = [_judge("same", "x/m1", "a/m0"), _judge("answers", "x/m1", "a/m0"), _judge("wrong", "x")]
    assert consolidate(_reports(), judgements) == consolidate(_reports())


@pytest.mark.parametrize("kind", ["frobnicate", ""])
def test_a_kind_that_is_none_is_passed_over(kind: str) -> None:
    wild = _judge("corrected", "b/m0", field="kind", value=kind)
    assert consolidate(_reports(), [wild]) == consolidate(_reports())


def test_a_party_that_is_named_twice_acts_once() -> None:
    twice = _judge("corrected", "b/m0", field="actors", value="Sudmark; sudmark; Sudmark")
    told = {m.id: m for one in ruled(_reports(), rulings([twice])) for m in one.extraction.moves}
    assert [party.name for party in told["b/m0"].actors] == ["Sudmark"]


def test_unknown_values_are_passed_over() -> None:
    wild = _judge("corrected", "b/m0", field="modality", value="sometimes")
    assert consolidate(_reports(), [wild]) == consolidate(_reports())
    assert rulings([wild]).corrected == {"b/m0": (("modality", "sometimes"),)}
