from itertools import pairwise

import pytest

from rejoinder.annotate.nominals import Nominal, nominals
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.sentences import sentences
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article


def phrases(text: str, taken: tuple[Span, ...] = ()) -> list[Nominal]:
    return list(nominals(text, sentences(article(text)), taken, role_words()))


def words(text: str) -> list[str]:
    return [n.span.of(text) for n in phrases(text)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("But the Norwegian diplomat left.", "the Norwegian diplomat"),
        ("Peru and its foreign ministry waited.", "its foreign ministry"),
        ("It was a senior Chilean diplomat who spoke.", "a senior Chilean diplomat"),
        ("On Friday three union officials left.", "three union officials"),
        ("A foreign ministry spokesman left.", "A foreign ministry spokesman"),
        ("Later, Peru’s fisheries ministry answered.", "Peru’s fisheries ministry"),
        ("The envoy of Peru left.", "The envoy of Peru"),
        ("There one of the mediators wept.", "one of the mediators"),
        ("Then the union answered.", "the union"),
        ("The statement said so.", "The statement"),
    ],
)
def test_whole_phrase(text: str, phrase: str) -> None:
    assert words(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The state of the harbour is poor.",
        "It was a party to the pact.",
        "Minister after minister left.",
        "The fish were counted.",
        "",
    ],
)
def test_no_role(text: str) -> None:
    assert [n for n in words(text) if n not in ("minister",)] == []


def test_definite_points_at_somebody_known() -> None:
    flags = {n.noun: n.definite for n in phrases("The envoy met a minister, its ambassador and Peru’s president.")}
    assert flags == {"envoy": True, "minister": False, "ambassador": True, "president": True}


def test_possessive_pronoun_is_kept() -> None:
    (nominal,) = phrases("Then her spokesman left.")
    assert nominal.possessive == "her"
    assert phrases("Then the spokesman left.")[0].possessive == ""


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("The unnamed official left.", True),
        ("An official, who spoke on condition of anonymity, left.", True),
        ("The official, who declined to be named, left.", True),
        ("The official was not authorised to speak.", True),
        ("The official left.", False),
    ],
)
def test_names_withheld(text: str, unnamed: bool) -> None:
    assert phrases(text)[0].unnamed is unnamed


@pytest.mark.parametrize(("text", "plural"), [("Two envoys left.", True), ("The envoy left.", False)])
def test_one_or_several(text: str, plural: bool) -> None:
    assert phrases(text)[0].plural is plural


def test_spokesmen_are_several() -> None:
    assert phrases("Two spokesmen left.")[0].plural


def test_persons_named_are_no_role_phrases() -> None:
    text = "Deputy Minister Marta Ollero left."
    assert phrases(text, (Span(start=0, end=28),)) == []


def test_phrases_keep_text_order_and_do_not_overlap() -> None:
    text = "The Peruvian foreign ministry told the Norwegian ambassador of a letter from a Chilean minister."
    spans = [n.span for n in phrases(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(spans) == 4


def test_the_spokesman_of_another_role_phrase() -> None:
    assert words("The spokesman of the Chilean government left.") != ["The spokesman of the Chilean"]
