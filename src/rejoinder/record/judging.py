"""Judgements added to a record by several people at once.

An addition is one transaction, so that it may be made while another process reads articles into the record, and two
people who decide on one line at the same time are told of each other.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import sqlalchemy as sa

from rejoinder.errors import ConflictError, UsageError
from rejoinder.record.database import Database
from rejoinder.record.judgements import add_judgement, all_judgements, as_judgement
from rejoinder.record.looking import refuse_unwritable
from rejoinder.record.opening import open_for_reading
from rejoinder.record.schema import judgements
from rejoinder.sayings import Saying
from rejoinder.types.judgement import Judgement, taken_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was added, or, where it was a repetition, what had been added before; and how many judgements each of the
    rows has by now."""

    judgements: tuple[Judgement, ...]
    repeated: bool
    versions: Mapping[str, int]


class JudgementBook:
    """The judgements of a record, to be added to. RecordError where the file cannot be opened."""

    def __init__(self, path: Path) -> None:
        open_for_reading(path).close()  # says what is wrong with the file, and brings it up to date
        refuse_unwritable(path)
        self._database = Database(path, read_only=False)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement, withdrawn ones and withdrawals too, in the order in which they were made."""
        with self._database.reading() as connection:
            return all_judgements(connection)

    def versions(self, rows: Collection[str]) -> Mapping[str, int]:
        """How many judgements are about each row, withdrawn ones and withdrawals counted."""
        with self._database.reading() as connection:
            return versions(connection, rows)

    def add(self, made: Sequence[Judgement], seen: Mapping[str, int], clock: Callable[[], dt.datetime]) -> Added:
        """Add judgements, all or none, dated by the clock within the transaction.

        `seen` is how many judgements each row had when the decision was made: ConflictError where there are others by
        now. The same judgements once more, by their ids, are a repetition and change nothing; UsageError where an id
        stands for another judgement, or one is withdrawn that is not there or has been withdrawn before."""
        with self._database.writing() as connection:
            rows = sorted({row for one in made for row in one.subjects} | seen.keys())
            kept = [_kept(connection, one.id) for one in made]
            if any(kept):
                return Added(judgements=_same(made, kept), repeated=True, versions=versions(connection, rows))
            current = versions(connection, rows)
            if changed := sorted(row for row, n in seen.items() if current[row] != n):
                raise _conflict(changed, current)
            now = clock()
            dated = tuple(
                replace(one, made_at=now + dt.timedelta(microseconds=at)) for at, one in enumerate(made)
            )  # so that they keep their order
            for one in dated:
                _refuse_withdrawn(connection, one)
                add_judgement(connection, one)
            return Added(judgements=dated, repeated=False, versions=versions(connection, rows))

    def take_in(self, given: Sequence[Judgement]) -> int:
        """Add judgements that were made elsewhere, as they are, all or none; how many were new."""
        ordered = sorted(given, key=lambda one: (one.made_at, one.id))
        with self._database.writing() as connection:
            return sum(add_judgement(connection, one) for one in ordered)


def versions(connection: sa.Connection, rows: Collection[str]) -> dict[str, int]:
    """How many judgements are about each of the rows."""
    found = dict.fromkeys(sorted(rows), 0)
    for subjects in connection.scalars(sa.select(judgements.c.subjects)):
        for row in set(json.loads(subjects)) & found.keys():
            found[row] += 1
    return found


def _kept(connection: sa.Connection, judgement_id: str) -> Judgement | None:
    row = connection.execute(sa.select(judgements).where(judgements.c.id == judgement_id)).mappings().one_or_none()
    return as_judgement(row) if row is not None else None


def _same(made: Sequence[Judgement], kept: Sequence[Judgement | None]) -> tuple[Judgement, ...]:
    if any(replace(one, made_at=each.made_at) != each for one, each in zip(made, kept, strict=True) if each) or not all(
        kept
    ):
        raise UsageError(Saying.ANOTHER_EDIT.of(), advice=Saying.OWN_KEY.of())
    return tuple(one for one in kept if one is not None)


def _refuse_withdrawn(connection: sa.Connection, one: Judgement) -> None:
    if one.withdraws is None:
        return
    table = judgements.c
    made = connection.execute(sa.select(table.made_at, table.id, table.withdraws).where(table.withdraws.is_not(None)))
    void = taken_back((dt.datetime.fromisoformat(at), row, withdrawn) for at, row, withdrawn in made)
    if one.withdraws in void:
        raise UsageError(Saying.WITHDRAWN_ALREADY.of(id=one.withdraws), advice=Saying.SEE_AUDIT.of())


def _conflict(changed: Sequence[str], current: Mapping[str, int]) -> ConflictError:
    return ConflictError(
        Saying.DECIDED_MEANWHILE.of(line=", ".join(changed[:3])),
        advice=Saying.DECIDE_ANEW.of(),
        current=current,
    )
