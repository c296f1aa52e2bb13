from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.consolidate import consolidate
from rejoinder.types.account import Reported
from tests.unit.consolidate.samples import line, report

OFFER, REFUSAL = "Norland offered Sudmark water from the dam", "Sudmark refused the water from the dam"
MEETING = "ministers will meet about the dam on the river"


def documents() -> list[Reported]:
    return [
        report("a", f"{OFFER}.", line("offer", "Norland", "Sudmark", OFFER, on="2031-05-01"), published="2031-05-01"),
        report(
            "b",
            f"{OFFER}. {REFUSAL}.",
            line("offer", "Norland", "Sudmark", OFFER),
            line("reject", "Sudmark", "Norland", REFUSAL, on="2031-05-05"),
            published="2031-05-06",
        ),
        report(
            "c",
            f"The {MEETING}. Sudmark denies that it refused the water.",
            line("meet", "Norland+Sudmark", "", MEETING, on="2031-05-20", modality="planned"),
            line("deny", "Sudmark", "", "Sudmark denies that it refused the water"),
            published="2031-05-08",
        ),
        report("d", "The dam broke."),
    ]


def test_nothing_gives_an_empty_account() -> None:
    account = consolidate([])
    assert account.events == account.exchanges == account.disputes == account.parties == ()


@settings(max_examples=24, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    given_documents = documents()
    assert consolidate([given_documents[i] for i in order]) == consolidate(given_documents)


def test_every_move_is_in_one_event_and_every_id_leads_somewhere() -> None:
    inputs = documents()
    account = consolidate(inputs)
    moves = sorted(move.id for one in inputs for move in one.extraction.moves)
    assert sorted(move for event in account.events for move in event.moves) == moves
    events = {event.id for event in account.events}
    parties = {party.id for party in account.parties}
    answers = {answer.id for answer in account.answers}
    assert {answer.answer for answer in account.answers} | {answer.to for answer in account.answers} <= events
    assert {exchange.offer for exchange in account.exchanges} <= events
    assert {answer for exchange in account.exchanges for answer in exchange.answers} <= answers
    assert {party for event in account.events for party in (*event.actors, *event.recipients)} <= parties
    assert {issue for event in account.events for issue in event.issues} <= {issue.id for issue in account.issues}


def test_an_account_of_a_day_has_no_later_acts_but_the_plans_of_then() -> None:
    account = consolidate(documents(), as_of=dt.date(2031, 5, 4))
    kinds = {event.kind for event in account.events}
    assert "reject" not in kinds
    assert "offer" in kinds
    assert "meet" not in kinds  # the plan was not yet published
    assert "meet" in {event.kind for event in consolidate(documents(), as_of=dt.date(2031, 5, 8)).events}


def test_an_act_without_a_day_is_in_no_account_of_a_day_before_it_was_told() -> None:
    words = "Norland offered a treaty on the dam"
    told = [report("a", f"{words}.", line("offer", "Norland", "Sudmark", words), published="2031-05-10")]
    assert not consolidate(told, as_of=dt.date(2031, 5, 9)).events
    assert len(consolidate(told, as_of=dt.date(2031, 5, 10)).events) == 1


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "from tests.unit.consolidate.test_account import documents\n"
        "from rejoinder.consolidate import consolidate\n"
        "import hashlib; print(hashlib.sha256(repr(consolidate(documents())).encode()).hexdigest())"
    )
    seeds = [str(random.Random(1).randint(1, 999)), "0"]
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src:."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in seeds
    }
    assert len(found) == 1
