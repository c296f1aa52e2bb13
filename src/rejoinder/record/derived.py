"""What is made from the documents and can be made again: readings and the account."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from rejoinder.record.codec import decode, dumps, encode, pack, unpack
from rejoinder.record.documents import text_of
from rejoinder.record.passages import index_reading
from rejoinder.record.row_ids import account_row_id
from rejoinder.record.schema import ACCOUNT_ROWS, ACCOUNT_TABLES, account, passages, readings
from rejoinder.record.seals import sealed
from rejoinder.record.sheet_orders import places
from rejoinder.types.account import Account
from rejoinder.types.extraction import Extraction

_ONLY = "account"
PutRows = Mapping[str, Mapping[int, tuple[str, Any]]]
"""By table and place the rows of an account that was put, each with its id."""


def put_extraction(connection: sa.Connection, reader: str, extraction: Extraction) -> None:
    """Keep what `reader` found in a document, in the place of what it found before. An unknown document: UsageError."""
    text = text_of(connection, extraction.document_id)
    values = {"document_id": extraction.document_id, "reader": reader, "extraction": pack(extraction, Extraction)}
    row = sealed(readings, values)
    replaced = {name: row[name] for name in ("extraction", "seal")}
    keys = [readings.c.document_id, readings.c.reader]
    connection.execute(insert(readings).on_conflict_do_update(index_elements=keys, set_=replaced).values(row))
    index_reading(connection, text, reader, extraction)


def one_extraction(connection: sa.Connection, document_id: str, reader: str) -> Extraction | None:
    """What `reader` found in the document; None where it has not read it."""
    packed = connection.scalar(
        sa.select(readings.c.extraction).where(readings.c.document_id == document_id, readings.c.reader == reader)
    )
    return None if packed is None else unpack(packed, Extraction)


def forget_other_readings(connection: sa.Connection, reader: str) -> int:
    """Let go of what other readers found in documents that this one has read; how many readings that were."""
    read = sa.select(readings.c.document_id).where(readings.c.reader == reader)
    gone = sa.delete(readings).where(readings.c.reader != reader, readings.c.document_id.in_(read))
    return connection.execute(gone).rowcount


def latest_reader(connection: sa.Connection) -> str | None:
    """The reader of most of the statements and moves that are searched, which are those put last; where there are none,
    of most readings. None where there is no reading."""
    for table in (passages, readings):
        query = sa.select(table.c.reader).where(table.c.reader.is_not(None)).group_by(table.c.reader)
        found = connection.scalar(query.order_by(sa.func.count().desc(), table.c.reader.desc()).limit(1))
        if found is not None:
            return str(found)
    return None


def all_extractions(connection: sa.Connection, reader: str) -> tuple[Extraction, ...]:
    """What `reader` found in each document that it has read, by document id."""
    query = sa.select(readings.c.extraction).where(readings.c.reader == reader).order_by(readings.c.document_id)
    return tuple(unpack(packed, Extraction) for packed in connection.scalars(query))


def put_account(connection: sa.Connection, made: Account, before: PutRows | None = None) -> PutRows:
    """Put a new account in the place of the old one; what has been put.

    `before` is what was put last, if that is still so: then only what differs is written."""
    connection.execute(sa.delete(account))
    as_of = made.as_of.isoformat() if made.as_of else None
    connection.execute(sa.insert(account), [sealed(account, {"id": _ONLY, "as_of": as_of})])
    now = placed(made, before)
    for name, table in ACCOUNT_TABLES.items():
        if before is None:
            connection.execute(sa.delete(table))
            gone, new = [], list(now[name].items())
        else:
            old = before[name]
            gone = [{"gone": place} for place, (_id, row) in old.items() if not _stands(now[name].get(place), row)]
            new = [(place, put) for place, put in now[name].items() if not _stands(old.get(place), put[1])]
        if gone:
            connection.execute(sa.delete(table).where(table.c.place == sa.bindparam("gone")), gone)
        if new:
            connection.execute(sa.insert(table), [_as_row(table, place, *put) for place, put in new])
    return now


def placed(made: Account, before: PutRows | None = None) -> PutRows:
    """The rows of an account by table and place, each with its id; ids of rows that were there before are known."""
    found: dict[str, dict[int, tuple[str, Any]]] = {}
    for name in ACCOUNT_TABLES:
        ids = {id(row): row_id for row_id, row in (before or {}).get(name, {}).values()}
        rows = getattr(made, name)
        named = [ids.get(id(row)) or account_row_id(row) for row in rows]
        found[name] = dict(zip(places(named), zip(named, rows, strict=True), strict=True))
    return found


def stands(connection: sa.Connection, put: PutRows) -> bool:
    """Whether the record has these rows of an account and no others."""
    for name, table in ACCOUNT_TABLES.items():
        there = {row.place: row.seal for row in connection.execute(sa.select(table.c.place, table.c.seal))}
        if there != {place: _as_row(table, place, *one)["seal"] for place, one in put[name].items()}:
            return False
    return True


def _stands(put: tuple[str, Any] | None, row: Any) -> bool:
    return put is not None and (put[1] is row or put[1] == row)


def the_account(connection: sa.Connection) -> Account | None:
    """The account as it was put; None where none was."""
    head = connection.execute(sa.select(account.c.as_of)).one_or_none()
    if head is None:
        return None
    found: dict[str, Any] = {}
    for name, table in ACCOUNT_TABLES.items():
        rows = connection.execute(sa.select(table).order_by(table.c.place)).mappings()
        found[name] = tuple(as_value(table, ACCOUNT_ROWS[name], row) for row in rows)
    return Account(as_of=dt.date.fromisoformat(head.as_of) if head.as_of else None, **found)


def _as_row(table: sa.Table, place: int, row_id: str, value: Any) -> dict[str, Any]:
    data = encode(value, type(value))
    assert isinstance(data, dict)
    packed = {
        name: dumps(each) if each is not None and table.c[name].info.get("json") else each
        for name, each in data.items()
    }
    return sealed(table, {**packed, "place": place, "id": row_id})


def as_value(table: sa.Table, row_type: type, row: sa.RowMapping) -> Any:
    """A stored row of the account as the value it was. RecordError where it cannot be read."""
    data = {
        name: json.loads(row[name]) if row[name] is not None and table.c[name].info.get("json") else row[name]
        for name in (field.name for field in dataclasses.fields(row_type))
    }
    return decode(data, row_type)
