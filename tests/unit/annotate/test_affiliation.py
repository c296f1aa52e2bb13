from collections import Counter

import pytest

from rejoinder.annotate.affiliation import (
    Around,
    home_of,
    of_that_sort,
    offices_held,
    principal_by_office,
    short_names,
    taken_up,
)
from rejoinder.annotate.roles import role_words
from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import Metadata
from tests.unit.annotate.fake_tagger import state

FEDERATION = PartyRef(name="Railway Employers' Federation", type="organisation")
GUILD = PartyRef(name="Guild of Screen Authors", type="organisation")
NOBODY: Counter[str] = Counter()


def by_office(role: str, named: Counter[PartyRef], **more: object) -> str | None:
    around = Around(named=named, home=more.get("home"))  # type: ignore[arg-type]
    held = more.get("held", {})
    return principal_by_office(role, around, role_words(), NOBODY, held)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["Federation director", "federation's director"])
def test_a_title_takes_up_the_noun_of_an_organisation(role: str) -> None:
    short = short_names([FEDERATION, GUILD])
    assert taken_up(role, short) == FEDERATION
    assert taken_up("Guild president", short) == GUILD
    assert taken_up("director", short) is None
    assert taken_up("chief negotiator", short) is None


def test_a_noun_that_two_share_stands_for_neither() -> None:
    other = PartyRef(name="Ferry Federation", type="organisation")
    assert "federation" not in short_names([FEDERATION, other])


def test_office_tells_for_which_sort_one_acts() -> None:
    named = Counter({PartyRef(name="Northern Front", type="group"): 3, state("Peru"): 4})
    assert by_office("rebel commander", named) == "Northern Front"
    assert by_office("foreign minister", named) == "Peru"
    assert by_office("President", named) == "Peru"
    assert by_office("astronomer", named) is None


def test_two_states_named_alike_leave_it_open() -> None:
    assert by_office("foreign minister", Counter({state("Peru"): 4, state("Chile"): 3})) is None


def test_a_state_has_one_foreign_minister() -> None:
    held = offices_held([("Peru", "Foreign Minister"), (None, "envoy"), ("Peru", None)])
    assert by_office("Foreign Minister", Counter({state("Peru"): 9, state("Chile"): 3}), held=held) == "Chile"


def test_the_minister_of_a_paper_is_of_its_own_state() -> None:
    named = Counter({state("Peru"): 5, state("Chile"): 3})
    assert by_office("foreign minister", named, home="Chile") == "Chile"


def test_the_state_of_an_outlet() -> None:
    assert home_of(Metadata(outlet="The Guardian")) == "United Kingdom"
    assert home_of(Metadata(outlet="Port News", url="https://news.port.az/1.html")) == "Azerbaijan"
    assert home_of(Metadata(outlet="port.az")) == "Azerbaijan"
    assert home_of(Metadata(outlet="Port News")) is None


def test_a_foreign_minister_acts_for_no_alliance() -> None:
    alliance = PartyRef(name="NATO", type="organisation")
    around = Around(named=Counter({state("Peru"): 1, alliance: 4}))
    read = Counter({"NATO": 3, "Peru": 1})
    assert of_that_sort(read, ["Foreign Minister"], around, role_words()) == Counter({"Peru": 1})
    assert of_that_sort(read, ["Secretary General"], around, role_words()) == read
    assert of_that_sort(read, [], around, role_words()) == read
