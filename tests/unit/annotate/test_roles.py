import pytest

from rejoinder.annotate.roles import role_words
from rejoinder.types.annotation import PartyRef


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "person"),
        ("ministers", "person"),
        ("spokesmen", "person"),
        ("mediator", "person"),
        ("ministry", "institution"),
        ("embassy", "institution"),
        ("government", "body"),
        ("delegation", "body"),
        ("union", "organisation"),
        ("company", "organisation"),
        ("statement", "utterance"),
        ("letter", "utterance"),
        ("harbour", None),
        ("fish", None),
    ],
)
def test_what_a_noun_stands_for(noun: str, kind: str | None) -> None:
    assert role_words().kind(noun) == kind


def test_two_words_may_name_an_institution() -> None:
    assert role_words().kind("office", "foreign") == "institution"


@pytest.mark.parametrize("noun", ["ministers", "envoys", "officials", "people", "authorities"])
def test_several(noun: str) -> None:
    assert role_words().plural(noun)


@pytest.mark.parametrize("noun", ["minister", "envoy", "government", "boss"])
def test_one(noun: str) -> None:
    assert not role_words().plural(noun)


@pytest.mark.parametrize("noun", ["spokesmen", "spokeswomen", "secretaries", "deputies"])
def test_several_of_every_spelling(noun: str) -> None:
    assert role_words().plural(noun)


@pytest.mark.parametrize(
    ("noun", "office"),
    [
        ("diplomat", "deputy foreign minister"),
        ("diplomat", "Ambassador"),
        ("envoy", "special envoy"),
        ("minister", "Fisheries Minister"),
        ("leader", "President"),
        ("spokeswoman", "Foreign Ministry spokeswoman"),
        ("official", None),
        ("diplomat", None),
    ],
)
def test_noun_fits_the_office(noun: str, office: str | None) -> None:
    assert role_words().compatible(noun, office)


@pytest.mark.parametrize(
    ("noun", "office"),
    [
        ("president", "foreign minister"),
        ("spokesman", "president"),
        ("general", "ambassador"),
        ("president", None),
        ("minister", None),
    ],
)
def test_noun_does_not_fit_the_office(noun: str, office: str | None) -> None:
    assert not role_words().compatible(noun, office)


def test_a_minister_of_finance_is_no_diplomat() -> None:
    assert not role_words().compatible("diplomat", "finance minister")


def test_offices_that_tell_whose_they_are() -> None:
    assert role_words().principal_of("Secretary of State") == PartyRef(name="United States", type="state")
    assert role_words().principal_of("foreign minister") is None
    assert role_words().principal_of("") is None


@pytest.mark.parametrize(
    ("office", "sort"),
    [
        ("foreign minister", "state"),
        ("government spokesman", "state"),
        ("rebel commander", "rebels"),
        ("union leader", "union"),
        ("president", None),
        ("", None),
    ],
)
def test_for_what_sort_of_party_an_office_is_held(office: str, sort: str | None) -> None:
    assert role_words().sort_of(office) == sort


def test_sorts_of_party() -> None:
    words = role_words()
    assert words.is_sort("state", PartyRef(name="Peru", type="state"))
    assert words.is_sort("rebels", PartyRef(name="Northern Front", type="group"))
    assert words.is_sort("union", PartyRef(name="Union of Ferry Crews", type="organisation"))
    assert not words.is_sort("union", PartyRef(name="Halden Ferries", type="organisation"))


@pytest.mark.parametrize("noun", ["state", "house", "general", "group", "party", "source"])
def test_nouns_that_need_a_name_beside_them(noun: str) -> None:
    assert not role_words().alone(noun)
