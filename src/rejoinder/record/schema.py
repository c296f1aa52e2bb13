"""The tables of a record.

Kept for good, only ever added to: documents, judgements, problems. Made from them, and made again at will: readings,
passages and the account. Each row carries a seal over its other columns, by which a changed byte is found.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import typing
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from rejoinder.types.account import Answer, CoverageRow, Dispute, Event, Exchange, Issue, Party, Position

APPLICATION_ID = 0x726A6E64  # "rjnd" in the file's header: this SQLite file is a record
REVISIONS = ("0001", "0002", "0003", "0004")  # every schema there has been, the newest last
ASIDE = {
    "digest": False
}  # a column that tells of the reading (when, in which run, under what file name), not of what was read


class Words(sa.types.TypeDecorator[str]):
    """Text kept exactly: as TEXT where SQLite can hold it, otherwise (lone surrogates, NUL) as its UTF-8 bytes."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> Any:
        """What is stored."""
        if value is None:
            return None
        try:
            packed = value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return packed if "\0" in value else value

    def process_result_value(self, value: Any, _dialect: Dialect) -> str | None:
        """What was given."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


METADATA = sa.MetaData()

documents = sa.Table(
    "documents",
    METADATA,
    sa.Column("id", Words, primary_key=True),
    sa.Column("name", Words, nullable=False, index=True, info=ASIDE),
    sa.Column("media", Words, nullable=False),
    sa.Column("source", sa.LargeBinary, nullable=False),  # the bytes as given
    sa.Column("raw", Words, nullable=False),
    sa.Column("text", Words, nullable=False),
    sa.Column("zones", Words, nullable=False),
    sa.Column("offsets", Words, nullable=False),
    sa.Column("metadata", Words, nullable=False),
    sa.Column("problems", Words, nullable=False, info=ASIDE),  # each names its source by its file name
    sa.Column("published", sa.Text),  # first day on which it may have been published
    sa.Column("first_read_at", sa.Text, nullable=False, info=ASIDE),
    sa.Column("sha256", sa.Text, nullable=False),  # of the bytes as given
    sa.Column("seal", sa.Text, nullable=False, info=ASIDE),
)

judgements = sa.Table(
    "judgements",
    METADATA,
    sa.Column("id", Words, primary_key=True),
    sa.Column("decision", Words, nullable=False),
    sa.Column("subjects", Words, nullable=False),
    sa.Column("field", Words),
    sa.Column("value", Words),
    sa.Column("by", Words, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False, info=ASIDE),
    sa.Column("withdraws", Words),
    sa.Column("seal", sa.Text, nullable=False, info=ASIDE),
)

problems = sa.Table(
    "problems",
    METADATA,
    sa.Column("n", sa.Integer, primary_key=True, info=ASIDE),
    sa.Column("run", Words, nullable=False, index=True, info=ASIDE),
    sa.Column("source", Words, nullable=False),
    sa.Column("code", Words, nullable=False),
    sa.Column("severity", Words, nullable=False),
    sa.Column("message", Words, nullable=False),
    sa.Column("advice", Words, nullable=False),
    sa.Column("seal", sa.Text, nullable=False, unique=True, info=ASIDE),
)

readings = sa.Table(
    "readings",
    METADATA,
    sa.Column("document_id", Words, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("reader", Words, primary_key=True),
    sa.Column("extraction", Words, nullable=False),
    sa.Column("seal", sa.Text, nullable=False, info=ASIDE),
)

# What can be searched and found by id: each document, and the statements and moves of its latest reading. The full-text
# table `searched` indexes it by triggers (see the migrations); both are made from the tables above and bear no seal.
passages = sa.Table(
    "passages",
    METADATA,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", Words, nullable=False, index=True),
    sa.Column("document_id", Words, sa.ForeignKey("documents.id"), nullable=False, index=True),
    sa.Column("reader", Words),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("names", sa.Text, nullable=False),
)

account = sa.Table(
    "account",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),  # one row
    sa.Column("as_of", sa.Text),
    sa.Column("seal", sa.Text, nullable=False, info=ASIDE),
)

_PLAIN: Mapping[Any, Any] = {str: Words, dt.date: Words, int: sa.Integer, bool: sa.Boolean, float: sa.Float}


def _account_table(name: str, row: type) -> sa.Table:
    """A column for each field: plain values as they are, tuples and what has fields of its own as canonical JSON."""
    hints = typing.get_type_hints(row)
    columns = [_column(field.name, hints[field.name]) for field in dataclasses.fields(row) if field.name != "id"]
    return sa.Table(
        name,
        METADATA,
        sa.Column("place", sa.Integer, primary_key=True),  # in the account's own order
        sa.Column("id", Words, nullable=False, index=True),
        *columns,
        sa.Column("seal", sa.Text, nullable=False, info=ASIDE),
    )


def _column(name: str, hint: Any) -> sa.Column[Any]:
    nullable = type(None) in typing.get_args(hint)
    kind = next(each for each in typing.get_args(hint) if each is not type(None)) if nullable else hint
    plain = Words if typing.get_origin(kind) is typing.Literal else _PLAIN.get(kind)
    return sa.Column(name, plain or Words, nullable=nullable, info={"json": plain is None})


ACCOUNT_ROWS: Mapping[str, type] = {
    "parties": Party,
    "issues": Issue,
    "events": Event,
    "answers": Answer,
    "exchanges": Exchange,
    "disputes": Dispute,
    "positions": Position,
    "coverage": CoverageRow,
}
ACCOUNT_TABLES: Mapping[str, sa.Table] = {name: _account_table(name, row) for name, row in ACCOUNT_ROWS.items()}
SEALED: tuple[sa.Table, ...] = (documents, judgements, problems, readings, account, *ACCOUNT_TABLES.values())
