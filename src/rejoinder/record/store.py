"""The record: one file that keeps what was read, what was decided and what was made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from rejoinder.record import derived, documents, judgements, seals
from rejoinder.record.database import Database
from rejoinder.record.laid import Laid
from rejoinder.record.lock import WriterLock
from rejoinder.record.material import Material
from rejoinder.record.opening import open_for_writing
from rejoinder.record.reader import RecordReader
from rejoinder.record.sheet_filling import clear, lay_out
from rejoinder.record.sheets import find_cut
from rejoinder.types.account import Account
from rejoinder.types.document import Document, Problem
from rejoinder.types.extraction import Extraction
from rejoinder.types.judgement import Judgement


class Record(RecordReader):
    """An open record that may be written. What has been written is on disk when a method returns.

    One process may write while any number read (`record.reader`)."""

    def __init__(self, database: Database, lock: WriterLock, clock: Callable[[], dt.datetime]) -> None:
        super().__init__(database)
        self._lock = lock
        self._clock = clock

    @classmethod
    def open(cls, path: str | Path, *, create: bool, clock: Callable[[], dt.datetime]) -> Record:
        """The record at `path`, brought up to this release's schema; a new one if there is none and `create` is set.

        RecordError says why it cannot be opened: missing, damaged, of a newer release, or being written by another
        process, whose PID it names. `clock` gives the time, with its zone, at which a document is first read."""
        return cls(*open_for_writing(Path(path), create=create), clock)

    def close(self) -> None:
        """Let go of the file and let others write. A second call does nothing."""
        super().close()
        self._lock.release()

    def add_document(self, document: Document, raw_bytes: bytes, read_at: dt.datetime | None = None) -> bool:
        """Whether it was new. One that is there already stays as it was first read: at this time, or now."""
        with self._database.writing() as connection:
            return documents.add_document(connection, document, raw_bytes, read_at or self._clock())

    def put_extraction(self, reader_version: str, *extractions: Extraction) -> None:
        """Keep what the reader found in some documents, all or none; `search` and `find` go by what was put last."""
        with self._database.writing() as connection:
            for extraction in extractions:
                derived.put_extraction(connection, reader_version, extraction)

    def forget_other_readings(self, reader_version: str) -> int:
        """Let go of what other readers found in documents that this one has read; how many readings that were."""
        with self._database.writing() as connection:
            return derived.forget_other_readings(connection, reader_version)

    def put_account(
        self, account: Account, material: Material | None = None, *, judged: int = 0, laid: Laid | None = None
    ) -> None:
        """Put a new account in the place of the old one, and, with the material of its views, lay these out.

        `judged` is how many judgements the record had when the account was made. `laid` remembers what is put; where
        the record still is as it says, only what differs is written."""
        known = Laid.of_nothing() if laid is None else laid
        with self._database.writing() as connection:
            there = find_cut(connection, None, None)
            known.begin(there.state if there is not None else None)
            put = derived.put_account(connection, account, known.account)
            if known.account is None:
                clear(connection)
            state = seals.state_of(connection, judged)
            if material is not None:
                lay_out(connection, material, state, views=known.views)
        if material is not None:
            known.keep(put, state)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Whether it was new."""
        with self._database.writing() as connection:
            return judgements.add_judgement(connection, judgement)

    def add_problems(self, run: str, problems: Iterable[Problem]) -> int:
        """How many of them were new in this run."""
        found = list(problems)
        with self._database.writing() as connection:
            return judgements.add_problems(connection, run, found)
