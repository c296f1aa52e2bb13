"""Who acts, where several are read as doing so."""

from collections.abc import Sequence

import pytest

from tests.unit.annotate.fake_tagger import Act, Said, article
from tests.unit.extract.reading import move


def doers(words: str, act: Act, *said: Said) -> list[str]:
    return [p.name for p in move(article(words), act, *said).actors]


def act(trigger: str, kind: str, actors: Sequence[str], recipients: Sequence[str] = ()) -> Act:
    return Act(trigger=trigger, kind=kind, actors=tuple(actors), recipients=tuple(recipients))


def test_nobody_acts_on_himself() -> None:
    found = act("reproached", "accuse", ("Norway", "Peru"), ("Peru",))
    assert doers("Norway said little, but reproached the minister of Peru.", found) == ["Norway"]


def test_who_meets_or_agrees_is_both() -> None:
    found = act("met", "meet", ("Norway", "Peru"), ("Peru",))
    assert doers("Norway met the minister of Peru.", found) == ["Norway", "Peru"]


def test_those_who_act_together_act_also_where_one_is_read_as_acted_upon() -> None:
    found = act("reproach", "accuse", ("Norway", "Peru"), ("Peru",))
    assert doers("Norway and Peru reproach each other.", found) == ["Norway", "Peru"]


def test_who_has_it_done_to_himself_acts_where_nobody_else_is_left() -> None:
    assert doers("Norway blamed itself.", act("blamed", "accuse", ("Norway",), ("Norway",))) == ["Norway"]


@pytest.mark.parametrize(
    ("words", "trigger", "found"),
    [
        ("Norway described Peru’s charge as false.", "charge", ["Peru"]),
        ("Norway described Peru’s latest charge as false.", "charge", ["Peru"]),
        ("Norway described a charge by Peru as false.", "charge", ["Peru"]),
        ("Norway and Peru’s charge is false.", "charge", ["Norway", "Peru"]),
        ("Norway, whom Peru’s papers scorn, made a charge.", "charge", ["Norway", "Peru"]),
    ],
)
def test_an_act_is_its_owners(words: str, trigger: str, found: list[str]) -> None:
    assert doers(words, act(trigger, "accuse", ("Norway", "Peru"))) == found


def test_who_only_tells_of_an_act_does_not_act() -> None:
    said = Said(content="that Peru had sent the draft", cue="said", source="Norway")
    assert doers("Norway said that Peru had sent the draft.", act("sent", "deliver", ("Norway", "Peru")), said) == [
        "Peru"
    ]


def test_who_tells_of_anothers_faults_is_who_accuses() -> None:
    said = Said(content="that Peru was the obstacle", cue="said", source="Norway")
    found = act("the obstacle", "accuse", ("Norway", "Peru"))
    assert doers("Norway said that Peru was the obstacle.", found, said) == ["Norway"]
