"""Where the content of a cue ends."""

import pytest

from rejoinder.extract.boundaries import bounded
from rejoinder.types.annotation import CueReading, Quotation
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import Said, article, place
from tests.unit.extract.reading import speakers, statements, words

TWO = "Ollero said that the pact was dead and warned that the border would close."


def cue(text: str, words_: str, content: str, source: str | None = "Ollero") -> CueReading:
    return CueReading(
        cue=place(text, words_),
        source=place(text, source) if source else None,
        content=(place(text, content),),
        score=0.9,
    )


def left(text: str, reading: CueReading, *others: CueReading, quoted: str | None = None) -> list[str]:
    quotations = []
    if quoted:
        outer = place(text, quoted)
        quotations = [Quotation(outer=outer, inner=Span(start=outer.start + 1, end=outer.end - 1), closed=True)]
    return [p.of(text) for p in bounded(text, reading, (reading, *others), quotations).content]


def test_what_is_joined_to_it_is_another_statement() -> None:
    said = cue(TWO, "said", "that the pact was dead and warned that the border would close")
    warned = cue(TWO, "warned", "that the border would close")
    assert left(TWO, said, warned) == ["that the pact was dead"]
    assert left(TWO, warned, said) == ["that the border would close"]


def test_a_speaker_of_its_own_begins_another_statement() -> None:
    text = "Ollero said the skippers had been warned; the skippers deny that they were."
    said = cue(text, "said", "the skippers had been warned; the skippers deny that they were")
    deny = CueReading(
        cue=place(text, "deny"),
        source=place(text, "the skippers", text.index(";")),
        content=(place(text, "that they were"),),
        score=0.9,
    )
    assert left(text, said, deny) == ["the skippers had been warned"]


def test_a_statement_within_a_statement_stays_in_it() -> None:
    text = "Ollero said that Peru had promised to pay and had denied that it was late."
    whole = "that Peru had promised to pay and had denied that it was late"
    denied = cue(text, "denied", "that it was late", source="Peru")
    assert left(text, cue(text, "said", whole), denied) == [whole]


def test_words_of_a_quotation_are_not_cut() -> None:
    text = "Ollero said: “The pact is dead and I warned that it would die.”"
    quoted = "“The pact is dead and I warned that it would die.”"
    said, warned = cue(text, "said", quoted), cue(text, "warned", "that it would die")
    assert left(text, said, warned, quoted=quoted) == [quoted]


@pytest.mark.parametrize("end", ["and the", "which", "but"])
def test_no_word_at_the_end_begins_something_else(end: str) -> None:
    text = f"Ollero said that the pact was dead {end} minister left."
    assert left(text, cue(text, "said", f"that the pact was dead {end}")) == ["that the pact was dead"]


def test_two_statements_of_one_sentence() -> None:
    document = article(TWO)
    found = statements(
        document,
        Said(content="that the pact was dead and warned that the border would close", source="Ollero"),
        Said(content="that the border would close", cue="warned", source="Ollero"),
    )
    assert [words(document, s) for s in found] == [["that the pact was dead"], ["that the border would close"]]


def test_who_repeats_herself_says_it_once() -> None:
    document = article("Marta Ollero said the talks revealed that nobody trusts anybody.")
    found = statements(
        document,
        Said(content="the talks revealed that nobody trusts anybody", source="Marta Ollero"),
        Said(content="that nobody trusts anybody", cue="revealed", source="Marta Ollero"),
    )
    assert len(found) == 1


def test_what_is_quoted_behind_a_colon_is_a_statement_of_its_own() -> None:
    document = article("The pact was not dead, Marta Ollero said: “It is asleep and nobody wakes it.”")
    found = statements(
        document,
        Said(content=("The pact was not dead,", "“It is asleep and nobody wakes it.”"), source="Marta Ollero"),
    )
    assert [s.form for s in found] == ["indirect", "direct"]
    assert {tuple(speakers(s)) for s in found} == {("Marta Ollero",)}


def test_one_word_of_a_quotation_is_no_statement() -> None:
    document = article("“Nothing new will be discussed before Sunday,” Marta Ollero said.")
    assert statements(document, Said(content="Nothing", source="Marta Ollero")) == ()


def test_the_papers_of_a_country_do_not_speak_for_it() -> None:
    document = article("Ollero waits. British newspapers said that the pact was dead.")
    (found,) = statements(document, Said(content="that the pact was dead", source="British newspapers"))
    assert [(p.name, p.acts_for) for p in found.speakers] == [("British newspapers", "British newspapers")]


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        (
            "Ollero said the harbour could not be taken out of the pact, and left.",
            "the harbour could not be",
            "the harbour could not be taken out of the pact",
        ),
        (
            "Ollero said the pact had no friends left in Lima.",
            "the pact had no",
            "the pact had no friends left in Lima",
        ),
        ("Ollero said she would not.", "she would not", "she would not"),
        ("Ollero said the talks went on until dawn.", "the talks went on", "the talks went on"),
    ],
)
def test_a_content_does_not_end_on_a_word_that_needs_another(text: str, read: str, whole: str) -> None:
    assert left(text, cue(text, "said", read)) == [whole]


def test_a_content_goes_not_on_into_another_attribution() -> None:
    text = "Ollero said the pact was a lie Brana denied."
    denied = CueReading(cue=place(text, "denied"), source=place(text, "Brana"), content=(), score=0.9)
    assert left(text, cue(text, "said", "the pact was a"), denied) == ["the pact was"]
