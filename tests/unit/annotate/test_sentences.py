import pytest

from rejoinder.annotate.sentences import paragraphs, read_paragraphs, sentence_spans, sentences
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, page


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentence_spans(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pact is dead.", "Nobody mourns it."),
        ("Was the pact dead?", "Nobody knew."),
        ("Enough!", "He left the hall."),
        ("The envoy fell silent…", "Then he spoke."),
        ("“The pact is dead.”", "She left."),
        ('"The pact is dead."', '"Nobody mourns it," he said.'),
        ("The pact ended (without a vote).", "Nobody mourned it."),
        ("He flew to the U.S.", "The talks had failed."),
        ("They met at 6 p.m.", "It was cold."),
        ("The toll rose to 3.5 percent.", "Ships paid."),
        ("It was signed by 14 states.", "14 ships left."),
        ("Договор подписан.", "Норвегия молчит."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ollero met Dr. Brandvold in St. Olav on Tuesday.",
        "U.S. Secretary Dana Whitlow met U.N. Envoy Karim Sayed.",
        "J. P. Ruz and Ana B. Solis wrote No. 3 of the letters.",
        "Gen. Ruz met Sen. Holt in Sept. 2021 at 10 a.m. Tuesday.",
        "The toll is 3.5 percent, i.e. nothing, the envoy said.",
        "“Enough!” he shouted.",
        "“Is it dead?” asked the envoy.",
        "The envoy paused … and went on.",
        "Halden Shipping Inc. said nothing.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


def test_blanks_and_a_missing_full_stop_stay_out_of_spans() -> None:
    assert split("The pact is dead.   Nobody mourns it") == ["The pact is dead.", "Nobody mourns it"]


def test_paragraphs_are_stripped_lines_in_place() -> None:
    text = "xx\n\n  One line. \n \t\n\u00a0Two\u00a0\nyy"
    zone = Span(start=2, end=len(text) - 2)
    assert [p.of(text) for p in paragraphs(text, zone)] == ["One line.", "Two"]


def test_no_words_no_sentences() -> None:
    assert sentences(page(("body", " \n\n \t"))) == ()
    assert sentences(page()) == ()


def test_only_what_is_read_is_split() -> None:
    document = page(
        ("headline", "Peru waits"),
        ("byline", "By A. Writer."),
        ("standfirst", "Oslo is silent."),
        ("caption", "The hall. A chair."),
        ("dateline", "LIMA"),
        ("body", "Peru waits. Oslo is silent."),
        ("teaser", "Other news. More news."),
        ("furniture", "Subscribe now. Read more."),
    )
    found = sentences(document)
    assert [(s.span.of(document.text), s.zone) for s in found] == [
        ("Peru waits", "headline"),
        ("Oslo is silent.", "standfirst"),
        ("LIMA", "dateline"),
        ("Peru waits.", "body"),
        ("Oslo is silent.", "body"),
    ]
    assert [s.paragraph for s in found] == [0, 1, 2, 3, 3]


def test_paragraphs_are_numbered_over_zones() -> None:
    document = article("One. Two.", "", "Three.", headline="Head")
    assert [s.paragraph for s in sentences(document)] == [0, 1, 1, 2]
    assert [kind for _, kind in read_paragraphs(document)] == ["headline", "body", "body"]
