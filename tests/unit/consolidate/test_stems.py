from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.consolidate.stems import content_stems, is_ordinal, stem, text_stems


@pytest.mark.parametrize(
    "words",
    [
        ("propose", "proposes", "proposed", "proposal", "proposals"),
        ("deploy", "deploying", "deployment"),
        ("treaty", "treaties"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_ordinals_in_words_and_figures_are_one() -> None:
    assert stem("sixth") == stem("6th") == "6."
    assert is_ordinal(stem("Second"))
    assert not is_ordinal(stem("6"))


def test_figures_lose_their_separators() -> None:
    assert stem("65,000") == "65000"


def test_function_words_go_and_each_stem_comes_once() -> None:
    assert content_stems(["the", "harbour", "and", "harbours", "of", "first"]) == ("harbour", "1.")


def test_hyphenated_words_count_as_their_parts() -> None:
    assert text_stems("long-range missiles") == ("long", "rang", "missil")


@given(st.text(max_size=200))
def test_any_text_has_stems(text: str) -> None:
    assert all(stem(one) is not None for one in text_stems(text))
