import dataclasses
import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from rejoinder.errors import UsageError
from rejoinder.record.material import QUOTE_LIMIT
from rejoinder.record.view_rows import EventCode
from rejoinder.record.views import (
    VIEWS,
    Material,
    answer_rows,
    coverage_rows,
    dispute_rows,
    exchange_rows,
    gather,
    move_rows,
    party_rows,
    position_rows,
    statement_rows,
    timeline_rows,
    view,
)
from rejoinder.types.account import Account, Event
from tests.unit.record.samples import (
    ACCOUNT,
    E_OFFER,
    E_REPLY,
    FEBRUARY,
    NOT_SENT,
    OFFER,
    OFFERED,
    PUT,
    REPLIED,
    SAID,
    SENT,
    SENT_AGAIN,
    reported,
    span,
)


def coding(kind: str, modality: str, words: str) -> EventCode | None:
    return EventCode(plover=kind.upper(), negation=modality == "denied") if words else None


def material(account: Account = ACCOUNT, **more: Any) -> Material:
    return gather(account, reported(), codes={"Ruritania": "RUR"}, coding=coding, **more)


def test_the_timeline_is_in_order_of_time_with_dates_codes_and_witnesses() -> None:
    first, second = timeline_rows(material())
    assert (first.id, first.event_date, first.event_date_last) == (E_OFFER.id, FEBRUARY.first, FEBRUARY.last)
    assert (first.date_precision, first.plover, first.negation) == ("month", "OFFER", False)
    assert (first.actors, first.actor_codes, first.recipients, first.recipient_codes) == (
        "Sylvania",
        "-",
        "Ruritania",
        "RUR",
    )
    assert (second.id, second.date_phrase, second.holders) == (
        E_REPLY.id,
        "on Monday",
        "narrator; Rupert Hentzau; Sylvania",
    )
    assert (first.issues, second.issues) == ("blue bridge", "")
    assert (first.gloss, first.quote) == ("words of the event", "Sylvania offered to reopen the Blue Bridge")
    assert (second.n_articles, second.document, second.outlet) == (3, "reply.txt", "The Strelsau Post")
    assert second.moves == "; ".join((SENT.id, SENT_AGAIN.id, NOT_SENT.id))


def test_an_event_without_a_date_comes_last_and_says_so() -> None:
    undated = replace(E_OFFER, id="event-aaaa", when=None)
    rows = timeline_rows(material(replace(ACCOUNT, events=(undated, E_OFFER, E_REPLY))))
    assert [row.id for row in rows] == [E_OFFER.id, E_REPLY.id, "event-aaaa"]
    assert (rows[2].event_date, rows[2].event_date_last, rows[2].date_precision, rows[2].date_phrase) == (None,) * 4


def test_an_exchange_says_where_it_stands_and_who_says_that_none_came() -> None:
    (row,) = exchange_rows(material())
    assert (row.by, row.to, row.status, row.days_open, row.open_since) == (
        "Sylvania",
        "Ruritania",
        "disputed",
        27,
        FEBRUARY.first,
    )
    assert (row.clauses, row.said_unanswered) == ("blue bridge: open", "Sylvania; narrator")
    assert (row.n_answers, row.dispositions, row.answered_by) == (1, "reply", "Ruritania")
    assert row.last_answer_date == dt.date(2031, 2, 3)
    assert (row.n_articles, row.n_origins, row.known_from) == (4, 3, dt.date(2031, 2, 1))


def test_who_says_that_no_answer_came_gives_none() -> None:
    silence = replace(ACCOUNT.answers[0], id="answer-bbbb00000002", disposition="none")
    exchange = replace(ACCOUNT.exchanges[0], answers=(ACCOUNT.answers[0].id, silence.id))
    (row,) = exchange_rows(material(replace(ACCOUNT, answers=(*ACCOUNT.answers, silence), exchanges=(exchange,))))
    assert (row.n_answers, row.dispositions) == (1, "reply; none")
    (row,) = exchange_rows(
        material(replace(ACCOUNT, answers=(silence,), exchanges=(replace(exchange, answers=(silence.id,)),)))
    )
    assert (row.n_answers, row.dispositions, row.answered_by) == (0, "none", "")


def test_an_answer_shows_the_words_of_the_answer() -> None:
    (row,) = answer_rows(material())
    assert (row.answered_by, row.answered, row.disposition) == ("Ruritania", "Sylvania", "reply")
    assert (row.quote, row.n_articles) == ("A written reply was sent", 2)
    assert row.answered_by_codes == "RUR"


