"""Whom names and roles of persons mean, over whole articles."""

import pytest

from rejoinder.types.document import Document
from tests.unit.annotate.fake_tagger import Said, article, mention, person, reading_of, who

OLLERO = "Marta Ollero"
BRANDVOLD = "Olav Brandvold"


def meant(document: Document, words: str, number: int = 0, persons: tuple[str, ...] = (OLLERO, BRANDVOLD)) -> list[str]:
    return who(document, reading_of(document, persons=persons), words, number)


def test_surname_later_is_the_person_with_office_and_principal() -> None:
    document = article("Chilean Foreign Minister Marta Ollero spoke.", "Norway listened.", "Ollero then left.")
    (party,) = mention(document, reading_of(document, persons=[OLLERO, "Ollero"]), "Ollero").parties
    assert party == person(OLLERO, "Chile", "Foreign Minister")


def test_somebody_of_a_state_by_its_possessive() -> None:
    document = article("Chile’s Marta Ollero and Norway’s Olav Brandvold met.")
    annotation = reading_of(document, persons=[OLLERO, BRANDVOLD])
    assert [m.parties[0].acts_for for m in annotation.mentions if m.parties[0].type == "person"] == ["Chile", "Norway"]


def test_somebody_of_a_state_by_an_of() -> None:
    document = article("Foreign Minister Marta Ollero of Chile spoke.")
    assert (
        mention(document, reading_of(document, persons=[OLLERO]), "Foreign Minister Marta Ollero").parties[0].acts_for
        == "Chile"
    )


def test_a_name_of_a_state_in_a_personal_name_is_none() -> None:
    document = article("Vernon Jordan spoke in Oslo.")
    annotation = reading_of(document, persons=["Vernon Jordan"])
    assert "Jordan" not in [p.name for p in annotation.parties]


def test_the_diplomat_is_the_one_named() -> None:
    document = article(
        "Chilean Deputy Foreign Minister Marta Ollero spoke on Friday.",
        "Norway listened to the speech.",
        "The diplomat then left for home.",
    )
    assert meant(document, "The diplomat") == [OLLERO]


@pytest.mark.parametrize("title", ["President", "Prime Minister"])
def test_the_president_is_the_one_named(title: str) -> None:
    document = article(f"Chilean {title} Marta Ollero spoke.", f"On Friday the {title.lower()} left.")
    assert meant(document, f"the {title.lower()}") == [OLLERO]


def test_a_counterpart_acts_for_the_state_before_it() -> None:
    document = article("Foreign Minister Marta Ollero met her Norwegian counterpart, Olav Brandvold.")
    annotation = reading_of(document, persons=[OLLERO, BRANDVOLD])
    assert {p.name: p.acts_for for p in annotation.parties}[BRANDVOLD] == "Norway"


def test_an_apposition_is_nobody_else() -> None:
    document = article("Marta Ollero, foreign minister since May, spoke.")
    assert {p.name for p in reading_of(document, persons=[OLLERO]).parties} == {OLLERO}


def test_the_chilean_diplomat_is_not_the_norwegian_one() -> None:
    document = article(
        "Chilean Deputy Foreign Minister Marta Ollero met Norwegian Ambassador Olav Brandvold.",
        "The Chilean diplomat left first. The Norwegian diplomat stayed.",
    )
    assert meant(document, "The Chilean diplomat") == [OLLERO]
    assert meant(document, "The Norwegian diplomat") == [BRANDVOLD]


def test_a_senior_diplomat_of_the_lead_is_named_later() -> None:
    document = article(
        "Norway has not answered the offer, a senior Chilean diplomat said on Friday.",
        "The offer was made in May.",
        "“We have waited since May,” Deputy Foreign Minister Marta Ollero said of Chile’s offer.",
    )
    annotation = reading_of(
        document,
        said=[
            Said(content="Norway has not answered the offer", source="a senior Chilean diplomat"),
            Said(content="We have waited since May", source="Deputy Foreign Minister Marta Ollero"),
        ],
        persons=[OLLERO],
    )
    assert who(document, annotation, "a senior Chilean diplomat") == [OLLERO]


