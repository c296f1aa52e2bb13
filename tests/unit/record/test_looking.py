"""Records on media, in folders and in files that may only be read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from rejoinder.errors import RecordError
from rejoinder.record import looking
from rejoinder.record.judging import JudgementBook
from rejoinder.record.opening import open_for_reading, open_for_writing
from rejoinder.record.reader import RecordReader, open_to_read
from rejoinder.record.store import Record
from tests.unit.record.samples import DOCUMENTS, clock, filled, open_record, problem

Closed = Callable[[Path], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record whose name has what stands for something in an address."""
    folder = tmp_path / "media"
    folder.mkdir()
    filled(open_record(folder / "r ?#%.db")).close()
    return folder / "r ?#%.db"


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> Closed:
    """Makes a file, or a folder with all in it, one that may be read only, whoever runs the tests."""
    closed: list[Path] = []

    def may(asked: Path, what: int) -> bool:
        barred = any(asked == one or one in asked.parents for one in closed)
        return os.access(asked, what) and not (barred and what & os.W_OK)

    monkeypatch.setattr(looking, "_may", may)
    return closed.append


def looked(path: Path) -> RecordReader:
    return open_to_read(path)


@pytest.mark.parametrize("where", ["file", "folder"])
def test_what_may_only_be_read_is_read_and_nothing_is_made_beside_it(
    path: Path, unwritable: Closed, where: str
) -> None:
    unwritable(path if where == "file" else path.parent)
    before = path.read_bytes()
    with looked(path) as record:
        assert len(record.documents()) == len(DOCUMENTS)
        assert record.search("tolls")
        assert record.verify() == ()
        assert list(path.parent.iterdir()) == [path]
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_what_may_be_written_is_read_as_ever(path: Path) -> None:
    database = open_for_reading(path)
    assert not database.as_it_lies
    database.close()


def test_what_was_written_last_is_never_left_out_unsaid(path: Path, unwritable: Closed) -> None:
    with open_record(path) as writer:  # in whose log, beside the file, its last words stand
        writer.add_problems("run-2", [problem("late.pdf")])
        copy = path.parent.parent / "copy" / path.name
        copy.parent.mkdir()
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{copy}{end}")
    unwritable(copy.parent)
    with pytest.raises(RecordError, match=r"r \?#%\.db-wal beside it") as caught:
        looked(copy)
    assert "Copy both files" in caught.value.advice


def test_who_may_only_read_sees_what_another_is_writing(path: Path, unwritable: Closed) -> None:
    with open_record(path) as writer:
        unwritable(path.parent)
        writer.add_problems("run-2", [problem("late.pdf")])
        with looked(path) as record:
            assert "late.pdf" in {one.source for one in record.problems()}


def test_a_file_that_is_changed_while_it_is_read_as_it_lies_is_not_taken_for_one_state(
    path: Path, unwritable: Closed
) -> None:
    unwritable(path)
    with looked(path) as record:
        assert record.documents()
        other = sqlite3.connect(path)
        other.execute("DELETE FROM problems")
        other.commit()
        other.close()
        with pytest.raises(RecordError, match="changed while it was being read"):
            record.documents()


def test_an_older_record_that_cannot_be_brought_up_to_date_says_so(path: Path, unwritable: Closed) -> None:
    old = sqlite3.connect(path)
    old.execute("UPDATE alembic_version SET version_num = '0003'")
    old.commit()
    old.close()
    unwritable(path.parent)
    with pytest.raises(RecordError, match="older release") as caught:
        looked(path)
    assert "Copy it" in caught.value.advice
    assert list(path.parent.iterdir()) == [path]


def test_a_file_without_permission_is_not_opened_for_writing_and_nothing_is_left(
    path: Path, unwritable: Closed
) -> None:
    unwritable(path)
    with pytest.raises(RecordError, match="cannot be written"):
        open_for_writing(path, create=True)
    with pytest.raises(RecordError, match="cannot be written"):
        JudgementBook(path)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("opened", [open_to_read, partial(Record.open, create=False, clock=clock)])
def test_a_folder_that_may_not_be_entered_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, opened: Callable[[Path], RecordReader]
) -> None:
    stat = Path.stat

    def barred(asked: Path, **more: bool) -> os.stat_result:
        if path.parent in asked.parents:
            raise PermissionError(13, "Permission denied")
        return stat(asked, **more)

    monkeypatch.setattr(Path, "stat", barred)
    monkeypatch.setattr(looking, "_may", lambda asked, _: asked != path.parent)
    with pytest.raises(RecordError, match="may not be entered: Permission denied") as caught:
        opened(path)
    assert f"The folder {path.parent} " in caught.value.message
    assert "permission to enter it" in caught.value.advice


def test_a_path_that_cannot_be_reached_is_a_record_error(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be reached"):
        looked(tmp_path / ("x" * 300))
