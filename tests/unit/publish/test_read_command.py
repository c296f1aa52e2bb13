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


def test_a_mistyped_path_is_code_2_and_makes_no_record(command: Command, tmp_path: Path) -> None:
    typo = str(tmp_path / "artciles")
    code, out, err = command("read", typo, "--record", str(tmp_path / "new.db"))
    assert (code, out) == (2, "")
    assert f"There is nothing at {typo}." in err
    assert not (tmp_path / "new.db").exists()
    code, out, err = command("read", typo, str(write_articles(tmp_path)), "--record", str(tmp_path / "new.db"))
    assert code == 1
    assert "Read with 1 problem: 3 new" in out
    assert f"{typo}: missing" in err


def test_an_empty_folder_is_said_to_hold_nothing(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    place = ("--record", str(tmp_path / "new.db"))
    code, _, err = command("read", str(tmp_path / "empty"), *place)
    assert code == 0
    assert f"{tmp_path / 'empty'}: nothing-to-read: There is no article in it. Give a folder with articles" in err
    articles = str(write_articles(tmp_path))
    for _ in ("new", "known"):
        assert "nothing-to-read" not in command("read", articles, *place)[2]


def test_metadata_by_the_path_as_it_is_typed_is_met(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.yaml").write_text("- {file: articles/fjord-times.txt, outlet: Fjord Times}\n", "utf-8")
    given = ("--metadata", "m.yaml", "--record", "new.db")
    code, _, err = command("read", "articles/fjord-times.txt", *given)
    assert (code, err) == (0, "")
    assert "outlet: Fjord Times (given)" in command("show", "fjord-times.txt", "--record", "new.db")[1]


def test_articles_without_a_date_are_said_to_stay_in_on_a_day(command: Command, tmp_path: Path) -> None:
    articles, record = str(write_articles(tmp_path)), ("--record", str(tmp_path / "new.db"))
    (tmp_path / "m.yaml").write_text("- {file: fjord-times.txt, published: 2024-03-10}\n", "utf-8")
    assert command("read", articles, "--metadata", str(tmp_path / "m.yaml"), *record)[0] == 0
    said = "2 articles of new.db have no date of publication and stay in on every day."
    for asked in (("moves",), ("brief",), ("search", "patrol"), ("export", "prediction"), ("show", "harbour-post.txt")):
        code, out, err = command(*asked, "--known-at", "2024-03-01", *record)
        assert (code, said in err) == (0, True), asked
        assert out
        assert said not in command(*asked, *record)[2]


def test_metadata_that_fits_several_articles_is_a_problem_of_the_record(command: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    folders = [str(write_articles(tmp_path / name)) for name in ("a", "b")]
    (tmp_path / "m.yaml").write_text("- {file: fjord-times.txt, outlet: Fjord Times}\n", "utf-8")
    record = ("--record", str(tmp_path / "new.db"))
    code, _, err = command("read", *folders, "--metadata", str(tmp_path / "m.yaml"), *record)
    assert code == 0
    both = ", ".join(f"{folder}/fjord-times.txt" for folder in folders)
    said = f"m.yaml: metadata-ambiguous: fjord-times.txt fits {both}."
    assert said in err
    assert "metadata-ambiguous" in command("problems", *record)[1]


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
