"""Passages are cut where a reader can stop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.publish.excerpts import excerpt
from rejoinder.types.span import Span


def _cut(text: str, words: str) -> str:
    start = text.index(words)
    return excerpt(text, Span(start=start, end=start + len(words))).of(text)


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        (
            "The firms should agree on sales of gas to Norland, he said.",
            "The firms should agree on sales of gas to",
            "The firms should agree on sales of gas to Norland",
        ),
        ("In Arvik, he went on, it was Norland who asked.", "was Norland who asked", "it was Norland who asked"),
        ("Sudmark sends Norland a paper.", "Norland a paper", "Sudmark sends Norland a paper"),
        ("It rained. 19:05 Norland leaves the talks.", "Norland leaves the talks", "Norland leaves the talks"),
        ("Subscribe today\n\nNorland leaves the talks.", "Norland leaves the talks", "Norland leaves the talks"),
        ("It said no then, and it was “glad” to go. So.", "and it was “glad", "and it was “glad”"),
        ("It rained. – The envoy of Norland turned against Arvik. So.", "against Arvik",
         "The envoy of Norland turned against Arvik"),
        ("Norland refused the offer.", "Norland refused the offer", "Norland refused the offer"),
        ("He said no and", "He said no and", "He said no"),
        ("The U.S. written responses ignored it.", "written responses ignored it",
         "The U.S. written responses ignored it"),
        ("ARVIK: A diplomat of Norland refused it.", "A diplomat of Norland refused it",
         "A diplomat of Norland refused it"),
        ("Arvik will stop the exercises (especially near the border). So.", "Arvik will stop the exercises (especially",
         "Arvik will stop the exercises (especially near the border)"),
        ("Arvik will stop the exercises (especially those", "Arvik will stop the exercises (especially those",
         "Arvik will stop the exercises"),
    ],
)  # fmt: skip
def test_it_neither_ends_on_a_leaning_word_nor_begins_in_the_middle(text: str, words: str, quoted: str) -> None:
    assert _cut(text, words) == quoted


@given(st.text(alphabet='ab the of and .,;\n"', min_size=1, max_size=80), st.data())
def test_it_is_a_stretch_of_the_text_that_is_not_empty(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = excerpt(text, Span(start=start, end=end))
    assert 0 <= found.start < found.end <= len(text)
    assert found.start < end
    assert found.end > start
