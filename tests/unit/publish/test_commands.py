"""The command line: exit codes, and failures in words."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rejoinder.publish.cli import running, viewing
from rejoinder.publish.cli.running import run
from rejoinder.record.reader import open_to_read
from rejoinder.record.store import Record
from tests import invented
from tests.invented import NOW, write_articles

VIEWS = ("exchanges", "timeline", "answers", "disputes", "positions", "coverage", "statements", "moves", "parties")


@pytest.mark.parametrize("name", VIEWS)
def test_views_answer(command, name: str) -> None:  # type: ignore[no-untyped-def]
    code, out, err = command(name)
    assert (code, err) == (0, "")
    assert out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("exchanges", "--sort"), "--party"),
        (("exchange",), "exchanges"),
        (("exchanges", "--format", "xml"), "jsonl"),
        (("exchanges", "--as-of", "2024-02-30"), "2022-02-01"),
        (("exchanges", "--known-at", "soon"), "2022-02-01"),
        (("timeline", "--party", "Norwey"), "Norway"),
        (("timeline", "--issue", "fishing patrl"), "fishing patrol"),
        (("timeline", "--party", "Norway", "--party", "Icelnd"), "Iceland"),
        (("search", "party:Norwey"), "No party is called 'Norwey'. The nearest are: Norway"),
        (("search", "party:", "Norway"), "party: has nothing behind it"),
        (("exchanges", "--as-of", "2024-03-01", "--as-of", "2024-03-02"), "--as-of is given 2 times"),
        (("exchanges", "--format", "csv", "-f", "json"), "--format is given 2 times"),
        (("judgements", "list", "--record", "a.db", "--record", "b.db"), "--record is given 2 times"),
        (("show", "event-ffffffffffff"), "--as-of"),
        (("show", "ev"), "4 characters"),
        (("search", '"open'), "Close it"),
        (("read",), "PATH"),
        (("read", "articles", "--metadata", "missing.yaml"), "There is no metadata file"),
        (("brief", "--output", "brief.pdf"), ".html"),
        (("score", "nowhere"), "There is no gold.yaml in nowhere."),
    ],
)
def test_wrong_usage_says_what_is_valid(
    command, arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("rejoinder.pipeline.reader.open_reader", lambda *_a, **_n: None)
    code, out, err = command(*arguments)
    assert code == 2
    assert told in err
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize("content", [None, b"", b"no record at all" * 20])
def test_a_record_that_cannot_be_used_is_code_3(command, content: bytes | None, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "other.db"
    if content is not None:
        file.write_bytes(content)
    code, _, err = command("exchanges", "--record", str(file))
    assert code == 3
    assert str(file) in err
    assert file.exists() == (content is not None)


def test_a_missing_model_is_code_3(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    articles = write_articles(tmp_path)
    monkeypatch.setenv("REJOINDER_MODEL", str(tmp_path / "no-model"))
    code, _, err = command("read", str(articles), "--record", str(tmp_path / "new.db"))
    assert code == 3
    assert "no-model" in err
    assert not (tmp_path / "new.db").exists()


def test_an_unknown_setting_is_named(command, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("REJOINDER_RECROD", "x.db")
    code, _, err = command("exchanges")
    assert code == 2
    assert "record" in err


def test_a_fault_is_one_line_with_a_code(command, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def broken(*_args: object, **_named: object) -> None:
        raise LookupError("secret words of a document")

    monkeypatch.setattr(viewing, "day", broken)
    code, out, err = command("exchanges")
    assert (code, out) == (4, "")
    assert err.count("\n") == 1
    assert "LookupError" in err
    assert "secret" not in err
    monkeypatch.setenv(running.DEBUG, "1")
    assert "Traceback" in command("exchanges")[2]


def test_show_finds_rows_by_beginnings_and_names(command) -> None:  # type: ignore[no-untyped-def]
    exchange = json.loads(command("exchanges", "--format", "json")[1])["rows"][0]
    shown = command("show", exchange["id"][:15])[1]
    assert shown.startswith(exchange["id"])
    assert "“Norway proposed a joint fishing patrol to Iceland”" in shown
    assert "rejected" in shown
    document = command("show", "fjord-times.txt")[1]
    assert "outlet: Fjord Times (given)" in document


def test_rows_of_an_earlier_day_are_shown_with_that_day(command) -> None:  # type: ignore[no-untyped-def]
    days = ("--known-at", "2024-03-04")
    event = json.loads(command("timeline", "--format", "json", *days)[1])["rows"][0]["id"]
    assert command("show", event)[0] == 2
    assert command("show", event, *days)[1].startswith(event)


def test_explain_names_words_rule_line_and_model(command) -> None:  # type: ignore[no-untyped-def]
    moves = json.loads(command("moves", "--format", "json")[1])["rows"]
    move = next(row for row in moves if row["kind"] == "reject")
    said = command("explain", move["id"])[1]
    assert "“rejected” names the act: reject, actual" in said
    assert "score 0.90" in said
    assert "words-1" in said
    assert "rule move.trigger (rejoinder/extract/moves.py:" in said


@pytest.mark.parametrize("kind", ["exchange", "event", "answer", "party", "statement", "document"])
def test_every_kind_of_row_is_shown_and_explained(command, kind: str) -> None:  # type: ignore[no-untyped-def]
    rows = {
        "exchange": ("exchanges", "id"),
        "event": ("timeline", "id"),
        "party": ("parties", "id"),
        "statement": ("statements", "id"),
        "document": ("moves", "document_id"),
    }
    if kind == "answer":
        exchange = json.loads(command("exchanges", "--format", "json")[1])["rows"][0]["id"]
        shown = command("show", exchange)[1]
        row_id = next(word.strip("[]") for word in shown.split() if word.startswith("[answer-"))
    else:
        name, column = rows[kind]
        row_id = json.loads(command(name, "--format", "json")[1])["rows"][0][column]
    for verb in ("show", "explain"):
        code, out, _ = command(verb, row_id)
        assert code == 0
        assert out.startswith(row_id)
        assert len(out.splitlines()) > 1


def test_search_finds_and_says_how_many_more(command) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = command("search", "fishing", "patrol", "--most", "1")
    assert code == 0
    assert "more; --most" in out
    assert "Nothing found" in command("search", "aluminium")[1]
    assert "Nothing found" in command("search", "patrol", "--as-of", "2024-03-03")[1]
    first = command("search", "patrol", "--known-at", "2024-03-05")[1]
    assert "coast-herald.txt" in first
    assert "fjord-times.txt" not in first
    assert command("search", "patrol", "--as-of", "2024-03-05")[1] == first
    assert command("search", "patrol", "--as-of", "soon")[0] == 2


def test_lists_of_what_was_read_hold_nothing_that_came_later(command) -> None:  # type: ignore[no-untyped-def]
    for name, lines in (("moves", 1), ("statements", 1)):
        code, out, _said = command(name, "--as-of", "2024-03-05", "--format", "jsonl")
        assert code == 0
        assert out.count("coast-herald.txt") == lines
        assert "fjord-times.txt" not in out


def test_as_of_a_day_it_is_said_what_becomes_of_the_undated(
    command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setitem(
        invented.ARTICLES,
        "fjord-times.txt",
        "In the past Iceland accused Denmark of theft.\n\nOn 3 March 2024 Norway proposed a patrol to Iceland.\n",
    )
    record = str(invented.make_record(tmp_path)[0])
    assert command("timeline", "--record", record)[2] == ""
    assert command("statements", "--record", record, "--as-of", "2024-03-05")[2] == ""
    said = command("timeline", "--record", record, "--as-of", "2024-03-05")[2]
    assert said == "rejoinder: 1 undated act of articles published after 2024-03-05 is left out.\n"
    code, out, said = command("moves", "--record", record, "--as-of", "2024-03-10", "--format", "jsonl")
    undated = [json.loads(line)["event_date"] for line in out.splitlines()].count(None)
    assert (code, undated) == (0, 1)
    assert said.startswith("rejoinder: 1 of the 3 rows is undated: it is in by the day on which the articles were")


def test_rows_of_several_parties_are_put_together(command) -> None:  # type: ignore[no-untyped-def]
    def ids(*options: str) -> set[str]:
        code, out, _ = command("timeline", "--format", "jsonl", *options)
        assert code == 0
        return {json.loads(line)["id"] for line in out.splitlines()}

    names = [row["name"] for row in json.loads(command("parties", "--format", "json")[1])["rows"]]
    one, other = next((a, b) for a in names for b in names if not ids("--party", a) <= ids("--party", b))
    assert ids("--party", one, "--party", other) == ids("--party", one) | ids("--party", other)


def test_problems_and_verify(command) -> None:  # type: ignore[no-untyped-def]
    assert command("problems")[:2] == (0, "No problems.\n")
    code, out, _ = command("verify")
    assert code == 0
    assert "Digest" in out


def test_output_goes_to_a_file(command, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "rows.csv"
    code, out, _ = command("exchanges", "--format", "csv", "--output", str(file))
    assert (code, out) == (0, "")
    assert file.read_text("utf-8").startswith("id,offer,")
    assert command("exchanges", "--output", str(tmp_path / "no" / "rows.csv"))[0] == 2


@pytest.mark.parametrize("name", ["exchanges", "changes"])
def test_the_name_of_a_file_says_the_format(command, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for suffix, form in ((".CSV", "csv"), (".tsv", "tsv"), (".json", "json"), (".jsonl", "jsonl"), (".md", "md")):
        file = tmp_path / f"rows{suffix}"
        assert command(name, "-o", str(file))[0] == 0
        assert file.read_text("utf-8") == command(name, "-f", form)[1]
    assert command(name, "-o", str(tmp_path / "rows.txt"))[0] == 0
    assert (tmp_path / "rows.txt").read_text("utf-8") == command(name)[1]
    code, out, err = command(name, "-f", "json", "-o", str(tmp_path / "other.csv"))
    assert (code, out) == (2, "")
    assert "Leave --format out to get csv" in err
    assert not (tmp_path / "other.csv").exists()


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (("exchanges",), ".csv, .tsv, .json, .jsonl, .ndjson, .md or .txt"),
        (("changes",), ".csv, .tsv, .json, .jsonl, .ndjson, .md or .txt"),
        (("judgements", "list"), ".csv, .tsv, .json, .jsonl, .ndjson, .md or .txt"),
        (("judgements", "export"), ".jsonl or .ndjson"),
        (("export", "prediction"), ".json"),
    ],
)
def test_a_file_that_is_called_what_cannot_be_written_is_refused(
    command, given: tuple[str, ...], written: str, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    for file in (tmp_path / "list.xlsx", tmp_path / "list.html"):
        code, out, err = command(*given, "-o", str(file))
        assert (code, out) == (2, "")
        assert f"{file} is not {written}. " in err
        assert not file.exists()
    assert command(*given, "-o", str(tmp_path / "list"))[0] == 0
    assert (tmp_path / "list").exists()


def test_a_format_that_is_named_goes_into_a_file_of_any_name(command, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert command("exchanges", "-f", "csv", "-o", str(tmp_path / "list.dat"))[0] == 0
    assert (tmp_path / "list.dat").read_text("utf-8").startswith("id,offer,")


@pytest.mark.parametrize(
    "given", [("exchanges",), ("changes", "-f", "csv"), ("judgements", "export"), ("export", "prediction"), ("brief",)]
)
def test_a_dash_is_the_standard_output(
    command, given: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    assert command(*given, "-o", "-") == command(*given)
    assert not list(tmp_path.iterdir())


def test_answers_are_given_with_what_they_answer(command) -> None:  # type: ignore[no-untyped-def]
    (row,) = json.loads(command("answers", "--format", "json")[1])["rows"]
    assert (row["answered_by"], row["disposition"], row["answered"]) == ("Iceland", "reject", "Norway")
    shown = command("answers")[1]
    assert "reject" in shown
    assert "Iceland" in shown
    assert command("answers", "--as-of", "2024-03-04", "--format", "jsonl")[1] == ""


def test_the_prediction_gives_places_in_the_source(command, record_file: Path) -> None:  # type: ignore[no-untyped-def]
    made = json.loads(command("export", "prediction")[1])
    assert set(made) == {"statements", "moves", "answers", "exchanges", "disputes"}
    with open_to_read(record_file) as record:
        sources = {one.name: record.source_bytes(one.id).decode() for one in record.documents()}
    words = {sources[row["doc"]][row["start"] : row["end"]] for row in made["moves"]}
    assert "Norway proposed a joint fishing patrol to Iceland" in words
    assert {row["holder"] for row in made["moves"]} == {"narrator"}


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, runpy\n"
        "from rejoinder.publish.cli.running import run\n"
        "code = run(['--help'])\n"
        "names = {'onnxruntime', 'sqlalchemy', 'trafilatura', 'pyarrow', 'numpy', 'yaml'}\n"
        "heavy = names & set(sys.modules)\n"
        "print('HEAVY', sorted(heavy), 'CODE', code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith("HEAVY [] CODE 0\n")
    assert "rejoinder read articles/" in done.stdout


def test_a_closed_pipe_is_no_fault(record_file: Path) -> None:
    line = f"{sys.executable} -m rejoinder moves --record {record_file} --format jsonl | true; echo ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, check=False, timeout=60, env=environment
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize("given", [(), ("export",), ("users",), ("judgements",)])
def test_a_command_that_needs_another_shows_its_help_as_it_is_laid_out(command, given: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    code, out, err = command(*given)
    assert (code, out) == (2, "")
    assert err == command(*given, "--help")[1]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("rejoinder ")


def test_the_brief_is_written_in_the_language_that_is_asked_for(command, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "На столі переговорів" in command("brief", "--language", "uk")[1]
    assert command("brief", "--language", "ru", "--output", str(tmp_path / "b.html"))[0] == 0
    assert '<html lang="ru">' in (tmp_path / "b.html").read_text("utf-8")
    code, _out, said = command("brief", "--language", "fr")
    assert code == 2
    assert "en, ru, uk" in said


def _with_a_document_more(record_file: Path, folder: Path) -> Path:
    """A copy of the record into which one document was put before the process ended."""
    path = folder / "cut.db"
    shutil.copy(record_file, path)
    with Record.open(path, create=False, clock=lambda: NOW) as record:
        kept = record.documents()[0]
        more = dataclasses.replace(kept, id="doc-ffffffffffff", name="later.txt")
        record.add_document(more, b"later")
    return path


@pytest.mark.parametrize("name", [*VIEWS, "brief", "problems"])
def test_what_was_read_and_is_not_in_the_account_is_remarked(
    command, record_file: Path, tmp_path: Path, name: str
) -> None:  # type: ignore[no-untyped-def]
    path = _with_a_document_more(record_file, tmp_path)
    code, out, err = command(name, "--record", str(path))
    assert code == 1
    assert "1 document of cut.db is not in the account yet" in err
    assert "rejoinder rebuild" in err
    assert out


def test_an_id_of_later_days_is_refused(command, material) -> None:  # type: ignore[no-untyped-def]
    for one in (material.account.exchanges[0].id, next(iter(material.documents))):
        code, out, err = command("show", one, "--as-of", "2020-01-01", "--known-at", "2020-01-01")
        assert code == 2
        assert "not in the account of these days" in err
        assert out == ""


def test_stopped_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("rejoinder.publish.cli.app.app", lambda **_given: 130)
    assert run(["read", "x"]) == 130
    assert "Stopped. What was read is kept" in capsys.readouterr().err


def test_a_full_disk_is_no_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(**_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rejoinder.publish.cli.app.app", full)
    monkeypatch.setattr(running, "_give_up_output", lambda: None)
    assert run(["exchanges"]) == 2
    assert "The output cannot be written: No space left on device" in capsys.readouterr().err
