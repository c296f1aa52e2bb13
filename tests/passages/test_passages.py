"""What must be read from each passage, and what is known to be missed in it."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from rejoinder.evaluation.polarity import measured
from rejoinder.pipeline.reader import Reader
from tests.passages.matching import holds, told
from tests.passages.polarity import sentences
from tests.passages.reading import FOLDER, Passage, all_passages


@pytest.mark.parametrize("passage", all_passages(), ids=lambda passage: passage.id)
def test_a_passage_is_read_as_it_says(passage: Passage, reader: Reader, counts: Counter[str]) -> None:
    document = passage.document()
    read = reader.read(document)
    wrong = []
    for expected in passage.expectations:
        found = holds(expected, document, read)
        counts[f"expectations of {expected.what}: {'missed' if expected.missed else 'met'}"] += 1
        if found == expected.missed:
            wrong.append(f"{'found now, write it without missed' if found else 'not so'}: {expected.line}")
    assert not wrong, "\n".join([*wrong, told(document, read)])


def test_no_polarity_is_flipped(reader: Reader, counts: Counter[str]) -> None:
    found = measured(sentences(FOLDER / "polarity.md", reader))
    counts["polarity: sentences"], counts["polarity: missed"] = found.sentences, len(found.missed)
    sys.stdout.writelines(f"missed: {one}\n" for one in found.missed)
    assert found.sentences >= 70
    assert not found.flips, "\n".join(found.flips)
