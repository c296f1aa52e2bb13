"""What `rejoinder read` refuses, and what it says of a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rejoinder.pipeline.reader import Reader
from tests.invented import WordTagger, write_articles
from tests.unit.publish.conftest import Command


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagger of five words instead of the model."""
    monkeypatch.setattr("rejoinder.pipeline.reader.open_reader", lambda _model: Reader(WordTagger()))


def test_an_empty_path_is_code_2_and_makes_no_record(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = command("read", "", "--record", str(tmp_path / "new.db"))
    assert (code, out) == (2, "")
    assert "A path to read is empty." in err
    assert not (tmp_path / "new.db").exists()


def test_a_day_that_no_calendar_has_is_code_2(command: Command, tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    (tmp_path / "m.yaml").write_text("- file: fjord-times.txt\n  published: 2021-02-30\n", "utf-8")
    given = ("--metadata", str(tmp_path / "m.yaml"), "--record", str(tmp_path / "new.db"))
    code, _, err = command("read", str(articles), *given)
    assert code == 2
    assert "m.yaml line 1: published 2021-02-30 is no date." in err
    assert not (tmp_path / "new.db").exists()


def test_metadata_of_no_article_is_remarked(command: Command, tmp_path: Path) -> None:
    articles = write_articles(tmp_path)
    (tmp_path / "m.yaml").write_text("- {file: fjord.txt, outlet: Fjord Times}\n", "utf-8")
    given = ("--metadata", str(tmp_path / "m.yaml"), "--record", str(tmp_path / "new.db"))
    code, out, err = command("read", str(articles), *given)
    assert code == 0
    assert "Read: 3 new" in out
    assert "Remarks:" in err
    assert "m.yaml: metadata-unmatched: No article is called fjord.txt." in err


def test_a_folder_that_cannot_be_listed_is_code_1(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = write_articles(tmp_path)
    (articles / "shut").mkdir()
    real = os.scandir

    def refusing(path: object = ".") -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refusing)
    code, _, err = command("read", str(articles), "--record", str(tmp_path / "new.db"))
    assert code == 1
    assert "shut: unreadable: The folder cannot be listed: Permission denied." in err
