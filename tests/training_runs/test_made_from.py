"""What an earlier run has left is used by the same run alone."""

import argparse
from pathlib import Path

import pytest

from training.made_from import made_from, same_run


def made(folder: Path, **more: object) -> dict[str, str]:
    a = argparse.Namespace(epochs=2, threads=1, out=folder, passages=[folder / "own"], whole=["x.txt"])
    for name, value in more.items():
        setattr(a, name, value)
    return made_from(a, {"the passages": a.passages})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x.txt").write_text("one", "utf-8")
    return tmp_path


def test_the_same_run_goes_on(folder: Path) -> None:
    note, state = folder / "new" / "made.json", folder / "state.pt"
    same_run(note, [state], made(folder))
    state.touch()
    same_run(note, [state], made(folder, threads=2, out=folder / "new"))


def test_another_run_is_told_in_what_it_differs(folder: Path) -> None:
    note, state = folder / "made.json", folder / "state.pt"
    same_run(note, [state], made(folder))
    state.touch()
    (folder / "own" / "x.txt").write_text("two", "utf-8")
    with pytest.raises(SystemExit, match=r"differed in --epochs \(2, now 3\), the passages\. .*remove .*state\.pt"):
        same_run(note, [state, folder / "reader.pt"], made(folder, epochs=3))


def test_before_anything_is_made_all_may_change(folder: Path) -> None:
    note, state = folder / "made.json", folder / "state.pt"
    same_run(note, [state], made(folder))
    same_run(note, [state], made(folder, epochs=3))
    state.touch()
    same_run(note, [state], made(folder, epochs=3))


def test_what_nobody_knows_of_is_not_used(folder: Path) -> None:
    (folder / "state.pt").touch()
    with pytest.raises(SystemExit, match="not known from what"):
        same_run(folder / "made.json", [folder / "state.pt"], made(folder))


def test_a_renamed_file_is_another(folder: Path) -> None:
    before = made(folder)
    (folder / "own" / "x.txt").rename(folder / "own" / "y.txt")
    assert made(folder) != before
