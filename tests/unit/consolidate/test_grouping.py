from __future__ import annotations

import itertools

import pytest

from rejoinder.consolidate import grouping
from rejoinder.consolidate.grouping import group, pairs
from rejoinder.consolidate.weights import SameAct
from tests.unit.consolidate.samples import Line, line, report, tellings

TEXT = """Norland proposed a joint authority for the Orve dam.
Sudmark fired on a ferry.
The proposal of a joint authority for the Orve dam came from Norland.
Norland asked for the release of the crew of the ferry."""


ACTS = (
    line("propose", "Norland", "Sudmark", "Norland proposed a joint authority for the Orve dam"),
    line("attack", "Sudmark", "Norland", "Sudmark fired on a ferry"),
    line("propose", "Norland", "Sudmark", "The proposal of a joint authority for the Orve dam"),
    line("request", "Norland", "Sudmark", "Norland asked for the release of the crew"),
)


def _told():  # type: ignore[no-untyped-def]
    return tellings(report("a", TEXT, *ACTS))


def test_tellings_of_one_act_come_together() -> None:
    told, _, rare = _told()
    assert group(told, rare, SameAct()) == ((0, 2), (1,), (3,))


def test_what_a_person_decided_holds() -> None:
    told, _, rare = _told()
    assert group(told, rare, SameAct(), together=[(1, 3)]) == ((0, 2), (1, 3))
    assert group(told, rare, SameAct(), apart=[(0, 2)]) == ((0,), (1,), (2,), (3,))


def test_every_telling_is_in_one_group() -> None:
    told, _, rare = _told()
    groups = group(told, rare, SameAct(least=-10.0))
    assert sorted(i for members in groups for i in members) == [0, 1, 2, 3]


EXPECTED = {frozenset({ACTS[0].words, ACTS[2].words}), frozenset({ACTS[1].words}), frozenset({ACTS[3].words})}


@pytest.mark.parametrize("ordered", [*itertools.permutations(ACTS)])
def test_the_order_of_moves_changes_nothing(ordered: tuple[Line, ...]) -> None:
    in_one = [report("a", TEXT, *ordered)]
    in_several = [report(f"d{ACTS.index(one)}", f"{one.words}.", one) for one in ordered]
    for documents in (in_one, in_several):
        told, _, rare = tellings(*documents)
        assert {frozenset(told[i].words for i in members) for members in group(told, rare, SameAct())} == EXPECTED


def test_a_party_of_whom_much_is_told_is_not_compared_all_with_all(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(grouping, "ALL_PAIRS", 10)
    monkeypatch.setattr(grouping, "NEIGHBOURS", 2)
    text = " ".join(f"Norland warned of matter{i}." for i in range(40))
    told, _, _ = tellings(
        report("a", text, *(line("warn", "Norland", "", f"Norland warned of matter{i}") for i in range(40)))
    )
    found = set(pairs(told))
    assert len(found) < 40 * 3
    assert (0, 1) in found
    assert (0, 39) not in found


def test_a_clause_read_twice_is_one_act() -> None:
    words = "Norland will hold no talks on the dam before the crew is free"
    twice = (line("demand", "Norland", "Sudmark", words), line("reject", "Norland", "Sudmark", words))
    told, _, rare = tellings(report("a", f"{words}.", *twice))
    assert group(told, rare, SameAct()) == ((0, 1),)
    assert group(told, rare, SameAct(), apart=[(0, 1)]) == ((0,), (1,))
    denied = (line("attack", "Norland", "Sudmark", words), line("deny", "Norland", "Sudmark", words))
    told, _, rare = tellings(report("a", f"{words}.", *denied))
    assert group(told, rare, SameAct()) == ((0,), (1,))
    others = (line("demand", "Norland", "Sudmark", words), line("reject", "Sudmark", "Norland", words))
    told, _, rare = tellings(report("a", f"{words}.", *others))
    assert group(told, rare, SameAct()) == ((0,), (1,))
