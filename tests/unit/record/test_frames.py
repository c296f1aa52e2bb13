import datetime as dt
import sys
import types

import numpy as np
import pyarrow as pa
import pytest

from rejoinder.errors import UsageError
from rejoinder.record.views import VIEWS, gather, view
from tests.unit.record.samples import ACCOUNT, reported


def rows_of(name: str, known_at: dt.date | None = None):
    return view(name, gather(ACCOUNT, reported(), known_at=known_at))


def as_json(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("name", VIEWS)
def test_json_and_frame_hold_the_same_values(name: str) -> None:
    rows = rows_of(name)
    table = rows.to_arrow()
    assert rows.to_dicts()
    assert [{key: as_json(value) for key, value in row.items()} for row in table.to_pylist()] == rows.to_dicts()
    assert tuple(table.column_names) == rows.columns
    assert rows.columns[0] == "id"


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_without_rows_has_the_same_columns(name: str) -> None:
    rows = rows_of(name)
    assert rows[:0].to_arrow().schema == rows.to_arrow().schema
    assert rows[:0].to_dicts() == []


def test_the_columns_have_their_types() -> None:
    schema = rows_of("exchanges").to_arrow().schema
    assert schema.field("event_date").type == pa.date32()
    assert schema.field("package").type == pa.bool_()
    assert schema.field("days_open").type == pa.int64()
    assert schema.field("days_open").nullable
    assert not schema.field("status").nullable


def test_the_table_says_for_which_days_it_holds() -> None:
    metadata = rows_of("timeline", dt.date(2031, 2, 20)).to_arrow().schema.metadata
    assert metadata == {
        b"rejoinder.view": b"timeline",
        b"rejoinder.as_of": b"2031-02-28",
        b"rejoinder.known_at": b"2031-02-20",
    }
    assert rows_of("timeline").to_arrow().schema.metadata[b"rejoinder.known_at"] == b""


def test_rows_are_a_sequence() -> None:
    rows = rows_of("moves")
    assert len(rows) == len(list(rows)) == 4
    assert rows[0] == next(iter(rows))
    assert rows[1] in rows
    assert list(rows[1:3]) == list(rows)[1:3]
    assert rows[np.int64(1)] == rows[1]  # type: ignore[call-overload]
    assert repr(rows) == "<4 moves, as of 2031-02-28, known at any time>"


def test_anything_that_reads_arrow_reads_the_rows() -> None:
    rows = rows_of("parties")
    assert pa.table(rows) == rows.to_arrow()


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(UsageError, match=f"{library} is not installed.*pip install {library}"):
            getattr(rows_of("moves"), f"to_{library}")()


def test_polars_is_given_the_arrow_table(monkeypatch: pytest.MonkeyPatch) -> None:
    polars = types.ModuleType("polars")
    polars.from_arrow = lambda table: ("frame", table)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "polars", polars)
    rows = rows_of("moves")
    assert rows.to_polars() == ("frame", rows.to_arrow())
