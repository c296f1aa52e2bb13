"""Whom names, places and pronouns mean, over whole articles."""

from dataclasses import replace

import pytest

from rejoinder.annotate.main_parties import main_parties, states_of
from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.scene import KnownMention, principal_of
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, mention, person, reading_of, state, who

OLLERO = "Marta Ollero"
BRANDVOLD = "Olav Brandvold"


def meant(document: Document, words: str, number: int = 0, persons: tuple[str, ...] = (OLLERO, BRANDVOLD)) -> list[str]:
    return who(document, reading_of(document, persons=persons), words, number)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Peru", "Peru"),
        ("The Kremlin", "Russia"),
        ("Holyrood", "Scotland"),
        ("Peruvian", "Peru"),
        ("Lima", "Peru"),
        ("The U.S.", "United States"),
        ("The White House", "White House"),
    ],
)
def test_names_metonyms_and_demonyms(words: str, name: str) -> None:
    document = article(f"{words} envoys waited for an answer.")
    annotation = reading_of(document)
    assert who(document, annotation, words) == [name] or who(document, annotation, words.removeprefix("The ")) == [name]


def test_an_institution_acts_for_its_state() -> None:
    document = article("On Friday the State Department answered.")
    found = [p for m in reading_of(document).mentions for p in m.parties if p.type == "office"]
    assert [p.acts_for for p in found] == ["United States"]


@pytest.mark.parametrize("where", ["in Havana", "at Havana", "near Havana", "outside Havana"])
def test_where_something_happens_is_a_place(where: str) -> None:
    document = article(f"Norway and Peru met {where}.")
    annotation = reading_of(document)
    assert mention(document, annotation, "Havana").kind == "place"
    assert mention(document, annotation, "Norway").kind == "name"


@pytest.mark.parametrize("where", ["In Havana", "At Havana", "Outside Havana"])
def test_where_at_the_start_of_a_sentence_is_a_place(where: str) -> None:
    document = article(f"{where} Norway and Peru met.")
    assert mention(document, reading_of(document), "Havana").kind == "place"


def test_a_capital_that_acts_is_no_place() -> None:
    document = article("Havana rejected the offer.")
    assert mention(document, reading_of(document), "Havana").kind == "name"


@pytest.mark.parametrize(
    "lead", ["HAVANA (Reuters) - Norway waits.", "HAVANA, Dec. 17 — Norway waits.", "HAVANA: Norway waits."]
)
def test_a_dateline_is_a_place(lead: str) -> None:
    document = article(lead)
    assert mention(document, reading_of(document), "HAVANA").kind == "place"


def test_a_place_is_not_what_it_stands_for() -> None:
    document = article("Peru waited in Havana. It left on Friday.")
    assert meant(document, "It") == ["Peru"]


def test_a_demonym_is_told_from_a_name() -> None:
    document = article("Norwegian ships left. Norway's ships came.")
    annotation = reading_of(document)
    assert mention(document, annotation, "Norwegian").kind == "demonym"
    assert mention(document, annotation, "Norway").kind == "name"


def test_it_is_never_a_person() -> None:
    document = article("Chile made an offer through Marta Ollero. It expects an answer.")
    assert meant(document, "It") == ["Chile"]


def test_pronouns_reach_only_so_far() -> None:
    document = article("Chile made an offer.", *["The rain fell on the harbour."] * 8, "It stopped.")
    assert meant(document, "It") == []


@pytest.mark.parametrize("words", ["Both sides", "The two countries", "both", "each other"])
def test_both_sides_are_the_two_parties_of_the_story(words: str) -> None:
    document = article("Norway and Peru met. Norway spoke first, Peru last.", f"{words} were tired.")
    assert sorted(meant(document, words)) == ["Norway", "Peru"]


def test_both_sides_of_a_story_of_one_are_nobody() -> None:
    document = article("Norway met. Both sides were tired.")
    assert meant(document, "Both sides") == []


@pytest.mark.parametrize("words", ["The government", "The delegation"])
def test_one_government_is_not_both(words: str) -> None:
    document = article("Norway and Peru met. Norway spoke first, Peru last.", f"{words} was tired.")
    found = [m for m in reading_of(document).mentions if m.span.of(document.text) == words]
    assert [len(m.parties) for m in found] == [1]


def test_they_are_both_sides_just_named() -> None:
    document = article("Norway and Peru met.", "The two countries signed nothing. They will meet again.")
    assert sorted(meant(document, "They")) == ["Norway", "Peru"]


def test_no_word_for_nobody() -> None:
    document = article("She waited. It rained. The diplomat slept.")
    annotation = reading_of(document)
    assert all(m.parties for m in annotation.mentions)
    assert who(document, annotation, "She") == []


def test_principal_of_who_acts_for_oneself() -> None:
    assert principal_of(state("Peru")) == state("Peru")
    assert principal_of(person(OLLERO, "Chile")) == state("Chile")


def test_main_parties_are_the_two_named_most() -> None:
    at = Span(start=0, end=1)
    names = [
        KnownMention(span=at, party=state(n), demonym=False, rule="r")
        for n in ("Peru", "Norway", "Norway", "Cuba", "Peru")
    ]
    assert [p.name for p in main_parties(names, {}, [])] == ["Norway", "Peru"]
    assert main_parties([], {}, []) == ()


def test_the_state_that_speakers_act_for_comes_before_the_one_where_they_meet() -> None:
    at = Span(start=0, end=1)
    names = [KnownMention(span=at, party=state("Cuba"), demonym=False, rule="r")]
    speaker = PersonMention(span=at, whole=at, name=OLLERO, role=None, principal=None)
    people = {OLLERO: replace(person(OLLERO, "Peru"), inferred=True)}
    assert [p.name for p in states_of(names, people, [speaker] * 3)] == ["Peru"]
    assert [p.name for p in states_of(names, {}, [])] == ["Cuba"]


def test_they_are_the_two_with_whom_the_sentence_begins() -> None:
    document = article("Kenya waits.", "Chile and Peru said that they would sign.")
    assert who(document, reading_of(document), "they") == ["Chile", "Peru"]


def test_they_are_not_the_first_two_where_a_third_is_named_since() -> None:
    document = article("Chile and Peru told Kenya that they would sign.")
    assert who(document, reading_of(document), "they") != ["Chile", "Peru"]
