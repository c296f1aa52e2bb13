from collections.abc import Sequence

import pytest

from rejoinder.annotate.organisations import organisations
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.sentences import sentences
from rejoinder.types.annotation import NameReading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, place


def found(text: str, tagged: Sequence[str] = (), taken: Sequence[Span] = ()) -> list[tuple[str, str, str]]:
    names = [NameReading(span=place(text, t), type="organisation", score=0.9) for t in tagged]
    local = organisations(text, sentences(article(text)), names, taken, role_words())
    return [(o.span.of(text), o.party.name, o.party.type) for o in local]


def test_an_acronym_is_the_name_it_was_brought_in_with() -> None:
    text = "The Guild of Ferry Pilots (GFP) struck. The GFP then waited."
    assert found(text)[-2:] == [("GFP", "Guild of Ferry Pilots", "organisation")] * 2


def test_an_acronym_is_known_before_it_is_explained() -> None:
    text = "GFP to strike. The Guild of Ferry Pilots (GFP) will strike."
    assert found(text)[0] == ("GFP", "Guild of Ferry Pilots", "organisation")


def test_brackets_that_do_not_spell_the_name_explain_nothing() -> None:
    text = "The Guild of Ferry Pilots (ABC) struck."
    assert ("ABC", "Guild of Ferry Pilots", "organisation") not in found(text)


@pytest.mark.parametrize("words", ["MONDAY", "GMT", "BREAKING", "CEO", "TV"])
def test_capitals_that_name_nobody(words: str) -> None:
    assert found(f"On {words} they met.") == []


def test_a_shouted_headline_is_no_organisation() -> None:
    assert [w for w, _, _ in found("NEGOTIATIONS COLLAPSED OVERNIGHT")] == []


def test_article_and_possessive_are_no_part_of_a_name() -> None:
    text = "Then The Halden Line’s ships left."
    assert found(text, ["The Halden Line’s"]) == [("Halden Line", "Halden Line", "organisation")]


def test_media_are_told_apart() -> None:
    text = "Reuters and the Halden Line waited."
    assert found(text, ["Reuters", "Halden Line"]) == [
        ("Reuters", "Reuters", "media"),
        ("Halden Line", "Halden Line", "organisation"),
    ]


def test_ministries_are_left_to_the_role_phrases() -> None:
    text = "The Fisheries Ministry waited for the Ministry."
    assert found(text, ["Fisheries Ministry", "Ministry"]) == []


def test_a_party_already_known_is_left_alone() -> None:
    text = "The EU waited."
    assert found(text, ["EU"], [place(text, "EU")]) == []


def test_text_order_without_overlap() -> None:
    text = "Halden Line met Halden. Halden Line left."
    assert [w for w, _, _ in found(text, ["Halden Line", "Halden"])] == ["Halden Line"]


def test_what_an_office_is_for_is_no_organisation() -> None:
    text = "The envoy for European and Eurasian affairs met the Office of Legal affairs."
    assert found(text, ["Eurasian affairs"]) == []
