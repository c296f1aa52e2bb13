"""Cuts of a record on days that were asked for, kept in a file of their own beside the record, which nobody misses.

The record keeps the one cut of all that is known; any other is made when somebody asks for it and kept here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from rejoinder.errors import RecordError
from rejoinder.record.database import Database
from rejoinder.record.material import Material
from rejoinder.record.schema import METADATA
from rejoinder.record.sheet_filling import clear, lay_out
from rejoinder.record.sheet_schema import SHEET_TABLES, cuts
from rejoinder.record.sheets import find_cut

_MOST = 120  # cuts that are kept; the oldest give way


class Shelf:
    """An open file of cuts. One that cannot be used any more is put away and begun anew."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._database = self._opened(path)

    @staticmethod
    def _opened(path: Path) -> Database:
        for anew in (False, True):
            database = Database(path, read_only=False)
            try:
                with database.writing() as connection:
                    METADATA.create_all(connection, tables=list(SHEET_TABLES))
                return database
            except RecordError:
                database.close()
                if anew:
                    raise
                path.unlink(missing_ok=True)
        raise AssertionError

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads."""
        with self._database.reading() as connection:
            yield connection

    def holds(self, as_of: str | None, known_at: str | None, state: str) -> bool:
        """Whether the cut of these days is here, made from the account of this state."""
        with self._database.reading() as connection:
            cut = find_cut(connection, as_of, known_at)
        return cut is not None and cut.state == state

    def put(self, material: Material, state: str, as_of: str | None, known_at: str | None) -> None:
        """Lay out a cut; those of other states, and the oldest where there are too many, are put away."""
        with self._database.writing() as connection:
            clear(connection, cuts.c.state != state)
            lay_out(connection, material, state, as_of, known_at)
            kept = sa.select(cuts.c.id).order_by(cuts.c.id.desc()).limit(_MOST)
            clear(connection, cuts.c.id.not_in(kept))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
