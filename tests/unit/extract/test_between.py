"""Between whom something is."""

import pytest

from tests.unit.annotate.fake_tagger import Act, article
from tests.unit.extract.reading import extraction


@pytest.mark.parametrize(
    ("words", "trigger", "actors", "found"),
    [
        ("The talks in Geneva between Norway and Peru broke up.", "talks", (), ["Norway", "Peru"]),
        ("The talks between Norway and the ministers of Peru broke up.", "talks", ("Norway",), ["Norway", "Peru"]),
        ("The talks between Norway, which paid, and Peru broke up.", "talks", ("Norway",), ["Norway"]),
        ("Chile shuttled between Norway and Peru.", "shuttled", ("Chile",), ["Chile"]),
        ("Norway held talks and the sea between Peru and Chile froze.", "talks", ("Norway",), ["Norway"]),
    ],
)
def test_what_is_between_two_is_of_both(words: str, trigger: str, actors: tuple[str, ...], found: list[str]) -> None:
    (move,) = extraction(article(words), acts=[Act(trigger=trigger, kind="meet", actors=actors)]).moves
    assert [p.name for p in move.actors] == found
