"""The day that a document tells of: articles are of Friday, 17 December 2021."""

import pytest

from rejoinder.extract.news_days import NewsDays
from rejoinder.extract.speakers import PartiesAt
from rejoinder.extract.statements import statements
from rejoinder.types.document import Document
from tests.unit.annotate.fake_tagger import Said, article, place, reading_of


def days(document: Document, *said: Said) -> NewsDays:
    annotation = reading_of(document, said=said)
    return NewsDays(document, annotation, statements(document, annotation, PartiesAt(document.text, annotation)))


def around(document: Document, words: str, *said: Said) -> str | None:
    when = days(document, *said).around(place(document.text, words))
    return when.iso() if when else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru rejected the draft on Thursday after long talks.", "2021-12-16"),
        ("Peru rejected the draft on Friday after long talks.", "2021-12-17"),
        ("Peru rejected the draft after long talks in Lima.", "2021-12-17"),
        ("Peru rejected the draft of 3 May after long talks.", "2021-12-17"),
        ("Peru has rejected drafts since Wednesday, always in Lima.", "2021-12-17"),
        ("Peru rejected the draft on 3 May after long talks.", "2021-12-17"),
        ("Under the draft, which was sent to Lima on Wednesday, Peru keeps its port.", "2021-12-17"),
        ("Under the draft, which an envoy handed over on Wednesday at sea, Peru keeps its port.", "2021-12-17"),
        ("Peru has rejected what Norway on Wednesday called a fair draft.", "2021-12-17"),
        ("Peru, which wanted a port, rejected the draft on Wednesday.", "2021-12-15"),
    ],
)
def test_the_day_of_the_news(text: str, expected: str) -> None:
    news = days(article(text)).news
    assert news
    assert news.iso() == expected


def test_a_day_in_somebodys_words_is_not_of_the_news() -> None:
    text = "The draft was lost on Wednesday, the office said."
    news = days(article(text), Said(content="The draft was lost on Wednesday", source="the office")).news
    assert news
    assert news.iso() == "2021-12-17"


def test_without_publication_there_is_no_day_of_news() -> None:
    assert days(article("Peru rejected the draft on Friday.", published=None)).news is None


def test_a_sentence_goes_on_from_the_day_before_it() -> None:
    document = article(
        "The talks are slow. No end is in sight. The sea is cold. Few ships are out. On Tuesday the envoy "
        "came to Lima. He also urged Norway to come. Peru urged patience."
    )
    assert around(document, "urged Norway") == "2021-12-14"
    assert around(document, "urged patience") == "2021-12-17"


LOG = ["0910 Peru rejects the draft.", "1130 Norway is surprised.", "2215 Peru repeats it.", "0700 Norway answers."]


def test_a_log_that_runs_over_midnight_has_two_days() -> None:
    document = article(*LOG)
    assert [around(document, w) for w in ("rejects", "repeats", "answers")] == [
        "2021-12-16",
        "2021-12-16",
        "2021-12-17",
    ]
    document = article(*reversed(LOG))
    assert [around(document, w) for w in ("rejects", "repeats", "answers")] == [
        "2021-12-16",
        "2021-12-16",
        "2021-12-17",
    ]


def test_a_log_by_the_halves_of_the_day_is_of_its_day() -> None:
    document = article("5:40 p.m. Peru leaves.", "1:15 p.m. Peru is angry.", "9:05 a.m. Peru arrives.")
    assert around(document, "arrives") == "2021-12-17"
    assert days(document).entry(place(document.text, "angry"))


def test_figures_that_open_lines_make_no_log() -> None:
    document = article("1520 ships were counted.", "Peru counts on.", "2021 was a poor year.")
    assert days(document).entry(place(document.text, "counts on")) is None


def test_a_table_of_years_is_no_log() -> None:
    document = article("2014 Peru leaves.", "2015 Norway leaves.", "2019 Peru comes back.", "2020 All is well.")
    assert days(document).entry(place(document.text, "comes back")) is None


def test_the_head_of_the_news() -> None:
    document = article(
        "Peru left the talks.", "Norway is sad.", "So is Chile.", "The sea is cold.", "Once more a ship sank.",
        headline="Peru leaves",
    )  # fmt: skip
    found = days(document)
    assert found.is_news(place(document.text, "leaves"))
    assert found.is_news(place(document.text, "left"))
    assert not found.is_news(place(document.text, "sank"))


def test_an_entry_that_begins_with_its_weekday_is_one() -> None:
    document = article("0910 Peru is calm.", "Thursday, 1745 Peru leaves.", "1730 Norway is angry.", "1400 All meet.")
    assert [around(document, w) for w in ("calm", "leaves", "angry")] == ["2021-12-17", "2021-12-16", "2021-12-16"]


def test_an_entry_tells_of_an_earlier_day_as_long_as_its_sentences_go_on_from_it() -> None:
    document = article(
        "1130 Norway is surprised.", "1020 On Tuesday Peru met Norway. It also sent a paper.", "1010 It rained."
    )
    assert [around(document, w) for w in ("sent", "rained", "surprised")] == ["2021-12-14", "2021-12-17", "2021-12-17"]
