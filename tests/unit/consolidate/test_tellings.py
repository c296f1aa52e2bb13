from __future__ import annotations

import datetime as dt

from tests.unit.consolidate.samples import line, report, tellings


def test_sentences_hold_the_anchor_and_stop_at_breaks() -> None:
    text = "Mr. Dahl left. Norland offered to open the port of St. Olav.\n\nSudmark refused."
    told, _, _ = tellings(report("a", text, line("offer", "Norland", "Sudmark", "Norland offered to open the port")))
    assert told[0].sentence.of(text).strip() == "Norland offered to open the port of St. Olav."


def test_names_of_those_who_take_part_are_no_topic_but_others_are() -> None:
    text = "Norland offered Sudmark to leave Estmark and its harbours alone."
    told, _, _ = tellings(
        report("a", text, line("offer", "Norland", "Sudmark", "offered Sudmark to leave Estmark and its harbours"))
    )
    assert "sudmark" not in told[0].stems
    assert {"estmark", "harbour"} <= told[0].stems


def test_a_short_sentence_leans_on_the_one_before() -> None:
    text = "Norland put a plan for the fishing grounds on the table. Sudmark refused."
    told, _, _ = tellings(report("a", text, line("reject", "Sudmark", "Norland", "Sudmark refused")))
    assert {"plan", "fish", "ground"} <= told[0].nearby


def test_days_come_from_the_move_or_the_publication() -> None:
    text = "Norland offered talks. Norland offered money."
    told, _, _ = tellings(
        report(
            "a",
            text,
            line("offer", "Norland", "", "Norland offered talks", on="2031-05-02"),
            line("offer", "Norland", "", "Norland offered money"),
        )
    )
    assert (told[0].earliest, told[0].latest) == (dt.date(2031, 5, 2), dt.date(2031, 5, 2))
    assert (told[1].earliest, told[1].latest) == (None, dt.date(2031, 5, 10))


def test_documents_stand_by_day_then_name_and_unknown_days_last() -> None:
    documents = [
        report("c", "Norland offered talks.", line("offer", "Norland", "", "Norland offered talks"), published=None),
        report("b", "Norland offered talks.", line("offer", "Norland", "", "Norland offered talks")),
        report(
            "a", "Norland offered talks.", line("offer", "Norland", "", "Norland offered talks"), published="2031-05-11"
        ),
    ]
    told, _, _ = tellings(*documents)
    assert [one.document_id for one in told] == ["b", "a", "c"]
    assert [one.order for one in told] == [0, 1, 2]


def test_a_person_acts_for_the_principal() -> None:
    text = "Anna Berg offered talks to Sudmark."
    told, book, _ = tellings(report("a", text, line("offer", "Anna Berg", "Sudmark", "Anna Berg offered talks")))
    assert {book.name(one) for one in told[0].actors} == {"Norland"}


def test_numbers_come_from_the_clause_but_not_those_of_dates() -> None:
    words = "Norland offered 65,000 tons in its 3rd draft on 4 May 2031 for the first time"
    told, _, _ = tellings(report("a", f"{words}.", line("offer", "Norland", "Sudmark", words)))
    assert told[0].figures == {"65000"}
    assert told[0].ordinals == {"3."}


def test_who_speaks_is_no_topic() -> None:
    text = "No water will be sold, Anna Berg said."
    told, _, _ = tellings(report("a", text, line("reject", "Norland", "", "No water will be sold", holder="Anna Berg")))
    assert "berg" not in told[0].nearby
    assert "water" in told[0].nearby
