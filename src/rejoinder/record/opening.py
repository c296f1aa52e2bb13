"""From a path to an open record: is it one, of which schema, and may it be written?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa

from rejoinder.errors import RecordError
from rejoinder.record.database import Database, in_words, is_open_here
from rejoinder.record.lock import WriterLock
from rejoinder.record.looking import looked_at, refuse_barred, refuse_unwritable
from rejoinder.record.schema import APPLICATION_ID, REVISIONS

_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68  # in the header of an SQLite file, four bytes, most significant first


def open_for_writing(path: Path, *, create: bool) -> tuple[Database, WriterLock]:
    """The database at the newest schema, and the lock that keeps other writers out."""
    refuse_missing(path, create=create)
    refuse_unwritable(path)
    lock = WriterLock.take(path)
    try:
        if _is_new(path):
            if not create:
                raise _no_record(path)
            _mark(path)
        database = Database(path, read_only=False)
        try:
            _bring_up_to_date(database, create=create)
        except BaseException:
            database.close()
            raise
    except BaseException:
        lock.release()
        raise
    return database, lock


def open_for_reading(path: Path) -> Database:
    """The database as it is. One of an older schema is brought up to date first, if no other is writing it."""
    refuse_missing(path, create=False)
    if _is_new(path):
        raise _no_record(path)
    database = looked_at(path)
    try:
        if _is_up_to_date(database):
            return database
        if database.as_it_lies:
            raise RecordError(
                f"{path} was written by an older release and must be brought up to date, which cannot be done here.",
                advice="Copy it to a folder where you may write, and open it there.",
            )
    except BaseException:
        database.close()
        raise
    database.close()
    writing, lock = open_for_writing(path, create=False)
    writing.close()
    lock.release()
    return looked_at(path)


def refuse_missing(path: Path, *, create: bool) -> None:
    """RecordError where there is no record, nor, with `create`, a place for one, or the way to it is closed."""
    refuse_barred(path)
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record.", advice="Give the path of a file.")
    if not path.exists() and not create:
        raise _no_record(path)
    if not path.parent.is_dir():
        raise RecordError(f"The folder {path.parent} does not exist.", advice="Make it, or choose another place.")


def _no_record(path: Path) -> RecordError:
    return RecordError(
        f"There is no record at {path}.", advice="Check the path, or read some articles into a new record."
    )


def _is_new(path: Path) -> bool:
    """Whether nothing has been stored yet. A file that is no record raises RecordError and is left untouched."""
    if is_open_here(path):  # it has been looked at
        return False
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}.", advice="Check that you may read it.") from error
    if not header:
        return True
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise RecordError(
            f"{path} is damaged or is no record.",
            advice="Check the path; a damaged record can be built again from the same sources in a new file.",
        )
    if int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big") != APPLICATION_ID:
        raise RecordError(f"{path} is the database of another program.", advice="Choose another file for the record.")
    return False


def _mark(path: Path) -> None:
    """Give the new file its mark before anything else, so that a record is known by its header at every moment."""
    with in_words(path):
        connection = sqlite3.connect(path)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        finally:
            connection.close()


def _revision(database: Database) -> str | None:
    """The schema of the record; None where there are no tables yet."""
    with database.reading() as connection:
        names = sa.inspect(connection).get_table_names()
        if not names:
            return None
        if "alembic_version" not in names:
            raise RecordError(
                f"{database.path} is damaged: it does not say of which schema it is.", advice="Restore it from a copy."
            )
        return str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))


def _is_up_to_date(database: Database, *, create: bool = False) -> bool:
    """Whether the schema is the newest. RecordError where it is unknown here, or, without `create`, there is none."""
    found = _revision(database)
    if found is None and not create:
        raise _no_record(database.path)
    if found is not None and found not in REVISIONS:
        raise RecordError(
            f"{database.path} was written by a newer release of rejoinder "
            f"(its schema is {found}, the newest known here {REVISIONS[-1]}).",
            advice="Install the newer release to open it.",
        )
    return found == REVISIONS[-1]


def _bring_up_to_date(database: Database, *, create: bool) -> None:
    if _is_up_to_date(database, create=create):
        return
    from rejoinder.record.migrating import migrate  # costs a third of a second, and most openings need none of it

    with database.writing() as connection:
        migrate(connection, REVISIONS[-1])
