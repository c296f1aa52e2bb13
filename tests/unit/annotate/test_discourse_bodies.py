"""Whom ministries, unions, companies, media and papers stand for, over whole articles."""

import pytest

from rejoinder.types.document import Document
from tests.unit.annotate.fake_tagger import Act, Said, article, mention, reading_of, who

OLLERO = "Marta Ollero"
BRANDVOLD = "Olav Brandvold"


def meant(document: Document, words: str, number: int = 0, persons: tuple[str, ...] = (OLLERO, BRANDVOLD)) -> list[str]:
    return who(document, reading_of(document, persons=persons), words, number)


@pytest.mark.parametrize("words", ["the rebels", "the guerrillas"])
def test_the_rebels_are_the_group_named(words: str) -> None:
    document = article("The FARC rejected an offer of Colombia.", f"On Friday {words} left.")
    (party,) = mention(document, reading_of(document), words).parties
    assert party.acts_for == "FARC"


def test_the_ministry_is_the_one_named_before() -> None:
    document = article(
        "Chile’s fisheries ministry made the offer.", "Norway did not answer.", "The ministry will wait until May."
    )
    annotation = reading_of(document)
    assert (
        mention(document, annotation, "The ministry").parties
        == mention(document, annotation, "Chile’s fisheries ministry").parties
    )
    assert mention(document, annotation, "The ministry").parties[0].acts_for == "Chile"


def test_its_foreign_ministry_acts_for_its_state() -> None:
    document = article("Chile will not yield. Its foreign ministry said so on Friday.")
    (party,) = mention(document, reading_of(document), "Its foreign ministry").parties
    assert (party.type, party.acts_for) == ("office", "Chile")


@pytest.mark.parametrize(("year", "whose"), [("1948-05-01", "United States"), ("1931-05-01", "Chile")])
def test_the_government_of_a_known_leader_is_that_of_the_state_led_in_that_year(year: str, whose: str) -> None:
    document = article(
        "Chile will not yield.", "Three officials of the Truman administration left on Friday.", published=year
    )
    (party,) = mention(document, reading_of(document), "the Truman administration").parties
    assert party.acts_for == whose


def test_two_ministries_stay_apart() -> None:
    document = article(
        "Chile’s foreign ministry made an offer. Norway’s foreign ministry did not answer.",
        "The Norwegian ministry will study it.",
    )
    (party,) = mention(document, reading_of(document), "The Norwegian ministry").parties
    assert party.acts_for == "Norway"


def test_the_government_is_the_state_spoken_of() -> None:
    document = article("Chile will not yield. The government made that clear on Friday.")
    assert meant(document, "The government") == ["Chile"]


def test_the_bloc_is_the_one_named() -> None:
    document = article("Norway wrote to the European Union. The bloc did not answer.")
    annotation = reading_of(document)
    generic = [m for m in annotation.mentions if m.span.of(document.text).lower().endswith("bloc")]
    assert [p.name for m in generic for p in m.parties] == ["European Union"]


def test_the_bloc_of_nobody_named_is_nobody() -> None:
    document = article("Norway waited. The bloc did not answer.")
    assert [m for m in reading_of(document).mentions if m.span.of(document.text).lower().endswith("bloc")] == []


def test_the_union_and_the_company() -> None:
    document = article(
        "The Halden Seafarers' Union made an offer to Halden Ferries.",
        "The union wants more pay. The company says it has none.",
    )
    annotation = reading_of(document, organisations=["Halden Seafarers' Union", "Halden Ferries"])
    assert who(document, annotation, "The union") == ["Halden Seafarers' Union"]
    assert who(document, annotation, "The company") == ["Halden Ferries"]


def test_the_company_is_no_guild() -> None:
    document = article("The Guild of Ferry Pilots wrote to Halden Ferries.", "The company answered.")
    annotation = reading_of(document, organisations=["Guild of Ferry Pilots", "Halden Ferries"])
    assert who(document, annotation, "The company") == ["Halden Ferries"]


def test_a_short_name_with_a_capital_is_the_long_one() -> None:
    document = article("The Halden Seafarers' Federation made an offer.", "On Friday the Federation waited.")
    annotation = reading_of(document, organisations=["Halden Seafarers' Federation"])
    assert who(document, annotation, "Federation") == ["Halden Seafarers' Federation"]


