"""By which nouns organisations are introduced, and whom the noun then means."""

import pytest

from rejoinder.annotate.introductions import introductions
from rejoinder.annotate.scene import KnownMention
from rejoinder.types.annotation import PartyRef
from tests.unit.annotate.fake_tagger import article, place, reading_of, who


def found(text: str, *names: str, type_: str = "organisation") -> dict[str, set[str]]:
    mentions = [
        KnownMention(
            span=place(text, name),
            party=PartyRef(name=name, type=type_),  # type: ignore[arg-type]
            demonym=False,
            rule="reference.article",
        )
        for name in names
    ]
    return {name: set(nouns) for name, nouns in introductions(text, mentions).items()}


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The ground staff union SPT struck.", {"union"}),
        ("SPT, the largest union at the airport, struck.", {"union"}),
        ("SPT (in full the SPT of Lisbon), a union, struck.", {"union"}),
        ("SPT, the union's paper, struck.", set()),
        ("SPT struck.", set()),
    ],
)
def test_a_noun_before_or_behind_a_name_introduces_it(text: str, nouns: set[str]) -> None:
    assert found(text, "SPT").get("SPT", set()) == nouns


def test_only_organisations_are_introduced() -> None:
    assert found("The company Norway struck.", "Norway", type_="state") == {}


def test_a_noun_means_whom_it_introduces() -> None:
    document = article(
        "The ground staff union SPT and the operator Aerosul met.", "Aerosul spoke first.", "Then the union left."
    )
    annotation = reading_of(document, organisations=["SPT", "Aerosul"])
    assert who(document, annotation, "the union") == ["SPT"]
