from __future__ import annotations

import datetime as dt

from rejoinder.consolidate.events import as_event
from rejoinder.types.time import day
from tests.unit.consolidate.samples import acts, line, report, tellings

PLAN = "Norland put a plan for the Orve dam to Sudmark"


def _three(**last: str | None):  # type: ignore[no-untyped-def]
    told, book, _ = tellings(
        report("a", f"{PLAN}.", line("propose", "Norland", "Sudmark", PLAN), origin="wire"),
        report("b", f"{PLAN}.", line("propose", "Norland", "Sudmark", PLAN, on="2031-05-09"), origin="wire"),
        report(
            "c",
            "Norland's plan, handed over to Sudmark and Estmark.",
            line("deliver", "Norland", "Sudmark+Estmark", "Norland's plan, handed over to Sudmark and Estmark", **last),
            published="2031-05-12",
        ),
    )
    return acts(told, (0, 1, 2))[0], book


def test_an_event_sums_up_its_moves() -> None:
    one, book = _three()
    event = as_event(one, ["issue-b", "issue-a"])
    assert event.kind == "propose"
    assert [book.name(party) for party in event.actors] == ["Norland"]
    assert {book.name(party) for party in event.recipients} == {"Sudmark", "Estmark"}
    assert (event.n_articles, event.n_origins) == (3, 2)
    assert event.known_from == dt.date(2031, 5, 10)
    assert event.when == day(dt.date(2031, 5, 9))
    assert event.issues == ("issue-a", "issue-b")
    assert event.moves == tuple(sorted(event.moves))


def test_the_surest_modality_stands() -> None:
    assert _three(modality="denied", holder="Ivo Tomas")[0].modality == "actual"
    told, _, _ = tellings(
        report("a", f"{PLAN}.", line("propose", "Norland", "", PLAN, modality="denied", holder="Ivo Tomas"))
    )
    assert acts(told)[0].modality == "denied"


def test_the_id_follows_from_the_moves() -> None:
    assert _three()[0].id == _three(on="2031-05-11")[0].id
    told, _, _ = tellings(report("a", f"{PLAN}.", line("propose", "Norland", "Sudmark", PLAN)))
    assert acts(told)[0].id != _three()[0].id


def test_what_has_happened_dates_it_before_what_was_planned() -> None:
    text = "Norland met Sudmark."
    told, _, _ = tellings(
        report(
            "a", text, line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on="2031-05-15", modality="planned")
        ),
        report("b", text, line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on="2031-05-16")),
    )
    one = acts(told, (0, 1))[0]
    assert one.when == day(dt.date(2031, 5, 16))


def test_what_an_article_tells_as_done_did_not_happen_after_it() -> None:
    text = "Norland met Sudmark."
    told, _, _ = tellings(
        report("a", text, line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on="2031-05-07")),
        report(
            "b",
            text,
            line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on="2031-05-20"),
            published="2031-05-21",
        ),
        report(
            "c",
            text,
            line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on="2031-05-20"),
            published="2031-05-21",
        ),
    )
    assert acts(told, (0, 1, 2))[0].when == day(dt.date(2031, 5, 7))
