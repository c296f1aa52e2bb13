"""Speech that no cue introduces: pull quotations, headlines, transcripts."""

import pytest

from tests.unit.annotate.fake_tagger import Said, article, page
from tests.unit.extract.reading import speakers, statement, statements, words


def test_a_pull_quotation_is_of_who_speaks_beside_it() -> None:
    document = article(
        "“The pact is dead and nobody in Chile will mourn it.”",
        "“We have waited since May,” Marta Ollero said.",
    )
    first, _ = statements(document, Said(content="“We have waited since May,”", source="Marta Ollero"))
    assert words(document, first) == ["The pact is dead and nobody in Chile will mourn it."]
    assert (speakers(first), first.cue, first.form) == (["Marta Ollero"], None, "direct")


def test_words_of_a_title_in_quotation_marks_are_no_statement() -> None:
    document = article("The film “Rain on the Harbour” was shown. Nobody came.")
    assert statements(document) == ()


def test_a_paragraph_in_the_first_person_is_no_statement_by_itself() -> None:
    document = article(
        "Marta Ollero said the pact was dead.", "We make offers and we get silence. Our patience is not without end."
    )
    (found,) = statements(document, Said(content="the pact was dead", source="Marta Ollero"))
    assert words(document, found) == ["the pact was dead"]


@pytest.mark.parametrize(
    "headline", ["Marta Ollero: Pact with Norway is dead", "Pact with Norway is dead - Marta Ollero"]
)
def test_a_headline_with_its_speaker(headline: str) -> None:
    document = article("The pact has ended.", headline=headline)
    found = statement(document)
    assert (words(document, found), speakers(found), found.zone) == (
        ["Pact with Norway is dead"],
        ["Marta Ollero"],
        "headline",
    )


@pytest.mark.parametrize("headline", ["Pact with Norway is dead: minister", "Pact with Norway is dead - ministry"])
def test_a_headline_with_a_role_for_its_speaker(headline: str) -> None:
    found = statement(article("The pact has ended.", headline=headline))
    assert found.anonymity in ("role", "unnamed")


@pytest.mark.parametrize(
    "headline", ["Live: Pact with Norway is dead", "Pact is dead", "Reuters: Pact with Norway is dead"]
)
def test_a_headline_without_a_speaker(headline: str) -> None:
    assert statements(article("The pact has ended.", headline=headline)) == ()


def test_a_transcript() -> None:
    document = article(
        "Foreign Minister Marta Ollero met the press.",
        "QUESTION: Is the pact dead?",
        "OLLERO: It is not dead at all.",
        "QUESTION: Truly?",
        "OLLERO: Truly it is not.",
    )
    found = statements(document)
    assert [words(document, s) for s in found] == [["It is not dead at all"], ["Truly it is not"]]
    assert {tuple(speakers(s)) for s in found} == {("Marta Ollero",)}


def test_a_transcript_with_whole_names_in_capitals() -> None:
    document = article(
        "Foreign Minister Marta Ollero met the press.",
        "QUESTION: Is the pact dead?",
        "MARTA OLLERO: It is not dead at all.",
        "QUESTION: Truly?",
        "MARTA OLLERO: Truly it is not.",
    )
    assert {tuple(speakers(s)) for s in statements(document)} == {("Marta Ollero",)}


def test_nothing_is_said_where_nothing_is_read() -> None:
    document = page(
        ("body", "The pact has ended."), ("furniture", "“We will never ever give in to anybody,” readers write.")
    )
    assert statements(document) == ()


def test_a_headline_of_officials_without_names() -> None:
    (found,) = statements(article("The pact has ended.", headline="Pact with Norway is dead - Chilean officials"))
    assert (found.anonymity, found.speakers[0].acts_for) == ("unnamed", "Chile")
