"""Sources into a record: documents added, read, and an account made of all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rejoinder.ingest import Limits, read_sources
from rejoinder.ingest.limits import DEFAULT_LIMITS
from rejoinder.ingest.metadata_files import files_of
from rejoinder.ingest.paths import refuse_nothing
from rejoinder.ingest.rerunning import changed, nothing, unmatched
from rejoinder.pipeline.accounts import read_by, rebuild_account
from rejoinder.pipeline.originals import Originals
from rejoinder.pipeline.problems import problem
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.workers import fitting_workers, read_documents
from rejoinder.record.store import Record
from rejoinder.types.account import Account
from rejoinder.types.document import Document, Metadata, Problem
from rejoinder.types.extraction import Extraction

Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and of how much (None: unknown)."""


def silent(_doing: str, _done: int, _of: int | None) -> None:
    """Progress that nobody watches."""


_AT_ONCE = 16  # readings that are kept together: a run that is cut short loses at most so many
_UNTROUBLED = frozenset({"skipped", "repeated-line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What a run found: `new` documents, `known` ones that were there already, `read` ones (new or by a new reader),
    the statements and moves of all that the record holds, and the problems of this run, sorted."""

    documents: int
    new: int
    known: int
    read: int
    statements: int
    moves: int
    account: Account
    problems: tuple[Problem, ...]

    @property
    def failures(self) -> tuple[Problem, ...]:
        """The sources and documents that are not in the account though the user will expect them there."""
        return tuple(p for p in self.problems if p.severity == "rejected" and p.code not in _UNTROUBLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run works with: the record (open for writing), the reader, and the time by the caller's clock.

    `workers` None takes as many processes as fit the work, at most `processors`; further ones open the model in the
    folder `model` (None: the shipped one) for themselves."""

    record: Record
    reader: Reader
    now: dt.datetime
    model: Path | None = None
    workers: int | None = 1
    processors: int = 1
    limits: Limits = DEFAULT_LIMITS
    progress: Progress = silent


def read_into(run: Run, paths: Sequence[str | Path], given: Mapping[str, Metadata] | None = None) -> ReadReport:
    """Add the documents of files, folders and patterns, read those not yet read, and make the account anew.

    `given` is metadata by file name. Reading again adds nothing. Trouble with one source is a problem of the report,
    kept in the record under the time of the run. Entries of `given` that no article has, of this run or of the record,
    and articles that have changed since they were read are remarks of the report alone: which they are hangs on what
    was read when. UsageError for an empty path, or where no path leads to anything. The files of the record itself
    are never opened as sources: closing one would drop the locks that SQLite holds on it
    (sqlite.org/howtocorrupt.html, 2.2)."""
    refuse_nothing(paths)
    own = run.record.files
    earlier = run.record.ids_by_name()
    there = {one for ids in earlier.values() for one in ids}
    met: set[str] = set()
    originals = Originals(paths, own, files_of(given))
    problems: list[Problem] = []
    said: list[Problem] = []
    new = known = 0
    for result in read_sources(paths, given, run.limits, own):
        met.add(result.source if isinstance(result, Problem) else result.name)
        if isinstance(result, Problem):
            problems.append(result)
            continue
        problems += result.problems
        if result.id not in there:  # one that came before in other bytes (another encoding) stays as it was
            run.record.add_document(result, originals.of(result), run.now)
            there.add(result.id)
            new += 1
            said += changed(result, earlier.get(result.name, ()))
        else:
            known += 1
            problems += _differing(result, run.record)
        run.progress("taking in", new + known, None)
    said += unmatched(given or {}, {*met, *map(originals.path, met), *earlier})
    if not new and not known and all(one.code in _UNTROUBLED for one in problems):
        said.append(nothing(paths))
    unread = run.record.unread(run.reader.version)
    return _read_and_account(
        run, unread, _Taken(documents=len(there), new=new, known=known, problems=tuple(problems), said=tuple(said))
    )


def reread(run: Run) -> ReadReport:
    """Read every document of the record afresh, whatever was kept of earlier readings, and make the account anew."""
    documents = run.record.documents()
    return _read_and_account(run, documents, _Taken(documents=len(documents), new=0, known=len(documents), problems=()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What came of the sources, and how many documents the record has by now; `said` is not kept in the record."""

    documents: int
    new: int
    known: int
    problems: tuple[Problem, ...]
    said: tuple[Problem, ...] = ()


def _read_and_account(run: Run, unread: Sequence[Document], taken: _Taken) -> ReadReport:
    read, failed = _read(run, unread)
    run.progress("putting together", 0, None)
    inputs = read_by(run.record, run.reader.version)
    account, trouble = rebuild_account(run.record, run.reader.version, inputs)
    problems = sorted({*taken.problems, *failed, *trouble})
    run.record.add_problems(run.now.isoformat(), problems)
    run.record.forget_other_readings(run.reader.version)
    return ReadReport(
        documents=taken.documents,
        new=taken.new,
        known=taken.known,
        read=read,
        statements=sum(len(one.extraction.statements) for one in inputs),
        moves=sum(len(one.extraction.moves) for one in inputs),
        account=account,
        problems=tuple(sorted({*problems, *taken.said})),
    )


def _read(run: Run, unread: Sequence[Document]) -> tuple[int, list[Problem]]:
    """How many documents were read, and the trouble with the others."""
    read = 0
    failed: list[Problem] = []
    run.progress("reading", 0, len(unread))
    workers = run.workers or fitting_workers(len(unread), run.processors)
    results = read_documents(unread, run.reader, run.model, workers)
    while some := list(islice(results, _AT_ONCE)):
        extractions = [one for one in some if isinstance(one, Extraction)]
        failed += [one for one in some if isinstance(one, Problem)]
        run.record.put_extraction(run.reader.version, *extractions)
        read += len(extractions)
        run.progress("reading", read + len(failed), len(unread))
    return read, failed


def _differing(document: Document, record: Record) -> Iterable[Problem]:
    """The document is there already, with other metadata: it stays as it was first read, and the user should know."""
    kept = record.metadata(document.id)
    fields = ("outlet", "published", "origin", "url")
    differ = [field for field in fields if getattr(kept, field) != getattr(document.metadata, field)]
    if differ:
        message = f"It is in the record already, with another {' and '.join(differ)}; that was kept."
        yield problem(document.name, "metadata-kept", message, "warning")
