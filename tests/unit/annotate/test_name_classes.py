from collections.abc import Sequence

from rejoinder.annotate.name_classes import settled
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.sentences import sentences
from rejoinder.types.annotation import NameReading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, place

Tag = tuple[str, str, float]


def classes(text: str, *tagged: Tag) -> list[tuple[str, str]]:
    at: dict[str, int] = {}
    names: list[NameReading] = []
    for words, class_, score in tagged:
        span = place(text, words, at.get(words, names[-1].span.end if names else 0))
        at[words] = text.find(words, span.end)
        names.append(NameReading(span=span, type=class_, score=score))  # type: ignore[arg-type]
    made: Sequence[NameReading] = settled(text, sentences(article(text)), names, role_words())
    return [(n.span.of(text), n.type) for n in made]


def test_one_class_for_all_places_of_a_word() -> None:
    text = "Hartwell said no. Talks with Hartwell failed. Hartwell was silent."
    tagged = [("Hartwell", "organisation", 0.9), ("Hartwell", "person", 0.6), ("Hartwell", "organisation", 0.5)]
    assert classes(text, *tagged) == [("Hartwell", "organisation")] * 3


def test_a_longer_name_says_what_its_word_is() -> None:
    text = "Olga Hartwell spoke. Hartwell left."
    assert classes(text, ("Olga Hartwell", "person", 0.9), ("Hartwell", "organisation", 0.8))[1] == (
        "Hartwell",
        "person",
    )
    text = "Hartwell Industries made a bid. Hartwell waits."
    assert classes(text, ("Hartwell Industries", "organisation", 0.8), ("Hartwell", "person", 0.9))[1] == (
        "Hartwell",
        "organisation",
    )


def test_who_has_a_chief_executive_is_no_person() -> None:
    text = "Hartwell chief executive Olga Renn spoke."
    assert classes(text, ("Hartwell", "person", 0.7)) == [("Hartwell", "organisation")]


def test_who_has_a_title_is_a_person() -> None:
    text = "Mr Hartwell spoke. Then Hartwell left."
    assert ("Hartwell", "person") in classes(text, ("Hartwell", "organisation", 0.9))


def test_a_known_capital_is_no_person() -> None:
    assert classes("Talks with Kyiv failed.", ("Kyiv", "person", 0.6)) == [("Kyiv", "place")]


def test_an_organisation_is_found_where_the_tagger_passed_over_it() -> None:
    text = "The Hartwell board met. Nobody told Hartwell. HARTWELL SAYS NO"
    found = classes(text, ("Hartwell", "organisation", 0.9))
    assert found == [("Hartwell", "organisation"), ("Hartwell", "organisation"), ("HARTWELL", "organisation")]


def test_longer_names_and_demonyms_stay_as_read() -> None:
    text = "Lisle Brothers and a Lurlander spoke."
    tagged = [("Lisle Brothers", "person", 0.6), ("Lurlander", "demonym", 0.7)]
    assert classes(text, *tagged) == [("Lisle Brothers", "person"), ("Lurlander", "demonym")]


def test_no_names_no_classes() -> None:
    assert settled("Nobody spoke.", sentences(article("Nobody spoke.")), (), role_words()) == ()
    assert Span(start=0, end=0) not in {n.span for n in settled("", (), (), role_words())}


def test_an_agency_is_no_person() -> None:
    assert classes("Asked by Kyodo, she left.", ("Kyodo", "person", 0.8)) == [("Kyodo", "organisation")]


def test_a_surname_is_found_where_the_tagger_has_passed_it_over() -> None:
    text = "Hartwell feels cheated. Olga Hartwell spoke."
    assert classes(text, ("Olga Hartwell", "person", 0.9)) == [("Hartwell", "person"), ("Olga Hartwell", "person")]


def test_who_is_in_office_that_year_is_a_person() -> None:
    text = "Tsipras begged savers."
    names = [NameReading(span=place(text, "Tsipras"), type="organisation", score=0.9)]
    made = settled(text, sentences(article(text)), names, role_words(), 2015)
    assert [n.type for n in made] == ["person"]


def test_an_agency_of_two_words_is_no_person() -> None:
    text = "She told RIA Novosti so."
    assert classes(text, ("RIA Novosti", "person", 0.8)) == [("RIA Novosti", "organisation")]


def test_what_is_called_by_somebodys_name_is_no_person() -> None:
    text = "The Hartwell administration waits. Olga Hartwell spoke."
    tagged = [("Hartwell", "organisation", 0.4), ("Olga Hartwell", "person", 0.9)]
    assert classes(text, *tagged)[0] == ("Hartwell", "organisation")


def test_the_paper_itself_is_no_person() -> None:
    text = "An envoy told Hilda Bergen so."
    names = [NameReading(span=place(text, "Hilda Bergen"), type="person", score=0.9)]
    made = settled(text, sentences(article(text)), names, role_words(), outlet="Hilda Bergen in English")
    assert [n.type for n in made] == ["organisation"]
