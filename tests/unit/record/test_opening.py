import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import rejoinder.record
from rejoinder.errors import RecordError
from rejoinder.record.database import Database, is_open_here
from rejoinder.record.documents import add_document
from rejoinder.record.judging import JudgementBook
from rejoinder.record.migrating import migrate
from rejoinder.record.opening import open_for_reading
from rejoinder.record.reader import open_to_read
from rejoinder.record.schema import APPLICATION_ID, METADATA, REVISIONS
from rejoinder.record.seals import seal
from rejoinder.record.store import Record
from rejoinder.types.judgement import Judgement
from tests.unit.record.samples import DOCUMENTS, NOON, clock, document, filled, open_record


def first_schema(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record as it was before there were readings: made by the first migration, filled with a document."""
    marked = sqlite3.connect(path)
    marked.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    marked.close()
    database = Database(path, read_only=False)
    monkeypatch.setattr("rejoinder.record.documents.index_document", lambda *_: None)
    with database.writing() as connection:
        migrate(connection, "0001")
        for told in (*DOCUMENTS, document("NUL \0 and \ud800 stay", "odd.txt")):
            add_document(connection, told, told.raw.encode("utf-8", "surrogatepass"), NOON)
    database.close()
    monkeypatch.undo()


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'r.db'}")

    def ours(_: object, name: str | None, kind: str, *rest: object) -> bool:
        return not (kind == "table" and str(name).startswith("searched"))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_every_script_is_a_known_schema() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(rejoinder.record.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert [script.revision for script in scripts] == list(reversed(REVISIONS))


def test_an_older_record_is_brought_up_to_date_and_can_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    first_schema(path, monkeypatch)
    with open_record(path, create=False) as record:
        assert len(record.documents()) == len(DOCUMENTS) + 1
        assert [hit.document for hit in record.search("tolls")] == ["offer.txt"]
        assert [hit.document for hit in record.search("NUL stay")] == ["odd.txt"]
        assert record.verify() == ()


def test_coverage_of_an_older_record_is_kept_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    filled(open_record(path)).close()
    old = sa.create_engine(f"sqlite:///{path}")
    kept = ("place", "id", "outlet", "event", "treatment", "documents")
    with old.begin() as connection:
        rows = [dict(row) for row in connection.execute(sa.text("SELECT * FROM coverage ORDER BY place")).mappings()]
        for column in ("reason", "cut_from", "kept_in"):
            connection.execute(sa.text(f"ALTER TABLE coverage DROP COLUMN {column}"))
        for at, row in enumerate(rows):
            mark = seal({name: row[name] for name in kept}) if at else "damaged"
            connection.execute(sa.text("UPDATE coverage SET seal = :seal WHERE place = :place"), {"seal": mark, **row})
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0003'"))
    old.dispose()
    with open_record(path, create=False) as record:
        account = record.account()
        assert account is not None
        found = {row.outlet: (row.treatment, row.reason, row.cut_from) for row in account.coverage}
        assert found["The Strelsau Post"] == ("omitted", "told-elsewhere", ())
        assert found["The Zenda Herald"] == ("reported", None, ())
        assert [(fault.table, fault.code) for fault in record.verify()] == [("coverage", "changed")]


def test_an_older_record_can_be_opened_for_reading_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    first_schema(path, monkeypatch)
    with open_to_read(path) as record:
        assert record.search("tolls")
    database = open_for_reading(path)
    with pytest.raises(RecordError, match="cannot be written"), database.writing() as connection:
        add_document(connection, document("more"), b"more", clock())
    database.close()


def test_a_newer_record_is_refused_by_name_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path).close()
    newer = sqlite3.connect(path)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match=r"newer release.*9999") as caught:
        open_record(path, create=False)
    assert str(path) in caught.value.message
    assert "newer release" in caught.value.advice
    with pytest.raises(RecordError, match="9999"):
        open_for_reading(path)
    assert path.read_bytes() == before


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record at"):
        Record.open(tmp_path / "none.db", create=False, clock=clock)
    with pytest.raises(RecordError, match="no record at"):
        open_to_read(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(RecordError, match="is a folder"):
        open_record(tmp_path)
    with pytest.raises(RecordError, match="does not exist"):
        open_record(tmp_path / "none" / "r.db")


@pytest.mark.parametrize("content", [b"x", b"An article, not a record.\n" * 10, bytes(4096), b"SQLite format 3\0"])
def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(content)
    with pytest.raises(RecordError, match="damaged or is no record") as caught:
        open_record(path)
    assert caught.value.advice
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        open_record(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["r.db"]


@pytest.mark.parametrize("marked", [False, True])
def test_a_creation_that_was_broken_off_is_begun_again(tmp_path: Path, marked: bool) -> None:
    path = tmp_path / "r.db"
    path.touch()
    if marked:
        begun = sqlite3.connect(path)
        begun.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        begun.close()
    with pytest.raises(RecordError, match="no record at"):
        open_record(path, create=False)
    with open_record(path) as record:
        assert record.documents() == ()


def test_damaged_pages_are_a_record_error_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    filled(open_record(path)).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(RecordError) as caught:
        open_record(path, create=False)
    assert caught.value.advice
    path.write_bytes(whole)
    open_record(path, create=False).close()


def test_a_refused_opening_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(b"no record")
    with pytest.raises(RecordError):
        open_record(path)
    path.unlink()
    open_record(path).close()


_ANOTHER = """
import datetime as dt, sys
from rejoinder.record.store import Record
from rejoinder.types.document import Problem
with Record.open(sys.argv[1], create=False, clock=lambda: dt.datetime.now(dt.UTC)) as record:
    said = Problem(source=sys.argv[2], code="said", severity="warning", message="It was said.", advice="Listen.")
    record.add_problems("run", [said])
    print(len(record.judgements()))
"""


def test_who_has_a_record_open_sees_what_another_process_writes_and_is_seen_by_it(tmp_path: Path) -> None:
    """Also after the record was opened a second time in this process, and however often the others come and go."""
    path = tmp_path / "r.db"
    open_record(path).close()
    with open_to_read(path) as desk:
        assert desk.problems() == ()
        book = JudgementBook(path)
        for number in (1, 2, 3):
            one = Judgement(
                id=f"j{number}",
                decision="right",
                subjects=("m",),
                by="reader",
                made_at=NOON,
                field=None,
                value=None,
                withdraws=None,
            )
            book.add([one], {}, lambda: NOON)
            other = [sys.executable, "-c", _ANOTHER, str(path), f"source-{number}"]
            told = subprocess.run(other, check=True, capture_output=True, text=True).stdout
            assert told.split() == [str(number)]
            assert [problem.source for problem in desk.problems()] == [f"source-{n}" for n in range(1, number + 1)]
        book.close()
    assert not is_open_here(path)
