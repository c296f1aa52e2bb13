"""Passages that are not written as they should be are refused, so that no expectation is silently left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from rejoinder.types.span import Span
from tests.passages.matching import ENOUGH, shared
from tests.passages.reading import passages

CONVENTION = (
    "# Theme\n\nThis says in more than fifteen words what the passages of the file are about, as every file has to.\n\n"
)
PASSAGE = "## one\n> The envoy left.\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "theme.md"
    path.write_text(CONVENTION + text, "utf-8")
    return path


def test_a_passage_is_taken_apart(tmp_path: Path) -> None:
    lines = (
        "- statement: Ada Lind for Syldavia via Radio Klow & Klow Post direct: The envoy // left\n"
        "- missed move: meet planned by Syldavia & Borduria to Ruritania on 2020-01-02 held by Ada Lind: left\n"
    )
    [found] = passages(written(tmp_path, "## one\npublished: 2020-01-01\n> The envoy left.\n>\n> It rained.\n" + lines))
    assert found.id == "theme: one"
    assert found.text == "The envoy left.\n\nIt rained."
    assert str(found.published) == "2020-01-01"
    said, done = found.expectations
    assert said.fields == {
        "speaker": "Ada Lind", "principal": "Syldavia", "carriers": "Radio Klow & Klow Post", "form": "direct"
    }  # fmt: skip
    assert (said.words, said.missed, done.missed) == (("The envoy", "left"), False, True)
    assert done.fields == {
        "kind": "meet", "modality": "planned", "actor": "Syldavia & Borduria", "recipient": "Ruritania",
        "day": "2020-01-02", "holder": "Ada Lind",
    }  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "- move: meet actual\n",
        "- move: meet actual: came\n",
        "- statement: Ada Lind said: left\n",
        "- no move\n",
        "- nothing: left\n",
        "- moves: meet actual: left\n",
        "a remark\n- nothing\n",
    ],
)
def test_a_line_that_is_not_understood_is_refused_with_its_heading(tmp_path: Path, lines: str) -> None:
    with pytest.raises(ValueError, match=r"^theme: one: "):
        passages(written(tmp_path, PASSAGE + lines))


def test_a_heading_stands_once_and_the_convention_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="twice"):
        passages(written(tmp_path, (PASSAGE + "- nothing\n") * 2))
    path = tmp_path / "bare.md"
    path.write_text(f"# Theme\n\n{PASSAGE}- nothing\n", "utf-8")
    with pytest.raises(ValueError, match="convention"):
        passages(path)


def test_words_are_shared_by_place_and_by_the_longer_content() -> None:
    text = "no and no and no"
    first, last, whole = Span(start=0, end=6), Span(start=10, end=16), Span(start=0, end=16)
    assert shared(text, [first], [first]) == 1
    assert shared(text, [first], [last]) == 0
    assert shared(text, [first], [whole]) == shared(text, [whole], [first]) == 0.4 < ENOUGH
    assert shared(text, [first, last], [whole]) == 0.8
