import time

import pytest

from rejoinder.ingest.suspicion import suspicions
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document
from tests.unit.ingest.pages import STORY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * 5000, "suspicious-repetition"),
        ('"' * 600, "suspicious-repetition"),
        ("said " * 300, "suspicious-repetition"),
        ("\ufdfa " * 900, "suspicious-unicode"),
        ("e" + "\u0301" * 900, "suspicious-unicode"),
        ("They met on 30 February 2022.", "bad-date"),
        ("They met on 31/13/2022.", "bad-date"),
    ],
)
def test_odd_texts_are_pointed_at(text: str, code: str) -> None:
    assert code in [p.code for p in suspicions(text, source="x")]


def test_an_ordinary_story_raises_nothing() -> None:
    assert suspicions(STORY + "They meet on 28 February 2022 and 03/04/2022. — Ça va, Zoë.", source="x") == ()


@pytest.mark.parametrize(
    "bait", ['"', "(", "a,", "said ", "By ", "Photo: ", "1 January ", "A-", "https://", "– ", "\n- "]
)
def test_bait_for_slow_patterns_takes_little_time(bait: str) -> None:
    began = time.process_time()
    found = read_text((STORY + bait * (60_000 // len(bait)) + "\n").encode(), "a.txt")
    assert isinstance(found, Document)
    assert time.process_time() - began < 5
