"""The record: one file that keeps what was read, what was decided and what was made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from rejoinder.errors import RecordError
from rejoinder.record import derived, documents, judgements, seals, search
from rejoinder.record.database import SIDES, Database
from rejoinder.record.fault import Fault
from rejoinder.record.laid import Laid
from rejoinder.record.lock import LOCK, WriterLock
from rejoinder.record.material import Material
from rejoinder.record.opening import open_for_reading, open_for_writing
from rejoinder.record.search import Found, Hit, PassageKind
from rejoinder.record.sheet_filling import clear, lay_out
from rejoinder.record.sheets import find_cut
from rejoinder.record.verify import verify
from rejoinder.types.account import Account
from rejoinder.types.document import Document, Metadata, Problem
from rejoinder.types.extraction import Extraction
from rejoinder.types.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything that views need, as it was at one moment: documents by name, extractions by document id."""

    documents: tuple[Document, ...]
    extractions: tuple[Extraction, ...]
    account: Account | None


class Record:
    """An open record. Each method is one transaction; what has been written when it returns is on disk.

    One process may write while any number read. RecordError: the file fails; UsageError: what was asked is not in it.
    """

    def __init__(self, database: Database, lock: WriterLock | None, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._lock = lock
        self._clock = clock

    @classmethod
    def open(
        cls, path: str | Path, *, create: bool, clock: Callable[[], dt.datetime], read_only: bool = False
    ) -> Record:
        """The record at `path`, brought up to this release's schema; a new one if there is none and `create` is set.

        RecordError says why it cannot be opened: missing, damaged, of a newer release, or being written by another
        process, whose PID it names. `clock` gives the time, with its zone, at which a document is first read."""
        path = Path(path)
        if read_only:
            return cls(open_for_reading(path), None, clock)
        database, lock = open_for_writing(path, create=create)
        return cls(database, lock, clock)

    def close(self) -> None:
        """Let go of the file and let others write. A second call does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the record is."""
        return self._database.path

    @property
    def files(self) -> tuple[Path, ...]:
        """The file of the record and those that stand beside it while it is open."""
        return (self.path, *(self.path.with_name(self.path.name + end) for end in (*SIDES, LOCK)))

    def add_document(self, document: Document, raw_bytes: bytes, read_at: dt.datetime | None = None) -> bool:
        """Whether it was new. One that is there already stays as it was first read: at this time, or now."""
        with self._database.writing() as connection:
            return documents.add_document(connection, document, raw_bytes, read_at or self._clock())

    def documents(self, known_at: dt.date | None = None) -> tuple[Document, ...]:
        """The documents by name and id; with `known_at` without those published later (unknown stays)."""
        with self._database.reading() as connection:
            return documents.all_documents(connection, known_at)

    def unread(self, reader_version: str) -> tuple[Document, ...]:
        """The documents that this reader has not read, by name and id."""
        with self._database.reading() as connection:
            return documents.unread(connection, reader_version)

    def ids_by_name(self) -> Mapping[str, Sequence[str]]:
        """The ids of the documents that came in under each name."""
        with self._database.reading() as connection:
            return documents.ids_by_name(connection)

    def metadata(self, document_id: str) -> Metadata:
        """What is known of where and when that document was published."""
        with self._database.reading() as connection:
            return documents.metadata_of(connection, document_id)

    def read_by(self, moment: dt.datetime) -> frozenset[str]:
        """The documents (ids) that had been read by then."""
        with self._database.reading() as connection:
            return documents.read_by(connection, moment)

    def reads(self) -> tuple[tuple[dt.datetime, int], ...]:
        """When documents were first read, in order of time, and how many then."""
        with self._database.reading() as connection:
            return documents.reads(connection)

    def document(self, id_or_name: str) -> Document:
        """The document of that id or file name."""
        with self._database.reading() as connection:
            return documents.one_document(connection, id_or_name)

    def source_bytes(self, document_id: str) -> bytes:
        """A document's source as it was given."""
        with self._database.reading() as connection:
            return documents.source_bytes(connection, document_id)

    def extraction(self, document_id: str, reader_version: str) -> Extraction | None:
        """What that reader found in the document; None where it has not read it."""
        with self._database.reading() as connection:
            return derived.one_extraction(connection, document_id, reader_version)

    def extractions(self, reader_version: str) -> tuple[Extraction, ...]:
        """What that reader found in each document that it has read, by document id."""
        with self._database.reading() as connection:
            return derived.all_extractions(connection, reader_version)

    def latest_reader(self) -> str | None:
        """The reader of most that `search` and `find` go by; None where nothing has been read."""
        with self._database.reading() as connection:
            return derived.latest_reader(connection)

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
        with self._database.writing() as connection:
            there = find_cut(connection, None, None)
            if laid is not None and (there is None or laid.state is None or there.state != laid.state):
                laid.forget()
            before = (laid.account, laid.views) if laid is not None else (None, None)
            if laid is not None:
                laid.state = None  # until all of it is on disk
            put = derived.put_account(connection, account, before[0])
            if before[0] is None:
                clear(connection)
            state = seals.state_of(connection, judged)
            if material is not None:
                lay_out(connection, material, state, views=before[1])
        if laid is not None and material is not None:
            laid.account, laid.state = put, state

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads, for several questions about one state of the record."""
        with self._database.reading() as connection:
            yield connection

    def account(self) -> Account | None:
        """The account as it was put; None before the first."""
        with self._database.reading() as connection:
            return derived.the_account(connection)

    def snapshot(self, reader_version: str, known_at: dt.date | None = None) -> Snapshot:
        """Documents, extractions and account of one moment, whatever is written meanwhile."""
        with self._database.reading() as connection:
            kept = documents.all_documents(connection, known_at)
            ids = {document.id for document in kept}
            read = derived.all_extractions(connection, reader_version)
            return Snapshot(
                documents=kept,
                extractions=tuple(one for one in read if one.document_id in ids),
                account=derived.the_account(connection),
            )

    def add_judgement(self, judgement: Judgement) -> bool:
        """Whether it was new."""
        with self._database.writing() as connection:
            return judgements.add_judgement(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, withdrawn ones and withdrawals too, in the order in which they were made."""
        with self._database.reading() as connection:
            return judgements.all_judgements(connection)

    def add_problems(self, run: str, problems: Iterable[Problem]) -> int:
        """How many of them were new in this run."""
        found = list(problems)
        with self._database.writing() as connection:
            return judgements.add_problems(connection, run, found)

    def problems(self, run: str | None = None) -> tuple[Problem, ...]:
        """The problems of one run, or of all runs, each once; sorted."""
        with self._database.reading() as connection:
            return judgements.all_problems(connection, run)

    def search(
        self,
        query: str,
        kind: PassageKind | None = None,
        *,
        as_of: dt.date | None = None,
        known_at: dt.date | None = None,
    ) -> Sequence[Hit]:
        """Documents, statements and moves with what is asked for, the best first, all of them (see `record.query`), on
        these days."""
        with self._database.reading() as connection:
            return search.search(connection, query, kind, as_of=as_of, known_at=known_at)

    def find(self, id_prefix: str) -> Found:
        """The row whose id alone begins so (at least four characters)."""
        with self._database.reading() as connection:
            return search.find(connection, id_prefix)

    def verify(self) -> tuple[Fault, ...]:
        """Everything wrong with the record, sorted; nothing where all is well."""
        with self._database.reading() as connection:
            return verify(connection)

    def digest(self) -> str:
        """The SHA-256 of all that the record says: equal for equal input, in any order, read however often."""
        with self._database.reading() as connection:
            return seals.digest(connection)

    def copy_to(self, target: str | Path) -> None:
        """A copy of the record as it is now, in a new file, also while it is being written."""
        target = Path(target)
        if target.exists():
            raise RecordError(f"{target} is there already.", advice="Choose a new file for the copy.")
        part = target.with_name(target.name + ".part")
        try:
            self._database.copy_to(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
