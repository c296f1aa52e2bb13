from __future__ import annotations

from rejoinder.consolidate.coverage import coverage
from rejoinder.consolidate.tellings import in_order
from rejoinder.types.account import Reported
from tests.unit.consolidate.samples import acts, line, report, tellings

WORDS = "Norland offered a treaty on the dam"


def _told(name: str, *, day: str, origin: str | None = None, words: str = WORDS) -> Reported:
    return report(name, f"{words}.", line("offer", "Norland", "Sudmark", words), published=day, origin=origin)


def _treatments(*documents: Reported) -> dict[str, str]:
    told, _, _ = tellings(*documents)
    dam = [i for i, one in enumerate(told) if "dam" in one.words]
    rows = coverage(in_order(documents), acts(told, dam))
    return {row.outlet: row.treatment for row in rows}


def test_a_copy_is_told_from_a_report_by_its_origin() -> None:
    first = _told("one", day="2031-05-01", origin="wire")
    copy = _told("two", day="2031-05-02", origin="wire")
    own = _told("three", day="2031-05-02")
    assert _treatments(first, copy, own) == {
        "The One Post": "reported",
        "The Two Post": "copied",
        "The Three Post": "reported",
    }


def test_what_two_origins_tell_a_third_leaves_out() -> None:
    other = _told("three", day="2031-05-05", words="Norland offered wine")
    rows = _treatments(_told("one", day="2031-05-01"), _told("two", day="2031-05-02"), other)
    assert rows["The Three Post"] == "omitted"


def test_what_one_source_alone_has_is_no_omission_of_others_nor_what_came_later() -> None:
    other = _told("three", day="2031-05-05", words="Norland offered wine")
    assert "The Three Post" not in _treatments(_told("one", day="2031-05-01"), other)
    earlier = _told("three", day="2031-04-01", words="Norland offered wine")
    rows = _treatments(_told("one", day="2031-05-01"), _told("two", day="2031-05-02"), earlier)
    assert "The Three Post" not in rows


def test_what_was_no_news_any_more_is_not_left_out() -> None:
    later = _told("three", day="2031-07-01", words="Norland offered wine")
    rows = _treatments(_told("one", day="2031-05-01"), _told("two", day="2031-05-02"), later)
    assert "The Three Post" not in rows


def test_what_had_not_happened_yet_is_not_left_out() -> None:
    def told(name: str, day: str) -> Reported:
        words = line("agree", "Norland", "Sudmark", "Norland signed the treaty on the dam", on="2031-05-09")
        return report(name, "Norland signed the treaty on the dam.", words, published=day)

    between = _told("three", day="2031-05-05", words="Norland offered wine")
    rows = _treatments(told("one", "2031-05-01"), told("two", "2031-05-09"), between)
    assert "The Three Post" not in rows
    after = _told("three", day="2031-05-10", words="Norland offered wine")
    assert _treatments(told("one", "2031-05-01"), told("two", "2031-05-09"), after)["The Three Post"] == "omitted"
