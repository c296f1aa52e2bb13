"""Seals over rows, by which a changed byte is found, and the digest of a whole record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from rejoinder.record.codec import dumps
from rejoinder.record.schema import ACCOUNT_TABLES, SEALED, account, documents, judgements, readings


def seal(values: Mapping[Any, Any]) -> str:
    """The SHA-256 of a row's values, the seal and numbering of its own left out."""
    kept = {name: value for name, value in values.items() if name not in ("seal", "n")}
    return hashlib.sha256(_canonical(kept)).hexdigest()


def sealed(table: sa.Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """The row as it is stored: missing columns as None, and its seal."""
    row = {column.name: values.get(column.name) for column in table.columns if column.name not in ("seal", "n")}
    return {**row, "seal": seal(row)}


def account_state(connection: sa.Connection) -> str:
    """The SHA-256 of the seals of the account and of what it was made from: another one for another account."""
    return _state(connection, *ACCOUNT_TABLES.values(), account, judgements, documents, readings)


def read_state(connection: sa.Connection) -> str:
    """The SHA-256 of the seals of what was read: another one for other documents or readings."""
    return _state(connection, documents, readings)


def _state(connection: sa.Connection, *tables: sa.Table) -> str:
    total = hashlib.sha256()
    for table in tables:
        total.update(table.name.encode())
        for seal_ in sorted(connection.scalars(sa.select(table.c.seal))):
            total.update(seal_.encode())
    return total.hexdigest()


def state_of(connection: sa.Connection, judged: int) -> str:
    """The state of an account that was made when the record had so many judgements."""
    return f"{account_state(connection)}/{judged}"


def judged_in(state: str) -> int:
    """How many judgements the record had when the account of this state was made."""
    _seals, _slash, judged = state.rpartition("/")
    return int(judged) if judged.isdigit() else 0


def digest(connection: sa.Connection) -> str:
    """The SHA-256 of the canonical JSON of every row, table by table, sorted by id.

    Left out are the columns that tell of the reading alone: when it was, in which run, under what file name."""
    total = hashlib.sha256()
    for table in SEALED:
        columns = [column for column in table.columns if column.info.get("digest", True)]
        order = [table.c.id] if "id" in table.c else columns
        query = sa.select(*columns).order_by(*order)
        for row in connection.execute(query if "id" in table.c else query.distinct()).mappings():
            total.update(_canonical({"table": table.name, **row}) + b"\n")
    return total.hexdigest()


def _canonical(values: Mapping[Any, Any]) -> bytes:
    shown = {
        name: hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value for name, value in values.items()
    }
    return dumps(shown).encode("utf-8", "surrogatepass")
