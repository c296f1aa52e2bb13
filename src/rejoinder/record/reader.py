"""A record as one who only reads has it: what was read, decided and made of it, and nothing that writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
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
from rejoinder.record.lock import LOCK
from rejoinder.record.opening import open_for_reading
from rejoinder.record.search import Found, Hit, PassageKind
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


def open_to_read(path: str | Path) -> RecordReader:
    """The record at `path`, for reading, also while another process writes it.

    RecordError says why it cannot be opened: missing, damaged, or of a newer release."""
    return RecordReader(open_for_reading(Path(path)))


class RecordReader:
    """An open record to be asked. Each method is one transaction.

    RecordError: the file fails; UsageError: what was asked is not in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        self._database.close()

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

    def documents(self) -> tuple[Document, ...]:
        """The documents by name and id."""
        with self._database.reading() as connection:
            return documents.all_documents(connection)

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

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, withdrawn ones and withdrawals too, in the order in which they were made."""
        with self._database.reading() as connection:
            return judgements.all_judgements(connection)

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
