"""The file of users: beside the record, never inside it, so that no copy or export of the record holds any of it."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa

from rejoinder.errors import RecordError
from rejoinder.record.database import Database
from rejoinder.record.looking import refuse_barred, refuse_unwritable

METADATA = sa.MetaData()

users = sa.Table(
    "users",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("password", sa.Text),  # an Argon2 hash; none for those whom an OpenID provider knows
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("email", sa.Text, unique=True),  # as the provider gives it
    sa.Column("added_at", sa.Text, nullable=False),
)
sessions = sa.Table(
    "sessions",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),  # of the token, which only its bearer has
    sa.Column("user", sa.Text, sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),  # browser, or token for a program
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("ends_at", sa.Text, nullable=False),
)
keys = sa.Table(
    "keys",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)


def beside(record: Path) -> Path:
    """Where the users of a record are kept, unless another file is named."""
    return record.with_name(f"{record.stem}.users.db")


def opened(path: Path) -> Database:
    """The file, made if it is not there, for its owner's eyes only. RecordError where it cannot be used."""
    refuse_barred(path)
    refuse_unwritable(path)
    if not path.exists():
        _make(path)
    database = Database(path, read_only=False)
    try:
        with database.writing() as connection:
            METADATA.create_all(connection)
    except BaseException:
        database.close()
        raise
    return database


def holds_any(path: Path) -> bool:
    """Whether anything has been kept in the file. RecordError where that cannot be known."""
    refuse_barred(path)
    return path.exists() and path.stat().st_size > 0


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise RecordError(
            f"The file of users {path} cannot be made: {error.strerror}.",
            advice="Name one in a folder where you may write with --users.",
        ) from error
