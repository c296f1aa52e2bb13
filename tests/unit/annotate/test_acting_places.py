from rejoinder.annotate.acting_places import acting_places
from rejoinder.annotate.scene import KnownMention
from rejoinder.annotate.sentences import sentences
from rejoinder.types.annotation import ActReading, NameReading, Reading
from tests.unit.annotate.fake_tagger import article, place, state


def found(text: str, actors: tuple[str, ...], names: list[NameReading], known: tuple[KnownMention, ...] = ()) -> list:
    trigger = place(text, "offered")
    act = ActReading(
        trigger=trigger,
        kind="offer",
        modality="actual",
        held_by_speaker=False,
        actors=tuple(place(text, a) for a in actors),
        recipients=(),
        anchor=trigger,
        score=0.9,
    )
    reading = Reading(cues=(), acts=(act,), names=tuple(names), reader="fake-1")
    made = acting_places(text, sentences(article(text)), reading, known)
    return [(n.span.of(text), n.party.name, n.party.type, n.demonym) for n in made]


TEXT = "Lurland offered talks. In Lurland nobody knew. The Lurlandish envoy left."


def places(text: str = TEXT) -> list[NameReading]:
    first = place(text, "Lurland")
    second = place(text, "Lurland", first.end + 5)
    made = [NameReading(span=s, type="place", score=0.7) for s in (first, second)]
    return [*made, NameReading(span=place(text, "Lurlandish"), type="demonym", score=0.7)]


def test_a_place_that_acts_is_a_party_with_its_demonym() -> None:
    assert found(TEXT, ("Lurland",), places()) == [
        ("Lurland", "Lurland", "state", False),
        ("Lurland", "Lurland", "state", False),
        ("Lurlandish", "Lurland", "state", True),
    ]


def test_a_place_that_never_acts_is_none() -> None:
    assert found(TEXT, (), places()) == []


def test_what_nothing_says_to_be_a_place_is_an_organisation() -> None:
    text = "Renn offered talks. Then Renn left."
    names = [NameReading(span=place(text, "Renn", n), type="place", score=0.9) for n in (0, 26)]
    assert found(text, ("Renn",), names) == [("Renn", "Renn", "organisation", False)] * 2


def test_what_lies_somewhere_and_is_no_state_is_nobody() -> None:
    text = "Renn offered talks. They met near Renn."
    names = [NameReading(span=place(text, "Renn", n), type="place", score=0.9) for n in (0, 34)]
    assert found(text, ("Renn",), names) == []


def test_what_the_tagger_hardly_takes_for_a_name_is_nobody() -> None:
    text = "Renn offered talks. Then Renn left."
    assert found(text, ("Renn",), [NameReading(span=place(text, "Renn"), type="place", score=0.5)]) == []


def test_a_known_name_stays_what_it_is() -> None:
    known = KnownMention(span=place(TEXT, "Lurland"), party=state("Peru"), demonym=False, rule="reference.name")
    assert ("Lurland", "Peru", "state", False) not in found(TEXT, ("Lurland",), places(), (known,))
