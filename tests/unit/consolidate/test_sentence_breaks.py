"""Sentence ends without a reading of the document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rejoinder.consolidate.sentence_breaks import breaks, stretch
from rejoinder.types.span import Span


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Arvik paid on Aug. 11 in full. Norland left.", ["Arvik paid on Aug. 11 in full.", "Norland left."]),
        ("They meet at 5 p.m. on May 15. So be it.", ["They meet at 5 p.m. on May 15.", "So be it."]),
        ("The U.S. paper came on Feb. 3. It was short.", ["The U.S. paper came on Feb. 3.", "It was short."]),
        ("“It is over!” the post ends. Norland left.", ["“It is over!” the post ends.", "Norland left."]),
        ("Is it over? Mr. Ruz left.\n\nNorland stays", ["Is it over?", "Mr. Ruz left.", "Norland stays"]),
    ],
)
def test_a_text_is_broken_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    ends = (*breaks(text), len(text))
    found = [text[start:end].strip() for start, end in pairwise(ends)]
    assert [one for one in found if one] == sentences


def test_a_clause_has_the_whole_sentences_around_it() -> None:
    text = "Norland left. Arvik paid on Aug. 11 in full. So be it."
    start = text.index("paid")
    found = stretch(breaks(text), Span(start=start, end=start + 4), len(text))
    assert found.of(text).strip() == "Arvik paid on Aug. 11 in full."
