import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rejoinder.errors import RecordError
from rejoinder.record.fault import Fault
from rejoinder.record.store import Record
from tests.unit.record.samples import (
    ACCOUNT,
    DENIED,
    DISPUTE,
    E_OFFER,
    EXCHANGE,
    OFFERED,
    PUT,
    READER,
    REPLIED,
    SAID,
    SENT,
    extraction,
    filled,
    judgement,
    open_record,
    span,
)

Change = Callable[[sqlite3.Connection], object]


def verified(path: Path, change: Change | None = None) -> tuple[Fault, ...]:
    """What is found after `change` has been at the file of a filled record."""
    filled(open_record(path)).close()
    if change:
        connection = sqlite3.connect(path)
        change(connection)
        connection.commit()
        connection.close()
    with open_record(path, create=False) as record:
        return record.verify()


def found(faults: tuple[Fault, ...]) -> set[tuple[str, str, str]]:
    return {(fault.code, fault.table, fault.id) for fault in faults}


def test_a_whole_record_has_no_faults(tmp_path: Path) -> None:
    assert verified(tmp_path / "r.db") == ()


COLUMNS = [
    ("documents", "source", OFFERED.id, "replace(source, 'tolls', 'trolls')"),
    ("documents", "raw", OFFERED.id, "replace(raw, 'tolls', 'rolls')"),
    ("documents", "text", OFFERED.id, "replace(text, 'tolls', 'rolls')"),
    ("documents", "zones", OFFERED.id, "replace(zones, 'body', 'byline')"),
    ("documents", "metadata", OFFERED.id, "replace(metadata, 'Zenda', 'Vienna')"),
    ("documents", "first_read_at", OFFERED.id, "'2031-03-02T12:00:00+00:00'"),
    ("documents", "sha256", OFFERED.id, "'00'"),
    ("documents", "name", OFFERED.id, "CAST(x'ff' AS TEXT)"),
    ("judgements", "decision", "judgement-aaaa", "'wrong'"),
    ("problems", "message", "broken.pdf", "'All is well.'"),
    ("readings", "extraction", REPLIED.id, "replace(extraction, 'reported', 'actual')"),
    ("account", "as_of", "account", "'2031-03-01'"),
    ("events", "actors", E_OFFER.id, "replace(actors, 'bbbb', 'aaaa')"),
    ("exchanges", "status", EXCHANGE.id, "'accepted'"),
    ("exchanges", "days_open", EXCHANGE.id, "26"),
    ("answers", "score", "answer-aaaa00000001", "0.5"),
    ("disputes", "sides", DISPUTE.id, "'[]'"),
]


@pytest.mark.parametrize(("table", "column", "row", "value"), COLUMNS, ids=[f"{t}.{c}" for t, c, *_ in COLUMNS])
def test_a_changed_value_is_found_and_its_row_named(
    tmp_path: Path, table: str, column: str, row: str, value: str
) -> None:
    key = {"readings": "document_id", "problems": "source"}.get(table, "id")
    command = f"UPDATE {table} SET {column} = {value} WHERE {key} = ?"
    faults = verified(tmp_path / "r.db", lambda file: file.execute(command, [row]))
    named = {(code, at) for code, of, at in found(faults) if of == table}
    assert named & {("changed", row), ("unreadable", "row 1"), ("unreadable", row)}
    assert {of for code, of, _ in found(faults) if code == "changed"} <= {table, "passages"}


def test_a_row_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    def spoil(file: sqlite3.Connection) -> None:
        file.execute("UPDATE documents SET zones = '[', name = CAST(x'ff' AS TEXT) WHERE id = ?", [OFFERED.id])
        file.execute("UPDATE documents SET media = 'text/html' WHERE id = ?", [DENIED.id])

    faults = found(verified(tmp_path / "r.db", spoil))
    assert ("unreadable", "documents", OFFERED.id) in faults
    assert ("changed", "documents", DENIED.id) in faults


def test_bytes_that_rot_on_disk_are_found_or_harmless(tmp_path: Path) -> None:
    """A byte changed at many places of the file: found, refused on opening, or in a place that holds nothing."""
    path = tmp_path / "r.db"
    with open_record(path) as record:
        digest = filled(record).digest()
    whole = path.read_bytes()
    noticed = 0
    for at in range(101, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :])
        try:
            with open_record(path, create=False) as record:
                if record.verify():
                    noticed += 1
                else:
                    assert record.digest() == digest
        except RecordError:
            noticed += 1
    assert noticed


def test_a_lost_document_leaves_its_reading_dangling(tmp_path: Path) -> None:
    faults = found(
        verified(tmp_path / "r.db", lambda file: file.execute("DELETE FROM documents WHERE id = ?", [OFFERED.id]))
    )
    assert {code for code, table, _ in faults if table in ("readings", "passages")} == {"dangling"}


def test_a_search_index_that_does_not_fit_is_found(tmp_path: Path) -> None:
    faults = verified(tmp_path / "r.db", lambda file: file.execute("DELETE FROM passages WHERE id = ?", [SAID.id]))
    assert ("changed", "passages", REPLIED.id) in found(faults)


def put(tmp_path: Path, change: Callable[[Record], object]) -> set[tuple[str, str, str]]:
    with open_record(tmp_path / "r.db") as record:
        filled(record)
        change(record)
        return found(record.verify())


def test_rows_that_name_missing_rows_are_found(tmp_path: Path) -> None:
    lost = replace(ACCOUNT, events=(E_OFFER,))
    faults = put(tmp_path, lambda record: record.put_account(lost))
    assert faults == {("dangling", "answers", "answer-aaaa00000001")}


def test_an_account_made_from_an_older_reading_is_outdated(tmp_path: Path) -> None:
    faults = put(tmp_path, lambda record: record.put_extraction("reader-2", extraction(OFFERED)))
    assert {code for code, *_ in faults} == {"outdated"}
    assert ("outdated", "events", E_OFFER.id) in faults


def test_readings_that_do_not_fit_their_document_are_found(tmp_path: Path) -> None:
    far = replace(span(OFFERED.text, "tolls"), end=9_999)
    beyond = replace(PUT, anchor=far, statement_id="statement-none")
    faults = put(tmp_path, lambda record: record.put_extraction(READER, extraction(OFFERED, beyond)))
    assert faults == {("misplaced", "readings", PUT.id), ("dangling", "readings", PUT.id)}


def test_two_rows_of_one_id_and_rows_of_another_document_are_found(tmp_path: Path) -> None:
    both = extraction(OFFERED, PUT, PUT)
    assert put(tmp_path, lambda record: record.put_extraction(READER, both)) == {("duplicate", "readings", PUT.id)}
    other = put(tmp_path, lambda record: record.put_extraction(READER, extraction(OFFERED, SENT)))
    assert ("misplaced", "readings", OFFERED.id) in other


def test_a_judgement_about_a_row_no_longer_made_is_outdated(tmp_path: Path) -> None:
    faults = put(tmp_path, lambda record: record.add_judgement(judgement("bbbb", "event-gone", PUT.id)))
    assert faults == {("outdated", "judgements", "judgement-bbbb")}