def test_an_acronym_is_the_full_name() -> None:
    document = article("The Guild of Ferry Pilots (GFP) made an offer.", "On Friday the GFP waited.")
    annotation = reading_of(document, organisations=["Guild of Ferry Pilots"])
    assert {p.name for m in annotation.mentions for p in m.parties} == {"Guild of Ferry Pilots"}


def test_a_secretary_of_the_union_acts_for_it() -> None:
    document = article("Lena Holt, general secretary of the Halden Seafarers' Union, spoke.")
    annotation = reading_of(document, persons=["Lena Holt"], organisations=["Halden Seafarers' Union"])
    (party,) = mention(document, annotation, "Lena Holt").parties
    assert party.acts_for == "Halden Seafarers' Union"


def test_a_guild_of_pilots_is_an_organisation() -> None:
    document = article("Lena Holt, general secretary of the Guild of Ferry Pilots, spoke.")
    annotation = reading_of(document, persons=["Lena Holt"], organisations=["Guild of Ferry Pilots"])
    (party,) = mention(document, annotation, "Lena Holt").parties
    assert party.acts_for == "Guild of Ferry Pilots"


@pytest.mark.parametrize("noun", ["statement", "note", "letter"])
def test_what_was_written_speaks_for_who_wrote_it(noun: str) -> None:
    document = article("Chile’s foreign ministry published its answer.", f"The {noun} said the offer was dead.")
    annotation = reading_of(document, said=[Said(content="the offer was dead", source=f"The {noun}")])
    (party,) = mention(document, annotation, f"The {noun}").parties
    assert party.acts_for == "Chile"


def test_what_was_written_by_somebody_named() -> None:
    document = article("Peru waited. A Norwegian government statement said the offer was dead.")
    annotation = reading_of(
        document, said=[Said(content="the offer was dead", source="A Norwegian government statement")]
    )
    (party,) = mention(document, annotation, "A Norwegian government statement").parties
    assert party.acts_for == "Norway"


def test_a_letter_that_nobody_quotes_is_nobody() -> None:
    document = article("Chile waited. The letter lay on the table.")
    assert meant(document, "The letter") == []


def test_the_agency_is_the_medium_named() -> None:
    document = article("Envoys spoke to Reuters. The agency gave no names.")
    annotation = reading_of(document, organisations=["Reuters"])
    assert who(document, annotation, "The agency") == ["Reuters"]


def test_the_paper_itself_is_a_medium_and_no_party() -> None:
    document = article(
        "Norway has seen what the Harbour Review has read.", "The Review asked Norway.", outlet="The Harbour Review"
    )
    annotation = reading_of(document, organisations=["Harbour Review"])
    types = {p.type for m in annotation.mentions for p in m.parties if "Review" in p.name}
    assert types == {"media"}


@pytest.mark.parametrize(("name", "outlet"), [("NATO", "NATO"), ("Harbour Union", "Harbour Union")])
def test_who_publishes_and_acts_is_a_party(name: str, outlet: str) -> None:
    document = article(f"{name} rejected the offer of Norway. {name} waits.", outlet=outlet)
    annotation = reading_of(
        document, acts=[Act(trigger="rejected", kind="reject", actors=(name,))], organisations=["Harbour Union"]
    )
    assert {p.type for m in annotation.mentions for p in m.parties if p.name == name} == {"organisation"}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Norwegian retailer dropped its demand.", "The Norwegian retailer"),
        ("The Norwegian fish buyer dropped its demand.", "The Norwegian fish buyer"),
    ],
)
def test_a_business_does_not_act_for_the_state_that_it_is_from(sentence: str, words: str) -> None:
    document = article("Chile met Norway.", sentence)
    annotation = reading_of(document)
    meant_ = [p.acts_for for m in annotation.mentions if m.span.of(document.text) == words for p in m.parties]
    assert "Norway" not in meant_


def test_a_government_of_such_a_name_is_the_states() -> None:
    document = article("Chile met Norway.", "The Norwegian government dropped its demand.")
    assert mention(document, reading_of(document), "The Norwegian government").parties[0].acts_for == "Norway"


@pytest.mark.parametrize(("words", "kind"), [("U.S. conglomerate Halden", "demonym"), ("U.S. offered talks", "name")])
def test_a_states_name_before_a_business_is_an_adjective(words: str, kind: str) -> None:
    document = article(f"On Friday {words}.")
    assert mention(document, reading_of(document), "U.S.").kind == kind
