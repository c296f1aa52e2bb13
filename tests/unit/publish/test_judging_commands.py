"""Judgements and changes by command."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from rejoinder.publish.cli.running import run
from rejoinder.record.judging import JudgementBook
from rejoinder.record.lock import WriterLock
from rejoinder.record.reader import open_to_read
from tests.unit.publish.conftest import Command
from tests.unit.record.samples import judgement


@pytest.fixture
def judged(record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the record with one judgement, made the record of the commands."""
    path = tmp_path / "judged.db"
    shutil.copy(record_file, path)
    with open_to_read(path) as record:
        account = record.account()
    assert account is not None
    book = JudgementBook(path)
    book.take_in([judgement("one", account.events[0].moves[0])])
    book.close()
    monkeypatch.setenv("REJOINDER_RECORD", str(path))
    return path


def test_judgements_are_listed_exported_and_taken_in(
    command: Command, judged: Path, record_file: Path, tmp_path: Path
) -> None:
    assert command("judgements", "list", "--record", str(judged), "--format", "json")[0] == 0
    code, out, _err = command("judgements", "list", "--record", str(judged), "--format", "jsonl")
    row = json.loads(out)
    assert (code, row["id"], row["by"], row["in_force"]) == (0, "judgement-one", "desk", True)
    lines = tmp_path / "judgements.jsonl"
    assert command("judgements", "export", "--record", str(judged), "--output", str(lines))[0] == 0
    other = tmp_path / "other.db"
    shutil.copy(record_file, other)
    assert command("judgements", "import", str(lines), "--record", str(other))[:2] == (0, "1 new, 0 known before.\n")
    assert command("judgements", "import", str(lines), "--record", str(other))[:2] == (0, "0 new, 1 known before.\n")
    assert command("judgements", "export", "--record", str(other))[1] == lines.read_text("utf-8")
    assert "right" in command("judgements", "list", "--record", str(other))[1]


def test_lines_from_standard_input_and_what_is_wrong_with_them(
    command: Command, judged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\n")))
    code, _out, err = command("judgements", "import", "-", "--record", str(judged))
    assert code == 2
    assert "Line 1 is no judgement" in err
    (tmp_path / "bad").write_bytes(b"\xff\xfe")
    assert "no UTF-8" in command("judgements", "import", str(tmp_path / "bad"), "--record", str(judged))[2]
    assert "cannot be read" in command("judgements", "import", str(tmp_path / "none"), "--record", str(judged))[2]


def test_a_record_that_is_being_written_is_left_as_it_is(command: Command, judged: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    with WriterLock.take(judged):
        code, _out, err = command("judgements", "import", str(tmp_path / "empty.jsonl"), "--record", str(judged))
    assert code == 3
    assert "is being written by process" in err


def test_an_import_changes_the_account(command: Command, judged: Path, tmp_path: Path) -> None:
    before = json.loads(command("moves", "--record", str(judged), "--format", "json")[1])["rows"]
    one = json.loads(command("judgements", "export", "--record", str(judged))[1])
    wrong = {**one, "id": "judgement-two", "decision": "wrong", "made_at": "2032-01-01T00:00:00+00:00"}
    (tmp_path / "more.jsonl").write_text(json.dumps(wrong))
    assert command("judgements", "import", str(tmp_path / "more.jsonl"), "--record", str(judged))[0] == 0
    after = json.loads(command("moves", "--record", str(judged), "--format", "json")[1])["rows"]
    assert {row["id"] for row in before} - {row["id"] for row in after} == {*wrong["subjects"]}


def test_changes_between_two_days_and_two_reads(command: Command) -> None:
    code, out, _err = command("changes", "--from", "2024-03-04", "--to", "2024-03-10", "--format", "json")
    found = json.loads(out)["rows"]
    assert code == 0
    assert ("documents", "new", "fjord-times.txt") in {(row["view"], row["change"], row["words"]) for row in found}
    status = next(row for row in found if row["field"] == "status")
    assert (status["before"], status["after"]) == ("open", "rejected")
    last = json.loads(command("changes", "--format", "json")[1])["rows"]
    assert {row["words"] for row in last if row["view"] == "documents"} == {"harbour-post.txt"}
    read = json.loads(command("changes", "--clock", "read", "--format", "json")[1])["rows"]
    assert len([row for row in read if row["view"] == "documents"]) == 3
    happened = json.loads(command("changes", "--clock", "as-of", "--from", "2024-03-05", "--format", "json")[1])["rows"]
    assert "timeline" in {row["view"] for row in happened}
    assert "No changes" in command("changes", "--from", "2024-03-10", "--to", "2024-03-10")[1]
    assert "harbour-post.txt" in command("changes")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "soon"], "is no day"),
        (["--from", "soon", "--clock", "read"], "is no moment"),
        (["--from", "2024-03-10", "--to", "2024-03-01"], "lies before"),
        (["--clock", "sun"], "sun"),
    ],
)
def test_days_that_are_none_are_refused(command: Command, arguments: list[str], said: str) -> None:
    code, _out, err = command("changes", *arguments)
    assert code == 2
    assert said in err


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 81])
def test_a_name_for_the_desk_is_one_that_can_be_read(
    name: str, record_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", str(record_file), "--port", "0", "--no-open", "--as", name]) == 2
    assert "--as takes a name" in capsys.readouterr().err
