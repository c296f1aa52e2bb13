"""Parties and issues by what people type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rejoinder.record.called import issues_called, not_there, parties_called
from rejoinder.types.account import Party
from tests.unit.record.samples import I_BRIDGE, P_HENTZAU, P_RURITANIA, P_SYLVANIA


def _party(name: str, kind: str = "state", *forms: str) -> Party:
    return replace(P_SYLVANIA, id=f"party-{name}", name=name, type=kind, forms=(name, *forms))  # type: ignore[arg-type]


PARTIES = (
    P_RURITANIA,
    P_SYLVANIA,
    P_HENTZAU,
    *map(_party, ("United States", "Russia", "United Kingdom", "Iran", "North Korea", "Austria")),
    _party("European Union", "organisation"),
    _party("White House", "office"),
    _party("Sergey Lavrov", "person", "Lavrov"),
    _party("Olexiy Danilov", "person"),
    _party("Anna Berg", "person"),
    _party("Tomas Berg", "person"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("US", "United States"),
        ("usa", "United States"),
        ("U.S.", "United States"),
        ("Washington", "United States"),
        ("the United States", "United States"),
        ("IRN", "Iran"),
        ("ir", "Iran"),
        ("Tehran", "Iran"),
        ("UK", "United Kingdom"),
        ("EU", "European Union"),
        ("DPRK", "North Korea"),
        ("the Kremlin", "Russia"),
        ("white house", "White House"),
        ("STRELSAU", "Ruritania"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Lavrov", "Sergey Lavrov"),
        ("Olexij Danilov", "Olexiy Danilov"),
        ("danilov", "Olexiy Danilov"),
        (P_HENTZAU.id, "Rupert Hentzau"),
    ],
)
def test_a_party_is_known_by_its_other_names(typed: str, meant: str) -> None:
    names = {party.id: party.name for party in PARTIES}
    assert [names[one] for one in parties_called(typed, PARTIES)] == [meant]


@pytest.mark.parametrize("typed", ["", "Berg", "Rusia", "Anna Danilov", "Cuba", "party"])
def test_what_is_nobodys_name_or_that_of_several_is_no_party(typed: str) -> None:
    assert parties_called(typed, PARTIES) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Rusia", "The nearest are: Russia"),
        ("Cuba", "It stands for Cuba, of whom these articles do not tell."),
        ("Havana", "It stands for Cuba, of whom these articles do not tell."),
        ("qqqxxx", "Nothing like it is among the"),
    ],
)
def test_only_what_is_near_is_proposed(typed: str, said: str) -> None:
    error = not_there("party", typed, PARTIES)
    assert error.message == f"No party is called {typed!r}."
    assert error.advice.startswith(said)


def test_of_a_surname_that_several_have_it_is_said_who_they_are_and_how_to_name_one() -> None:
    error = not_there("party", "berg", PARTIES)
    assert error.message == (
        "Several parties are called 'berg': Anna Berg (party-Anna Berg), Tomas Berg (party-Tomas Berg)."
    )
    assert error.advice == "Give the full name of the one that is meant, or its id."
    for typed in ("Anna Berg", "party-Anna Berg"):
        assert parties_called(typed, PARTIES) == ["party-Anna Berg"]


def test_the_beginning_of_an_id_is_enough_as_tables_show_it() -> None:
    some = [replace(P_SYLVANIA, id=f"party-{end}", name=end, forms=()) for end in ("0a1b2c3d", "0a1b2cff", "0d1b2cff")]
    assert parties_called("party-0d1b2c", some) == ["party-0d1b2cff"]
    assert parties_called("party-0a1b2c", some) == []
    assert parties_called("party-0d1b2", some) == []
    assert issues_called("issue-0d1b2c", [replace(I_BRIDGE, id="issue-0d1b2c3d")]) == ["issue-0d1b2c3d"]


def test_an_issue_is_known_by_its_forms_and_a_country_is_none() -> None:
    assert issues_called("The BLUE bridge", [I_BRIDGE]) == [I_BRIDGE.id]
    assert issues_called("US", [replace(I_BRIDGE, name="United States", forms=())]) == []
    assert not_there("issue", "bridges", [I_BRIDGE]).advice == "The nearest are: blue bridge."
    assert not_there("issue", "tolls", []).advice == "The account has none."