def test_a_senior_diplomat_is_not_who_speaks_for_another() -> None:
    document = article(
        "Norway has not answered, a senior Chilean diplomat said on Friday.",
        "“We have answered,” Norwegian Ambassador Olav Brandvold said.",
    )
    annotation = reading_of(
        document,
        said=[
            Said(content="Norway has not answered", source="a senior Chilean diplomat"),
            Said(content="We have answered", source="Norwegian Ambassador Olav Brandvold"),
        ],
        persons=[BRANDVOLD],
    )
    (party,) = mention(document, annotation, "a senior Chilean diplomat").parties
    assert party.name != BRANDVOLD
    assert (party.acts_for, party.anonymity) == ("Chile", "unnamed")


def test_an_unnamed_official_is_nobody_named_before() -> None:
    document = article(
        "Chilean Deputy Foreign Minister Marta Ollero spoke on Friday.",
        "An official of Chile, who spoke on condition of anonymity, called it a mistake.",
    )
    (party,) = mention(document, reading_of(document, persons=[OLLERO]), "An official of Chile").parties
    assert (party.name != OLLERO, party.acts_for, party.anonymity) == (True, "Chile", "unnamed")


def test_several_officials_are_a_group() -> None:
    document = article("On Monday three Chilean officials spoke.")
    (party,) = mention(document, reading_of(document), "three Chilean officials").parties
    assert (party.type, party.acts_for, party.anonymity) == ("group", "Chile", "unnamed")


@pytest.mark.parametrize(("pronoun", "name"), [("He", "Pablo Ollero"), ("She", "Marta Ollero"), ("He", "Arbe Ollero")])
def test_he_and_she_are_persons(pronoun: str, name: str) -> None:
    document = article(f"Foreign Minister {name} of Chile spoke. {pronoun} then left.")
    assert meant(document, pronoun) == [name]


def test_he_is_nobody_whose_name_is_a_womans() -> None:
    document = article("Foreign Minister Marta Ollero wrote to President Pablo Renn. She spoke first. He then left.")
    assert meant(document, "He") == ["Pablo Renn"]
    assert meant(article("Foreign Minister Marta Ollero of Chile spoke. He then left."), "He") == []


def test_he_is_the_speaker_of_the_sentence_before() -> None:
    document = article("“We wait,” Marta Ollero said of the offer made by Olav Brandvold.", "She will leave on Sunday.")
    annotation = reading_of(document, said=[Said(content="We wait", source=OLLERO)], persons=[OLLERO, BRANDVOLD])
    assert who(document, annotation, "She") == [OLLERO]


def test_who_is_the_name_before_it() -> None:
    document = article("Marta Ollero, who speaks for Chile, left.")
    assert meant(document, "who") == [OLLERO]


def test_a_second_name_is_the_same_person() -> None:
    document = article("The rebel commander Tomas Ruz, better known as Lobo, spoke. Then Lobo left.")
    annotation = reading_of(document, persons=["Tomas Ruz", "Lobo"])
    assert who(document, annotation, "Lobo", 1) == ["Tomas Ruz"]


def test_a_state_in_the_title_of_another_tells_nothing() -> None:
    document = article(
        "President Tomas Ruz met Chilean Foreign Minister Marta Ollero.",
        "Tomas Ruz thanked Chilean Foreign Minister Marta Ollero.",
    )
    annotation = reading_of(document, persons=["Tomas Ruz", OLLERO])
    assert {p.name: p.principal for p in annotation.parties if p.type == "person"} == {
        "Tomas Ruz": None,
        OLLERO: "Chile",
    }


def test_what_an_office_is_for_is_nobody_to_act_for() -> None:
    document = article(
        "They saw Marta Ollero, assistant secretary for European and Andean affairs in the State Department of Chile."
    )
    found = mention(document, reading_of(document, persons=[OLLERO], organisations=["Andean affairs"]), OLLERO)
    assert found.parties[0].acts_for != "Andean affairs"