def test_both_sides_of_a_dispute_stand_together() -> None:
    one, other = dispute_rows(material())
    assert one.dispute == other.dispute
    assert (one.side, other.side, one.n_sides) == (1, 2, 2)
    assert (one.holders, one.holder_codes, other.holders) == ("Rupert Hentzau", "RUR", "Sylvania")
    assert (one.quote, other.quote) == ("A written reply was sent", "no reply had come")
    assert (other.known_from, other.outlet, other.document) == (None, None, "denial.txt")
    assert len(dispute_rows(material(), party="Hentzau")) == 2


def test_positions_and_coverage() -> None:
    (row,) = position_rows(material())
    assert (row.party, row.party_code, row.issue, row.stance) == ("Sylvania", None, "blue bridge", "offers")
    lines = coverage_rows(material())
    assert [(line.outlet, line.treatment, line.reason, line.documents) for line in lines] == [
        ("The Strelsau Post", "omitted", "cut", ""),
        ("The Zenda Herald", "reported", None, "offer.txt"),
    ]
    assert [(line.cut_from, line.kept_in) for line in lines] == [("reply.txt", "offer.txt"), ("", "")]


def test_a_statement_keeps_its_chain_and_its_place() -> None:
    (row,) = statement_rows(material())
    assert (row.speakers, row.acts_for, row.speaker_codes, row.chain) == (
        "Rupert Hentzau",
        "Ruritania",
        "RUR",
        "Strelsau Post",
    )
    assert REPLIED.text[row.start : row.end] == row.quote == "A written reply was sent on Monday"
    assert (row.published, row.date_precision, row.source, row.cue) == (
        dt.date(2031, 2, 9),
        "day",
        "Rupert Hentzau",
        None,
    )


def test_moves_name_their_event_holder_and_document() -> None:
    rows = {row.id: row for row in move_rows(material())}
    assert [row.document for row in rows.values()] == ["copy.txt", "denial.txt", "offer.txt", "reply.txt"]
    assert (rows[SENT.id].event, rows[SENT.id].holders, rows[SENT.id].agents) == (E_REPLY.id, *["Rupert Hentzau"] * 2)
    assert (rows[SENT_AGAIN.id].holders, rows[SENT_AGAIN.id].origin) == ("narrator", "wire")
    assert (rows[NOT_SENT.id].negation, rows[NOT_SENT.id].event_date) == (True, None)


def test_parties_count_what_is_done_and_said_for_them() -> None:
    hentzau, ruritania, sylvania = party_rows(material())
    assert (ruritania.n_statements, ruritania.n_moves, ruritania.n_events) == (1, 3, 1)
    assert (ruritania.n_articles, ruritania.n_origins) == (4, 3)
    assert (hentzau.principal, hentzau.code, hentzau.n_moves, hentzau.n_events) == ("Ruritania", "RUR", 1, 0)
    assert (sylvania.n_moves, sylvania.forms) == (1, "Sylvania")
    assert [row.name for row in party_rows(material(), issue="bridge")] == ["Ruritania", "Sylvania"]


def test_parties_that_nobody_had_met_by_the_day_are_left_out() -> None:
    def met(as_of: dt.date | None, *events: Event) -> list[str]:
        dated = [one for one in reported() if one.published is not None]
        account = replace(ACCOUNT, as_of=as_of, events=events)
        return [row.name for row in party_rows(gather(account, dated))]

    early = dt.date(2005, 1, 1)
    assert met(early) == []
    assert met(early, replace(E_OFFER, recipients=())) == ["Sylvania"]
    assert met(early, E_OFFER) == ["Ruritania", "Sylvania"]
    assert met(dt.date(2031, 2, 1)) == ["Ruritania", "Sylvania"]
    assert met(dt.date(2031, 2, 9)) == met(None) == ["Rupert Hentzau", "Ruritania", "Sylvania"]


@pytest.mark.parametrize("asked", ["Sylvania", "sylvania", " SYLVANIA ", "party-bbbb00000002"])
def test_a_party_is_found_by_name_id_or_form_in_any_case(asked: str) -> None:
    assert [row.id for row in position_rows(material(), party=asked)]
    assert [row.name for row in party_rows(material(), party=asked)] == ["Sylvania"]


def test_a_party_brings_those_who_act_for_it() -> None:
    assert [row.id for row in statement_rows(material(), party="Strelsau")] == [SAID.id]
    assert [row.name for row in party_rows(material(), party="Ruritania")] == ["Rupert Hentzau", "Ruritania"]
    assert [row.id for row in move_rows(material(), party="Rupert Hentzau")] == [SENT.id]


