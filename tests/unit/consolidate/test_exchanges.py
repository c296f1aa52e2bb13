from __future__ import annotations

import datetime as dt

from rejoinder.consolidate import consolidate
from rejoinder.types.account import Account, Exchange
from tests.unit.consolidate.samples import line, report

OFFER = "Norland offered Sudmark a treaty on the Orve dam"


def _exchange(account: Account, words: str) -> Exchange:
    event = next(event for event in account.events if event.gloss == words)
    return next(exchange for exchange in account.exchanges if exchange.offer == event.id)


def test_an_offer_waits_until_it_is_answered() -> None:
    first = report("a", f"{OFFER}.", line("offer", "Norland", "Sudmark", OFFER, on="2031-05-08"))
    words = "Sudmark turned down the offer of a treaty on the dam"
    later = report(
        "b", f"{words}.", line("reject", "Sudmark", "Norland", words, on="2031-05-20"), published="2031-05-21"
    )
    waiting = _exchange(consolidate([first], as_of=dt.date(2031, 5, 18)), OFFER)
    assert (waiting.status, waiting.days_open, waiting.unanswered_by_silence) == ("open", 10, True)
    answered = _exchange(consolidate([first, later]), OFFER)
    assert (answered.status, answered.days_open, answered.unanswered_by_silence) == ("rejected", None, False)


def test_silence_and_the_word_that_none_came_are_kept_apart() -> None:
    words = "Sudmark has not answered the offer"
    text = f"{OFFER}. {words}, Anna Berg said."
    account = consolidate(
        [
            report(
                "a",
                text,
                line("offer", "Norland", "Sudmark", OFFER),
                line("ignore", "Sudmark", "Norland", words, modality="reported", holder="Anna Berg"),
            )
        ]
    )
    exchange = _exchange(account, OFFER)
    names = {party.id: party.name for party in account.parties}
    assert exchange.status == "open"
    assert exchange.unanswered_by_silence
    assert [names[party] for party in exchange.said_unanswered] == ["Anna Berg"]


def test_parts_that_go_together_only_make_a_package() -> None:
    whole = "Norland offered peace and trade and said it was not a menu"
    account = consolidate(
        [report("a", f"{whole}.", line("offer", "Norland", "Sudmark", "Norland offered peace and trade"))]
    )
    assert account.exchanges[0].package
    account = consolidate([report("a", f"{OFFER}.", line("offer", "Norland", "Sudmark", OFFER))])
    assert not account.exchanges[0].package


def test_clauses_have_the_answers_on_their_issue() -> None:
    text = (
        "Norland offered Sudmark a fishing quota and a road toll. Sudmark accepted the fishing quota. "
        "Sudmark refused the road toll."
    )
    account = consolidate(
        [
            report(
                "a",
                text,
                line("offer", "Norland", "Sudmark", "Norland offered Sudmark a fishing quota and a road toll"),
                line("accept", "Sudmark", "Norland", "Sudmark accepted the fishing quota"),
                line("reject", "Sudmark", "Norland", "Sudmark refused the road toll"),
            )
        ]
    )
    exchange = account.exchanges[0]
    names = {issue.id: issue.name for issue in account.issues}
    by_name = {names[clause.issue]: clause for clause in exchange.clauses}
    assert by_name["road toll"].status == "rejected"
    assert by_name["fishing quota"].status in ("accepted", "partial")
    assert len(by_name["road toll"].answers) == 1


def test_what_nobody_says_was_offered_is_not_on_the_table() -> None:
    denied = line("offer", "Norland", "Sudmark", OFFER, modality="denied", holder="Anna Berg")
    assert not consolidate([report("a", f"{OFFER}.", denied)]).exchanges
    feared = line("demand", "Norland", "Sudmark", OFFER, modality="hypothetical")
    assert not consolidate([report("a", f"{OFFER}.", feared)]).exchanges


def test_an_offer_taken_back_is_withdrawn_and_troops_are_not_an_offer() -> None:
    back = "Norland withdrew the offer of a treaty on the dam"
    taken = report(
        "a",
        f"{OFFER}. {back}.",
        line("offer", "Norland", "Sudmark", OFFER),
        line("withdraw", "Norland", "Sudmark", back),
    )
    assert _exchange(consolidate([taken]), OFFER).status == "withdrawn"
    troops = "Norland withdrew its troops from the dam"
    left = report(
        "a", f"{OFFER}. {troops}.", line("offer", "Norland", "Sudmark", OFFER), line("withdraw", "Norland", "", troops)
    )
    assert _exchange(consolidate([left]), OFFER).status == "open"
