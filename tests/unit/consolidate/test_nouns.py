from __future__ import annotations

import pytest

from rejoinder.consolidate.nouns import uses
from rejoinder.consolidate.workings import Workings

TEXT = (
    "The catch of cod fell. Norland's trawlers want to keep their quota. The old quota will stay, and the catch. "
    "The ministry intends to ask."
)


@pytest.mark.parametrize(
    ("word", "thing", "doing"),
    [
        ("catch", True, False),
        ("quota", True, False),
        ("keep", False, True),
        ("stay", False, True),
        ("trawlers", False, False),
    ],
)
def test_a_word_is_a_thing_or_a_doing_by_the_small_words_around_it(word: str, thing: bool, doing: bool) -> None:
    used = uses({"a": TEXT})
    assert (used.is_thing(word), used.is_doing(word)) == (thing, doing)


def test_uses_are_counted_over_all_documents_once_each() -> None:
    workings = Workings()
    both = uses({"a": "It has a bid for us.", "b": "It wants to bid. It may bid."}, workings)
    assert (both.is_thing("bid"), both.is_doing("bid")) == (False, True)
    assert uses({"a": "It has a bid for us.", "b": "It wants to bid. It may bid."}, workings) == both