def test_an_issue_keeps_what_is_about_it() -> None:
    assert [row.id for row in timeline_rows(material(), issue="the blue bridge")] == [E_OFFER.id]
    assert [row.id for row in move_rows(material(), issue="bridge")] == [PUT.id]
    assert statement_rows(material(), issue="bridge") == ()
    assert dispute_rows(material(), issue="bridge") == ()
    assert len(answer_rows(material(), issue="bridge")) == len(exchange_rows(material(), issue="bridge")) == 1


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_names_the_nearest_where_a_filter_is_unknown(name: str) -> None:
    with pytest.raises(UsageError, match=r"No party is called 'Silvania'.*nearest are: Sylvania"):
        view(name, material(), party="Silvania")
    with pytest.raises(UsageError, match=r"No issue is called 'bridges'.*blue bridge"):
        view(name, material(), issue="bridges")
    with pytest.raises(UsageError, match="The account has none"):
        view(name, material(replace(ACCOUNT, issues=())), issue="bridge")


def test_an_unknown_view_is_said() -> None:
    with pytest.raises(UsageError, match=r"'quarrels'.*disputes"):
        view("quarrels", material())


def test_principals_in_a_circle_end() -> None:
    one, other = (replace(ACCOUNT.parties[i], principal=ACCOUNT.parties[1 - i].id) for i in (0, 1))
    circle = material(replace(ACCOUNT, parties=(one, other)))
    assert circle.code(other.id) == "RUR"
    assert [row.name for row in party_rows(circle, party="Sylvania")] == ["Ruritania", "Sylvania"]


def test_quotes_are_on_one_line_and_at_most_300_characters() -> None:
    text = OFFER.replace(" ", " \n\t\x00 ") + " and so on" * 60
    long = replace(PUT, anchor=span(text, text), trigger=span(text, "on"))
    told = replace(reported()[0], text=text, extraction=replace(reported()[0].extraction, moves=(long,)))
    (row,) = move_rows(gather(replace(ACCOUNT, events=()), [told]))
    assert QUOTE_LIMIT - 2 < len(row.quote) <= QUOTE_LIMIT
    assert row.quote.startswith("Sylvania offered to reopen")
    assert row.quote.endswith("…")


def test_a_separator_inside_a_name_does_not_make_two_of_it() -> None:
    odd = replace(ACCOUNT.parties[1], name="Sylvania; the lesser\tone")
    (row,) = position_rows(material(replace(ACCOUNT, parties=(ACCOUNT.parties[0], odd))))
    assert row.party == "Sylvania, the lesser one"


@pytest.mark.parametrize("name", VIEWS)
def test_the_order_of_documents_changes_nothing(name: str) -> None:
    expected = list(view(name, material()))
    for order in itertools.permutations(reported()):
        assert list(view(name, gather(ACCOUNT, order, codes={"Ruritania": "RUR"}, coding=coding))) == expected


@pytest.mark.parametrize("name", VIEWS)
def test_an_account_whose_documents_are_not_all_there_is_still_shown(name: str) -> None:
    few: Sequence[Any] = view(name, gather(ACCOUNT, ()))
    assert (len(few) == 0) == (name in ("statements", "moves"))


@pytest.mark.parametrize("name", VIEWS)
def test_ids_are_unique_and_no_text_breaks_a_line(name: str) -> None:
    rows = view(name, material())
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        for value in dataclasses.astuple(row):
            assert not isinstance(value, str) or not set("\t\n\r\0") & set(value)


def test_the_days_for_which_it_holds_are_echoed() -> None:
    rows = view("timeline", material(known_at=dt.date(2031, 2, 20)))
    assert (rows.as_of, rows.known_at) == (dt.date(2031, 2, 28), dt.date(2031, 2, 20))
    assert OFFERED.name in {row.document for row in rows}


def test_rows_of_several_issues_are_put_together() -> None:
    other = replace(ACCOUNT.issues[0], id="issue-bbbb00000002", name="tolls", forms=())
    account = replace(ACCOUNT, issues=(*ACCOUNT.issues, other), events=(E_OFFER, replace(E_REPLY, issues=(other.id,))))
    both = timeline_rows(material(account), issue=["blue bridge", "tolls"])
    assert [row.id for row in both] == [E_OFFER.id, E_REPLY.id]
    assert [row.id for row in timeline_rows(material(account), issue=["blue bridge"])] == [E_OFFER.id]
    with pytest.raises(UsageError, match="The nearest are: tolls"):
        timeline_rows(material(account), issue=["blue bridge", "tols"])
