from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.consolidate.rarity import SIBLINGS, Words
from tests.unit.consolidate.samples import line, report, tellings

STEMS = st.frozensets(st.sampled_from(["dam", "water", "port", "tax", "wage"]), max_size=5)


def test_rare_words_weigh_more() -> None:
    text = (
        "Norland offered water. Norland offered water, power. Norland offered water and a dam. Norland wants the dam."
    )
    told, _, rare = tellings(
        report(
            "a",
            text,
            line("offer", "Norland", "", "offered water"),
            line("offer", "Norland", "", "offered water, power"),
            line("offer", "Norland", "", "offered water and a dam"),
            line("demand", "Norland", "", "wants the dam"),
        )
    )
    assert rare.topic.squares["dam"] > rare.topic.squares["water"]
    assert rare.alike(told[2], told[3]) > rare.alike(told[1], told[2])


@given(STEMS, STEMS)
def test_cosine_is_between_none_and_all_and_the_same_both_ways(a: frozenset[str], b: frozenset[str]) -> None:
    words = Words(squares={"dam": 2.0, "water": 0.5, "port": 1.0}, lengths={})
    assert words.cosine(a, b) == words.cosine(b, a)
    assert 0 <= words.cosine(a, b) <= 1 + 1e-9
    if a and a == b:
        assert words.cosine(a, b) == pytest.approx(1)


def test_few_such_falls_with_every_telling() -> None:
    text = "Norland warned once. Norland warned twice. Norland met Sudmark."
    told, _, rare = tellings(
        report(
            "a",
            text,
            line("warn", "Norland", "", "Norland warned once"),
            line("warn", "Norland", "", "Norland warned twice"),
            line("meet", "Norland+Sudmark", "", "Norland met Sudmark"),
        )
    )
    assert rare.few_such(told[2]) == 1 > rare.few_such(told[0])


def test_yes_and_no_are_never_siblings() -> None:
    assert "reject" not in SIBLINGS["accept"]
    assert all(kind in SIBLINGS[kind] for kind in SIBLINGS)
    assert all(kind in SIBLINGS[other] for kind, others in SIBLINGS.items() for other in others)
