from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.prediction import Place
from rejoinder.evaluation.score_places import assign, contained, f1, overlap, share, tally

PLACES = st.builds(
    lambda doc, start, length: Place(doc=doc, start=start, end=start + length),
    st.sampled_from("ab"),
    st.integers(0, 50),
    st.integers(1, 50),
)


@given(PLACES, PLACES)
def test_overlap_is_symmetric_and_never_above_containment(a: Place, b: Place) -> None:
    assert overlap(a, b) == overlap(b, a) <= contained(a, b) <= 1
    assert (overlap(a, b) == 1) == (a == b)


def test_overlap_counts_characters() -> None:
    a, b = Place(doc="a", start=0, end=10), Place(doc="a", start=5, end=15)
    assert overlap(a, b) == pytest.approx(1 / 3)
    assert contained(a, b) == 0.5
    assert overlap(a, Place(doc="b", start=0, end=10)) == 0


def test_pairs_are_one_to_one_heaviest_first() -> None:
    assert assign({(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.1}) == {0: 1, 1: 0}


def test_counts_and_shares() -> None:
    assert tally(1, 2, 4) == {"p": 0.25, "r": 0.5, "f1": 0.333, "hits": 1, "gold": 2, "pred": 4}
    assert tally(0, 0, 0)["f1"] == f1(0, 0) == 0.0
    assert share(1, 3) == 0.333
    assert share(0, 0) is None
