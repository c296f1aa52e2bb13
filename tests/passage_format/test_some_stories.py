"""Which passages an epoch reads."""

from pathlib import Path

import pytest

from training.annotated import Passage
from training.faults import DataError
from training.passages import FOLDER, file_of, some_stories, told_as, whole_files


def passage(file: str, line: int, story: str = "") -> Passage:
    where = f"{file}:{line}"
    return Passage(
        where=where, style="agency", about="", text="x", statements=(), moves=(), story=f"{file}:{story or line}"
    )


OLD = [passage("old.txt", n, story=f"s{n // 2}") for n in range(12)]
NEW = [passage("new.txt", n) for n in range(3)]


def test_stories_stay_whole() -> None:
    kept = some_stories(OLD, 3, 0, ())
    assert [p.story for p in kept] == ["old.txt:s0", "old.txt:s0", "old.txt:s3", "old.txt:s3"]


def test_every_story_has_its_epoch() -> None:
    epochs = [some_stories(OLD, 3, n, ()) for n in range(3)]
    assert sorted((p for epoch in epochs for p in epoch), key=OLD.index) == OLD


def test_files_that_are_read_whole_are_in_every_epoch() -> None:
    for epoch in range(2):
        kept = some_stories([*OLD, *NEW], 2, epoch, ["new.txt"])
        assert [p for p in kept if file_of(p) == "new.txt"] == NEW
        assert len(kept) == 6 + 3


def test_files_that_are_read_whole_are_given_by_name_path_or_folder(tmp_path: Path) -> None:
    for name in ("ours/old.txt", "mine/new.txt", "mine/newer.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    folders = [tmp_path / "ours", tmp_path / "mine"]
    assert whole_files(["new.txt"], folders) == ["new.txt"]
    assert whole_files([str(tmp_path / "mine/new.txt")], folders) == ["new.txt"]
    assert whole_files([str(tmp_path / "mine")], folders) == ["new.txt", "newer.txt"]
    with pytest.raises(DataError, match=r"nwe\.txt: --whole names it"):
        whole_files(["nwe.txt"], folders)


def test_passages_of_ones_own_are_not_told_as_the_projects(tmp_path: Path) -> None:
    assert told_as(FOLDER) == "training/passages"
    assert told_as(tmp_path / "mine") == "mine"
