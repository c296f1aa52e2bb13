import pytest

from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt, described, principals
from rejoinder.types.annotation import Annotation, Mention, PartyRef, Reading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import person, place, state

TEXT = "Chilean Foreign Minister Marta Ollero and Peru met in Oslo with its envoy."
OLLERO = person("Marta Ollero", "Chile", "Foreign Minister")


def at(*mentions: tuple[str, str, PartyRef], text: str = TEXT) -> PartiesAt:
    made = [
        Mention(span=place(text, words), kind=kind, parties=(party,), rule="r")  # type: ignore[arg-type]
        for words, kind, party in mentions
    ]
    return PartiesAt(
        text,
        Annotation(
            document_id="d",
            sentences=(),
            quotations=(),
            times=(),
            mentions=tuple(sorted(made, key=lambda m: (m.span.start, -m.span.end))),
            parties=(),
            reading=Reading(cues=(), acts=(), names=(), reader="r"),
        ),
    )


PARTIES = at(
    ("Chilean Foreign Minister Marta Ollero", "name", OLLERO),
    ("Chilean", "demonym", state("Chile")),
    ("Peru", "name", state("Peru")),
    ("Oslo", "place", state("Norway")),
    ("its", "pronoun", state("Peru")),
)


def names(found: tuple[PartyRef, ...]) -> list[str]:
    return [p.name for p in found]


def test_a_whole_phrase_is_the_person_in_it() -> None:
    assert names(PARTIES.at(place(TEXT, "Chilean Foreign Minister Marta Ollero"))) == ["Marta Ollero"]


def test_joined_parties_are_all_meant() -> None:
    assert names(PARTIES.at(place(TEXT, "Chilean Foreign Minister Marta Ollero and Peru"))) == ["Marta Ollero", "Peru"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ollero's colleague Ivo Petrak warned of it.", ["Ivo Petrak"]),
        ("Ollero’s long-time adviser Ivo Petrak warned of it.", ["Ivo Petrak"]),
        ("Ollero's and Ivo Petrak's parties warned of it.", ["Marta Ollero", "Ivo Petrak"]),
    ],
)
def test_who_belongs_to_somebody_is_meant_and_not_the_other(text: str, meant: list[str]) -> None:
    both = at(("Ollero", "name", OLLERO), ("Ivo Petrak", "name", person("Ivo Petrak", "Peru", None)), text=text)
    words = text[: text.index(" warned")].removesuffix("'s parties")
    assert names(both.source(place(text, words))) == meant


def test_a_part_of_a_phrase_is_the_phrase() -> None:
    assert names(PARTIES.source(place(TEXT, "Marta Ollero"))) == ["Marta Ollero"]
    assert names(PARTIES.at(place(TEXT, "Minister Marta"))) == ["Marta Ollero"]


def test_a_word_that_only_qualifies_counts_where_there_is_nothing_else() -> None:
    assert names(PARTIES.at(place(TEXT, "Chilean"))) == ["Chile"]


def test_officials_of_a_ministry_speak_and_the_ministry_does_not() -> None:
    officials = PartyRef(name="envoy", type="group", principal="Peru", anonymity="unnamed")
    parties = at(("Peru", "name", state("Peru")), ("its envoy", "name", officials))
    assert names(parties.source(place(TEXT, "Peru met in Oslo with its envoy"))) == ["envoy"]
    named = at(("Peru", "name", state("Peru")), ("Marta Ollero", "name", person("Marta Ollero", "Peru", "Minister")))
    assert names(named.at(place(TEXT, "Marta Ollero and Peru"))) == ["Marta Ollero", "Peru"]


def test_words_for_nobody() -> None:
    assert PARTIES.at(place(TEXT, "met")) == ()
    assert at().source(place(TEXT, "Peru")) == ()


def test_a_place_yields_to_a_name() -> None:
    assert names(PARTIES.at(place(TEXT, "Peru met in Oslo"))) == ["Peru"]


@pytest.mark.parametrize("words", ["we", "We", "our", "I", "us"])
def test_first_person(words: str) -> None:
    assert FIRST_PERSON.fullmatch(words)


@pytest.mark.parametrize("words", ["wed", "in", "Ursula"])
def test_no_first_person(words: str) -> None:
    assert not FIRST_PERSON.fullmatch(words)


def test_a_state_in_capitals_is_no_pronoun() -> None:
    assert not FIRST_PERSON.fullmatch("US")


def test_an_unnamed_speaker_is_described_by_the_words() -> None:
    text = "A  senior official"
    party = described(text, Span(start=0, end=len(text)), [person("x", "Chile")])
    assert (party.name, party.principal, party.anonymity) == ("senior official", "Chile", "unnamed")


def test_principals_are_each_named_once() -> None:
    assert principals([OLLERO, state("Chile"), state("Peru")]) == (state("Chile"), state("Peru"))
    unnamed = PartyRef(name="mediator", type="person", anonymity="unnamed")
    assert principals([unnamed]) == (unnamed,)


def test_a_description_that_is_cut_off_ends_before_what_is_missing() -> None:
    text = "a Chilean official who attended the"
    assert described(text, Span(start=0, end=len(text)), []).name == "Chilean official"
    text = "a source close to the"
    assert described(text, Span(start=0, end=len(text)), []).name == "source close"


@pytest.mark.parametrize("words", ["a source close to Marta Ollero", "An aide travelling with Marta Ollero"])
def test_who_is_with_somebody_is_somebody_else(words: str) -> None:
    text = f"{words} spoke."
    found = at(("Marta Ollero", "name", OLLERO), text=text).source(place(text, words))
    assert [(p.anonymity, p.principal) for p in found] == [("unnamed", "Chile")]


def test_the_spokesman_of_somebody_speaks_himself() -> None:
    text = "Marta Ollero's spokesman spoke."
    spokesman = PartyRef(name="spokesman", type="person", principal="Chile", anonymity="unnamed")
    parties = at(("Marta Ollero", "name", OLLERO), ("Marta Ollero's spokesman", "role", spokesman), text=text)
    assert [p.anonymity for p in parties.source(place(text, "Marta Ollero's spokesman"))] == ["unnamed"]


def test_a_minister_for_a_field_is_the_person() -> None:
    text = "the Minister for Trade, Marta Ollero, spoke."
    found = at(("Marta Ollero", "name", OLLERO), text=text).source(place(text, "the Minister for Trade, Marta Ollero"))
    assert names(found) == ["Marta Ollero"]
