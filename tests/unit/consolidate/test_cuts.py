from __future__ import annotations

import datetime as dt
from itertools import permutations

from rejoinder.consolidate.account import consolidate
from rejoinder.consolidate.cuts import Cut, Stories
from rejoinder.consolidate.tellings import in_order
from rejoinder.types.account import Reported
from tests.unit.consolidate.samples import Line, acts, line, report, tellings

SENT = "Norland sent a written answer about the dam"
DENIED = "Sudmark denied that the letter spoke of water quotas"
WHOLE = f"{SENT}.\n\n{DENIED}.\n\nThe two will meet."
SHORT = f"{SENT}.\n\nThe two will meet."
LINES = (line("reply", "Norland", "Sudmark", SENT), line("deny", "Sudmark", "Norland", DENIED))


def _copy(name: str, text: str, *, day: str | None = "2031-05-01", lines: tuple[Line, ...] | None = None) -> Reported:
    told = tuple(one for one in LINES if one.words in text) if lines is None else lines
    return report(name, text, *told, published=day, origin="agency Wire", story="s1")


def _cuts(*documents: Reported, as_of: dt.date | None = None) -> dict[str, Cut]:
    told, _, _ = tellings(*documents)
    denial = [i for i, one in enumerate(told) if one.kind == "deny"]
    return dict(Stories(in_order(documents), as_of).cuts(acts(told, denial)[0]))


def test_a_copy_without_the_denial_is_a_cut_and_says_from_what_and_who_kept_it() -> None:
    found = _cuts(_copy("one", WHOLE), _copy("two", SHORT), _copy("three", WHOLE))
    assert found == {"The Two Post": Cut(cut_from=("two",), kept_in=("one", "three"))}


def test_another_story_of_the_same_agency_is_not_cut() -> None:
    other = report("two", SHORT, LINES[0], published="2031-05-02", origin="agency Wire", story="s2")
    alone = report("three", SHORT, LINES[0], published="2031-05-02", origin="agency Wire")
    assert not _cuts(_copy("one", WHOLE), other, alone)


def test_what_came_in_a_later_version_is_not_cut_from_an_earlier_copy() -> None:
    early = _copy("two", SHORT, day="2031-04-30")
    assert not _cuts(_copy("one", WHOLE), early)
    assert _cuts(_copy("one", WHOLE, day="2031-04-30"), early)


def test_days_that_are_not_known_prove_nothing() -> None:
    assert not _cuts(_copy("one", WHOLE), _copy("two", SHORT, day=None))
    assert not _cuts(_copy("one", WHOLE, day=None), _copy("two", SHORT))


def test_an_outlet_that_tells_it_in_another_article_has_not_left_it_out() -> None:
    own = report("own", f"{DENIED}.", LINES[1], published="2031-05-03", outlet="The Two Post")
    assert not _cuts(_copy("one", WHOLE), _copy("two", SHORT), own)


def test_words_that_stand_in_a_copy_though_nothing_was_read_there_are_not_cut() -> None:
    unread = _copy("two", WHOLE, lines=LINES[:1])
    reworded = _copy("three", f"{SENT}.\n\nThat the letter spoke of quotas of water, Sudmark denied.", lines=LINES[:1])
    assert not _cuts(_copy("one", WHOLE), unread, reworded)


def test_a_headline_is_an_outlets_own() -> None:
    headed = _copy("one", WHOLE, lines=(LINES[0], line("deny", "Sudmark", "Norland", DENIED, zone="headline")))
    assert not _cuts(headed, _copy("two", SHORT))


def test_a_clause_of_few_words_is_sought_with_its_sentence() -> None:
    said = "Anna Berg told the Wire on Monday that this was not true"
    brief = line("deny", "Norland", "", "this was not true", holder="Anna Berg")
    one = _copy("one", f"{SENT}.\n\n{said}.", lines=(LINES[0], brief))
    assert list(_cuts(one, _copy("two", f"{SENT}.\n\nIt is not true that it rained.", lines=LINES[:1]))) == [
        "The Two Post"
    ]
    assert not _cuts(one, _copy("two", f"{SENT}.\n\n{said}, she added.", lines=LINES[:1]))


def test_copies_published_after_the_day_asked_for_prove_nothing_yet() -> None:
    copies = _copy("one", WHOLE), _copy("two", SHORT, day="2031-05-03")
    assert not _cuts(*copies, as_of=dt.date(2031, 5, 2))
    assert _cuts(*copies, as_of=dt.date(2031, 5, 3))


def test_the_account_says_so_whatever_the_order_of_the_documents() -> None:
    other = report("four", f"{DENIED}.", LINES[1], published="2031-05-02", outlet="The Other Post")
    late = report("five", "Norland offered wine.", published="2031-05-04", outlet="The Late Post")
    documents = (_copy("one", WHOLE), _copy("two", SHORT), other, late)
    accounts = [consolidate(some) for some in permutations(documents)]
    assert all(one == accounts[0] for one in accounts)
    denial = next(event.id for event in accounts[0].events if event.kind == "deny")
    rows = {row.outlet: row for row in accounts[0].coverage if row.event == denial}
    assert {outlet: (row.treatment, row.reason) for outlet, row in rows.items()} == {
        "The One Post": ("reported", None),
        "The Other Post": ("reported", None),
        "The Two Post": ("omitted", "cut"),
        "The Late Post": ("omitted", "told-elsewhere"),
    }
    assert rows["The Two Post"].cut_from == ("two",)
    assert rows["The Two Post"].kept_in == ("one",)
    assert consolidate(documents, as_of=dt.date(2031, 4, 1)).coverage != accounts[0].coverage
