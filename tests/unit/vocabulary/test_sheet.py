from __future__ import annotations

import pytest

from rejoinder.vocabulary.sheet import Row, VocabularyError, parse_sheet, rows


def test_a_key_written_twice_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"sheet\.yaml.*'a' written twice"):
        parse_sheet("sheet.yaml", "entries:\n  a: {x: y}\n  a: {x: z}\n")


def test_what_is_no_mapping_is_refused() -> None:
    for text in ("- a\n", "plain", "entries: [a]\n", "entries: {a: text}\n", "other: {}\n", "a: [\n"):
        with pytest.raises(VocabularyError, match=r"sheet\.yaml"):
            list(rows("sheet.yaml", parse_sheet("sheet.yaml", text)))


def test_lists_are_text_between_commas() -> None:
    row = Row(file="f", id="a", values={"words": " red line,  sticking point ", "number": 3})
    assert row.items("words") == ("red line", "sticking point")
    assert row.items("none") == ()
    with pytest.raises(VocabularyError, match="number must be text"):
        row.text("number")
    with pytest.raises(VocabularyError, match="one of red, blue"):
        row.choice("words", ("red", "blue"))


def test_every_value_is_text() -> None:
    assert parse_sheet("sheet.yaml", "codes: NO NOR\ncountry: no\nyear: 1975") == {
        "codes": "NO NOR",
        "country": "no",
        "year": "1975",
    }
