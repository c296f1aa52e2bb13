"""The record as the desk holds it: open for reading, with the cuts of the days that are asked for."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from rejoinder.publish.web.briefs import Briefs
from rejoinder.publish.web.comparisons import Compared, Comparisons
from rejoinder.publish.web.memory import Once
from rejoinder.publish.web.queries import Asked, ChangesAsked
from rejoinder.publish.web.standing import Standing, Standings
from rejoinder.publish.web.workshop import Workshop
from rejoinder.record.reader import RecordReader, open_to_read
from rejoinder.record.seals import account_state, judged_in
from rejoinder.record.sheets import Sheets, find_cut
from rejoinder.record.shelf import Shelf

if TYPE_CHECKING:
    from rejoinder.publish.brief.dossier import Dossier

_LATEST = """SELECT (SELECT max(rowid) FROM documents), (SELECT max(n) FROM passages),
 (SELECT count(*) FROM judgements), (SELECT max(n) FROM problems)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One state of the record: the sheets of the days asked for, and a connection for documents and search.

    `state` is another one for another account; `latest` also whenever anything was added to the record. `once` keeps
    what is asked of an account again and again."""

    record: RecordReader
    connection: sa.Connection
    sheets: Sheets
    state: str
    latest: str
    briefs: Briefs
    once: Once
    standing: Standing
    comparisons: Comparisons

    def compared(self, asked: ChangesAsked) -> Compared:
        """What changed. Refusal 503 while the accounts of a large record are being put together."""
        state = f"{self.state} {self.latest}"
        return self.comparisons.of(self.record.path, asked, state, self.sheets.count("moves"))

    def brief(self, asked: Asked) -> Dossier:
        """The dossier on the days asked for. Refusal 503 while that of a large record is being put together."""
        return self.briefs.on(self.record.path, asked, self.state, self.sheets.count("moves"))


class Holding:
    """An open record and its cuts. Any number of readers may ask at once, also while the record is being written."""

    def __init__(self, path: Path, cache: Path) -> None:
        self.record = open_to_read(path)
        self._cache = cache
        self._shelved: Shelf | None = None
        self._opening = threading.Lock()
        self._once = Once()
        self._workshop = Workshop()
        self._briefs = Briefs(self._workshop)
        self._standings = Standings()
        self._comparisons = Comparisons(self._workshop)

    def close(self) -> None:
        """Let go of the record."""
        self._workshop.close()
        if self._shelved is not None:
            self._shelved.close()
        self.record.close()

    @contextmanager
    def at(self, asked: Asked) -> Iterator[Desk]:
        """The desk on the days that are asked for. Refusal 503 while a large record is being put together for them."""
        days = asked.days()
        as_of, known_at = days.get("as_of"), days.get("known_at")
        with self.record.reading() as connection:
            whole = find_cut(connection, None, None)
            latest = connection.exec_driver_sql(_LATEST).one()
            made_from = whole.state if whole is not None else account_state(connection)
            desk = partial(
                Desk,
                record=self.record,
                connection=connection,
                latest=repr(latest),
                briefs=self._briefs,
                once=self._once,
                standing=self._standings.of(connection, latest[2], judged_in(made_from)),
                comparisons=self._comparisons,
            )
            if whole is not None and not days:
                yield desk(sheets=Sheets(connection, whole), state=whole.state)
                return
            moves = Sheets(connection, whole).count("moves") if whole is not None else 0
            if not self._shelf.holds(as_of, known_at, made_from):
                self._make(as_of, known_at, made_from, moves)
            with self._shelf.reading() as other:
                cut = find_cut(other, as_of, known_at)
                assert cut is not None
                yield desk(sheets=Sheets(other, cut), state=cut.state)

    @property
    def _shelf(self) -> Shelf:
        """The cuts of other days, made by this release: opened when the first is asked for."""
        from rejoinder.pipeline.reader import code_version  # a page of all that is known needs nothing of the pipeline

        with self._opening:
            if self._shelved is None:
                name = hashlib.sha256(str(self.record.path.resolve()).encode()).hexdigest()[:16]
                self._shelved = Shelf(self._cache / f"{name}-{code_version()}.db")
            return self._shelved

    def _make(self, as_of: str | None, known_at: str | None, state: str, moves: int) -> None:
        where = (str(self.record.path), str(self._shelf.path))
        self._workshop.make(
            moves,
            cut_out,
            (*where, as_of, known_at, state),
            there=lambda: self._shelf.holds(as_of, known_at, state),
        )


def cut_out(record: str, shelf: str, as_of: str | None, known_at: str | None, state: str) -> None:
    """Make the account of these days and lay it out on the shelf."""
    from rejoinder.pipeline.accounts import material_at

    days = Asked.model_validate({"as_of": as_of, "known_at": known_at})
    kept = Shelf(Path(shelf))
    try:
        with open_to_read(record) as found:
            kept.put(material_at(found, as_of=days.as_of, known_at=days.known_at), state, as_of, known_at)
    finally:
        kept.close()
