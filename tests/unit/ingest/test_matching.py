"""Metadata finds the articles of which it speaks, by name, path or file name."""

from __future__ import annotations

from pathlib import Path

import pytest

from rejoinder.ingest.finding import Found
from rejoinder.ingest.matching import Matching
from rejoinder.ingest.source import known
from rejoinder.ingest.sources import read_sources
from rejoinder.types.document import Document, Metadata, Problem
from tests.unit.ingest.pages import STORY

X, Y = known("given", outlet="X"), known("given", outlet="Y")


def _file(name: str, path: str = "") -> Found:
    return Found(name=name, path=path or f"root/{name}", named=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that commands are typed in, with an article of the same name in two folders."""
    for name in ("a", "b"):
        (tmp_path / "syn" / name).mkdir(parents=True)
        (tmp_path / "syn" / name / "d1.txt").write_text(STORY + name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _read(given: dict[str, Metadata], *paths: str) -> tuple[dict[str, str | None], list[Problem]]:
    made = list(read_sources(paths, given))
    outlets = {one.name: one.metadata.outlet for one in made if isinstance(one, Document)}
    return outlets, [one for one in made if isinstance(one, Problem)]


@pytest.mark.parametrize("paths", [("syn/a/d1.txt", "syn/b/d1.txt"), ("./syn/b/d1.txt", "syn//a/d1.txt")])
def test_files_of_one_name_go_by_their_paths_in_any_order(folder: Path, paths: tuple[str, ...]) -> None:
    outlets, problems = _read({"syn/a/d1.txt": X, "./syn/b/d1.txt": Y}, *paths)
    assert outlets == {"syn/a/d1.txt": "X", "syn/b/d1.txt": "Y"}
    assert problems == []


def test_one_file_keeps_its_name_and_is_met_by_its_path(folder: Path) -> None:
    assert _read({"syn/a/d1.txt": X}, "syn/a/d1.txt") == ({"d1.txt": "X"}, [])
    assert _read({"d1.txt": X}, "syn/a/d1.txt") == ({"d1.txt": "X"}, [])
    assert _read({"syn/b/d1.txt": Y, "a/d1.txt": X}, "syn") == ({"a/d1.txt": "X", "b/d1.txt": "Y"}, [])


def test_a_bare_name_that_fits_several_articles_is_used_for_none(folder: Path) -> None:
    outlets, (problem,) = _read({"d1.txt": X}, "syn")
    assert outlets == {"a/d1.txt": None, "b/d1.txt": None}
    assert (problem.source, problem.code, problem.severity) == ("metadata", "metadata-ambiguous", "warning")
    assert problem.message == "d1.txt fits a/d1.txt, b/d1.txt."
    assert problem.advice
    outlets, (problem,) = _read({"d1.txt": X, "b/d1.txt": Y}, "syn")
    assert outlets == {"a/d1.txt": None, "b/d1.txt": "Y"}
    assert problem.message == "d1.txt fits a/d1.txt, b/d1.txt."


def test_a_whole_name_comes_before_what_merely_ends_like_it() -> None:
    files = (_file("d1.txt"), _file("sub/d1.txt"))
    matching = Matching({"d1.txt": X}, files)
    assert (matching.of("d1.txt").outlet, matching.of("sub/d1.txt").outlet) == ("X", None)
    assert list(matching.problems()) == []


def test_lines_follow_their_file() -> None:
    files = (_file("feed.jsonl", "in/feed.jsonl"), _file("x/more.jsonl"), _file("y/more.jsonl"))
    given = {"in/feed.jsonl#2": X, "feed.jsonl#3": Y, "x/more.jsonl#1": X, "more.jsonl#2": Y, "other.jsonl#1": X}
    matching = Matching(given, files)
    assert {name: one.outlet for name, one in matching.lines("feed.jsonl").items()} == {
        "feed.jsonl#2": "X",
        "feed.jsonl#3": "Y",
    }
    assert set(matching.lines("x/more.jsonl")) == {"x/more.jsonl#1"}
    assert set(matching.lines("y/more.jsonl")) == set()
    assert [problem.message for problem in matching.problems()] == ["more.jsonl#2 fits x/more.jsonl, y/more.jsonl."]
