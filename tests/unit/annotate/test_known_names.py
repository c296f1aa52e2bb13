import pytest

from rejoinder.annotate.known_names import KnownName, chosen_form, known_names, party_of
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import gazetteer


def names(text: str, year: int | None = 2021) -> tuple[KnownName, ...]:
    return known_names(text, [Span(start=0, end=len(text))], gazetteer(), year)


def found(text: str, year: int | None = 2021) -> list[tuple[str, str]]:
    return [(n.span.of(text), n.forms[0].entry) for n in names(text, year)]


def test_longest_form_wins() -> None:
    assert found("North Korea told UN Security Council envoys") == [
        ("North Korea", "north-korea"),
        ("UN Security Council", "security-council"),
    ]


def test_an_article_does_not_make_a_shorter_form_win() -> None:
    assert [e for _, e in found("Peru told the UN Security Council")] == ["peru", "security-council"]


def test_a_doubtful_short_form_is_not_the_beginning_of_a_longer_name() -> None:
    assert found("Peru told the North Atlantic Council") == [("Peru", "peru"), ("North Atlantic Council", "nato")]
    assert found("Seoul and the North met") == [("Seoul", "south-korea"), ("the North", "north-korea")]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Peru’s offer", "peru"),
        ("Peru's offer", "peru"),
        ("the Peruvian offer", "peru"),
        ("PERU WAITS", "peru"),
        ("the U.S. offer", "united-states"),
        ("a US-Peru pact", "united-states"),
        ("Holyrood waits", "scotland"),
        ("the Kremlin waits", "russia"),
    ],
)
def test_forms_as_the_news_writes_them(text: str, entry: str) -> None:
    assert entry in [e for _, e in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They told us of a turkey, a chad and some china.",
        "a Russian-led force and a U.S.-backed plan",
        "New Norwegian",
        "",
    ],
)
def test_no_party_acts_here(text: str) -> None:
    assert [w for w, _ in found(text) if w not in ("Norwegian",)] == []


def test_another_place_of_the_same_name_is_no_capital() -> None:
    assert found("in New Washington and Port Havana") == []


def test_a_name_does_not_run_over_a_comma() -> None:
    assert found("in North, Korea") != [("North, Korea", "north-korea")]
    assert ("White, House", "united-states") not in found("White, House")


def test_states_are_those_of_the_year() -> None:
    assert found("Moscow waits", 2021) == [("Moscow", "russia")]
    assert names("Soviet envoys", 1975)[0].forms[0].entry == "soviet-union"
    assert found("Zaire waits", 1985) == [("Zaire", "zaire")]


def test_a_capital_stands_for_the_state_of_the_year() -> None:
    (name,) = names("Moscow waits", 1975)
    assert chosen_form(name, {}).entry == "soviet-union"


def test_reading_named_otherwise_is_chosen() -> None:
    (name,) = names("Korea waits")
    assert chosen_form(name, {"south-korea": 2}).entry == "south-korea"
    assert chosen_form(name, {"north-korea": 2, "south-korea": 1}).entry == "north-korea"


def test_generic_words_stand_only_for_somebody_named_elsewhere() -> None:
    (name,) = names("the bloc waits")
    assert name.generic
    assert {f.entry for f in name.forms} >= {"nato", "european-union"}


def test_a_state_is_itself_and_an_institution_acts_for_its_state() -> None:
    (state,) = names("Peru waits")
    party = party_of(state.forms[0], gazetteer())
    assert (party.name, party.type, party.acts_for) == ("Peru", "state", "Peru")
    (body,) = names("the State Department waits")
    office = party_of(body.forms[0], gazetteer())
    assert (office.name, office.type, office.acts_for) == ("State Department", "office", "United States")


def test_places_are_read_apart() -> None:
    text = "Sri\nLanka\nPeru"
    places = [Span(start=0, end=3), Span(start=4, end=9), Span(start=10, end=14)]
    assert [n.span.of(text) for n in known_names(text, places, gazetteer(), 2021)] == ["Peru"]


@pytest.mark.parametrize("text", ["The Christian Democrats said no", "the Social Democrats met", "the Free Democrats"])
def test_a_party_is_not_the_one_whose_name_ends_its_own(text: str) -> None:
    assert found(text) == []


def test_a_party_named_by_one_word_is_still_known() -> None:
    assert [e for _, e in found("Talks with the Democrats failed")] == [e for _, e in found("The Democrats said no")]
    assert found("The Democrats said no")
