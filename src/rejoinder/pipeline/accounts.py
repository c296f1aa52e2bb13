"""What the documents of a record add up to, for a reader on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.consolidate import consolidate, ruled, rulings
from rejoinder.errors import RecordError
from rejoinder.ingest import Witness, witnesses
from rejoinder.pipeline.coding import event_code, party_codes
from rejoinder.pipeline.problems import failure, problem
from rejoinder.pipeline.reader import code_version, comparing
from rejoinder.record.material import Material, gather
from rejoinder.record.reader import RecordReader, Snapshot
from rejoinder.record.remembered import RememberedRows
from rejoinder.record.seals import judged_in
from rejoinder.record.sheets import find_cut
from rejoinder.record.store import Record
from rejoinder.sayings import Saying
from rejoinder.types.account import Account, Reported
from rejoinder.types.document import Document, Problem
from rejoinder.types.extraction import Extraction
from rejoinder.types.judgement import Judgement
from rejoinder.types.likeness import Comparing

_NOTHING = Account(
    as_of=None, parties=(), issues=(), events=(), answers=(), exchanges=(), disputes=(), positions=(), coverage=()
)


def material_at(
    record: RecordReader,
    *,
    as_of: dt.date | None = None,
    known_at: dt.date | None = None,
    kept_at: dt.datetime | None = None,
) -> Material:
    """The account and its documents: as the record keeps them, or for two days.

    `known_at` leaves out what was published later, `as_of` what happened later (None: nothing). `kept_at` gives the
    record as it was at that moment: without the documents read and the judgements made later."""
    snapshot = _snapshot(record, known_at)
    documents, judgements = snapshot.documents, record.judgements()
    if kept_at is not None:
        read = record.read_by(kept_at)
        documents = tuple(one for one in documents if one.id in read)
        judgements = tuple(one for one in judgements if one.made_at <= kept_at)
    inputs = reported(documents, {one.document_id: one for one in snapshot.extractions})
    if as_of is None and known_at is None and kept_at is None:
        account = snapshot.account or _NOTHING
    else:
        account = consolidate(inputs, judgements, as_of, compare=comparing(record.latest_reader() or ""))
    return gathered(account, inputs, judgements, known_at)


def gathered(
    account: Account,
    inputs: Sequence[Reported],
    judgements: Sequence[Judgement],
    known_at: dt.date | None = None,
    remembered: RememberedRows | None = None,
) -> Material:
    """The material with the moves as persons have corrected them, without those called wrong."""
    decided = rulings(judgements)
    told = ruled(inputs, decided)
    return gather(
        account,
        told,
        codes=party_codes(),
        coding=event_code,
        known_at=known_at,
        settled=decided.settled,
        held=decided.held,
        remembered=remembered,
    )


def rebuild_account(
    record: Record, reader_version: str, inputs: Sequence[Reported] | None = None
) -> tuple[Account, tuple[Problem, ...]]:
    """The account of all that this reader has read (`inputs`, where the caller has them), put in the place of the old
    one.

    A document with which no account can be made is left out and is a problem; where none can be made at all, the
    account stays as it was."""
    inputs = read_by(record, reader_version) if inputs is None else inputs
    judgements = record.judgements()
    account, problems = _account(inputs, judgements, comparing(reader_version))
    if account is None:
        return record.account() or _NOTHING, problems
    record.put_account(account, gathered(account, inputs, judgements), judged=len(judgements))
    return account, problems


def renew_account(record: Record) -> bool:
    """Make the account anew where judgements were added since it was made; whether that was needed.

    RecordError where what was read was read by another release: then the account stays as it was."""
    with record.reading() as connection:
        cut = find_cut(connection, None, None)
    if cut is not None and judged_in(cut.state) >= len(record.judgements()):
        return False
    rebuild_account(record, reader_of_this_release(record))
    return True


def reader_of_this_release(record: RecordReader) -> str:
    """By which reader the documents were read. RecordError where that was one of another release."""
    reader = record.latest_reader() or ""
    if reader.partition("/")[2] != code_version():
        raise _of_another_release(record)
    return reader


def read_by(record: RecordReader, reader_version: str) -> tuple[Reported, ...]:
    """The documents that this reader has read, as consolidation takes them.

    What other readers found is not touched: it may be of a release that kept it in another form."""
    return reported(record.documents(), {one.document_id: one for one in record.extractions(reader_version)})


def _snapshot(record: RecordReader, known_at: dt.date | None) -> Snapshot:
    """Documents, extractions and account. RecordError says so where they were made by a release with other code."""
    reader = record.latest_reader() or ""
    try:
        return record.snapshot(reader, known_at)
    except RecordError as error:
        if reader.partition("/")[2] == code_version():
            raise
        raise _of_another_release(record) from error


def _of_another_release(record: RecordReader) -> RecordError:
    return RecordError(Saying.ANOTHER_RELEASE.of(record=record.path), advice=Saying.MAKE_ANEW.of(record=record.path))


def reported(documents: Iterable[Document], read: Mapping[str, Extraction]) -> tuple[Reported, ...]:
    """Those of the documents that have been read, as consolidation takes them."""
    documents = [document for document in documents if document.id in read]
    counted = witnesses(documents)
    return tuple(_reported(document, read[document.id], counted[document.id]) for document in documents)


def _reported(document: Document, extraction: Extraction, counted: Witness) -> Reported:
    return Reported(
        document_id=document.id,
        name=document.name,
        outlet=document.metadata.outlet,
        origin=counted.origin,
        published=document.metadata.published,
        extraction=extraction,
        text=document.text,
        story=counted.story,
    )


def _account(
    inputs: Sequence[Reported], judgements: Sequence[Judgement], compare: Comparing
) -> tuple[Account | None, tuple[Problem, ...]]:
    try:
        return consolidate(inputs, judgements, compare=compare), ()
    except Exception as error:  # noqa: BLE001 - nothing read may be lost by what is made of it
        sound, problems = _sound(inputs, compare)
        if problems and (made := _attempt(sound, judgements, compare)) is not None:
            return made, problems
        return None, (_unmade("the account", error), *problems)


def _sound(inputs: Sequence[Reported], compare: Comparing) -> tuple[list[Reported], tuple[Problem, ...]]:
    """The documents of which an account can be made, each by itself, and the trouble with the others."""
    sound, problems = [], []
    for one in inputs:
        try:
            consolidate([one], compare=compare)
        except Exception as error:  # noqa: BLE001 - as above
            problems.append(_unmade(one.name, error))
        else:
            sound.append(one)
    return sound, tuple(problems)


def _attempt(inputs: Sequence[Reported], judgements: Sequence[Judgement], compare: Comparing) -> Account | None:
    try:
        return consolidate(inputs, judgements, compare=compare)
    except Exception:  # noqa: BLE001 - the first failure is the one that is told
        return None


def _unmade(source: str, error: Exception) -> Problem:
    return problem(source, "not-consolidated", f"No account could be made with it: {failure(error)}.")
