from __future__ import annotations

import pytest

from rejoinder.vocabulary import offices as o
from rejoinder.vocabulary.parties import gazetteer


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Foreign Minister", "foreign-minister"),
        ("First Deputy Foreign Minister", "deputy-foreign-minister"),
        ("Vice Foreign Minister", "deputy-foreign-minister"),
        ("Minister of Fisheries", "minister"),
        ("Ministers of the Interior", "interior-minister"),
        ("Assistant Secretary of State", "deputy-secretary-of-state"),
        ("U.S. Secretary of State", "secretary-of-state"),
        ("Secretary-General", "secretary-general"),
        ("NATO Secretary General", "secretary-general"),
        ("High Representative", "high-representative"),
        ("chief negotiator", "negotiator"),
        ("chargé d’affaires", "ambassador"),
        ("Kremlin spokesperson", "spokesperson"),
        ("General Secretary", "general-secretary"),
        ("General", "general"),
        ("CEO", "chief-executive"),
        ("Speaker of the Parliament", "speaker"),
        ("people familiar with the matter", "source"),
    ],
)
def test_titles(words: str, id_: str) -> None:
    found = o.office(words)
    assert found is not None
    assert found[0].id == id_


def test_what_else_stands_beside_a_title() -> None:
    found = o.office("the former acting president of Lurland")
    assert found is not None
    assert (found[1].words, found[1].modifiers, found[1].rest) == ("president", ("former", "acting"), "lurland")
    assert not found[1].plural
    several = o.office("Vespanian ambassadors")
    assert several is not None
    assert (several[1].rest, several[1].plural) == ("vespanian", True)


def test_no_title() -> None:
    assert o.office("kitchen table") is None
    assert o.office("") is None
    assert o.institution("kitchen table") is None


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("the Lurish Foreign Ministry", "foreign-ministry"),
        ("Ministry of Foreign Affairs", "foreign-ministry"),
        ("the ministry of fisheries", "ministry"),
        ("the Lurish side", "delegation"),
        ("Lurish authorities", "government"),
        ("National Assembly", "parliament"),
        ("union negotiators", "union"),
        ("the board", "board"),
    ],
)
def test_institutions(words: str, id_: str) -> None:
    found = o.institution(words)
    assert found is not None
    assert found[0].id == id_


def test_nouns_that_stand_for_holders() -> None:
    diplomats = {office.id for office in o.offices() if "diplomat" in office.nouns}
    assert {"foreign-minister", "deputy-foreign-minister", "ambassador", "envoy"} <= diplomats
    assert "finance-minister" not in diplomats


def test_forms_of_address() -> None:
    assert [o.honorific(word) for word in ("Mrs.", "Mr", "Dr.", "spokeswoman", "chair")] == [
        "she",
        "he",
        "any",
        "she",
        None,
    ]
    assert o.is_modifier("acting")
    assert not o.is_modifier("president")


def test_offices_that_name_a_party_name_one_there_is() -> None:
    known = gazetteer()
    for office in o.offices():
        for id_ in office.entries:
            assert known.entry(id_).id == id_
    assert {office.id for office in o.offices() if "united-kingdom" in office.entries} >= {"home-secretary"}
