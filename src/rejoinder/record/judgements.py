"""What people decided, and what went wrong: rows that are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from rejoinder.errors import UsageError
from rejoinder.record.codec import decode, dumps, encode
from rejoinder.record.schema import judgements, problems
from rejoinder.record.seals import sealed
from rejoinder.sayings import Saying
from rejoinder.types.document import Problem
from rejoinder.types.judgement import Judgement

_PROBLEM_FIELDS = ("source", "code", "severity", "message", "advice")


def add_judgement(connection: sa.Connection, judgement: Judgement) -> bool:
    """Whether it was new. UsageError where it withdraws one that is not there, or has the id of another."""
    if judgement.made_at.tzinfo is None:
        raise ValueError(f"{judgement.made_at} has no time zone")
    query = sa.select(judgements).where(judgements.c.id == judgement.id)
    there = connection.execute(query).mappings().one_or_none()
    if there is not None:
        if as_judgement(there) == judgement:
            return False
        raise UsageError(Saying.ANOTHER_JUDGEMENT.of(id=judgement.id), advice=Saying.NEW_ID.of())
    withdrawn = judgement.withdraws
    if withdrawn is not None and not connection.scalar(sa.select(judgements.c.id).where(judgements.c.id == withdrawn)):
        raise UsageError(Saying.NO_JUDGEMENT.of(id=repr(withdrawn)), advice=Saying.LIST_JUDGEMENTS.of())
    data = encode(judgement, Judgement)
    assert isinstance(data, dict)
    row = sealed(judgements, {**data, "subjects": dumps(data["subjects"])})
    connection.execute(sa.insert(judgements), [row])
    return True


def all_judgements(connection: sa.Connection) -> tuple[Judgement, ...]:
    """Every judgement, withdrawn ones and withdrawals too, in the order in which they were made."""
    rows = connection.execute(sa.select(judgements).order_by(judgements.c.made_at, judgements.c.id)).mappings()
    return tuple(sorted(map(as_judgement, rows), key=lambda one: (one.made_at, one.id)))


def as_judgement(row: sa.RowMapping) -> Judgement:
    """A stored row as the judgement it was. RecordError where it cannot be read."""
    data = {name: row[name] for name in Judgement.__dataclass_fields__}
    return decode({**data, "subjects": json.loads(row["subjects"])}, Judgement)


def add_problems(connection: sa.Connection, run: str, found: Iterable[Problem]) -> int:
    """How many were new in this run."""
    added = 0
    for problem in found:
        row = sealed(problems, {"run": run, **{name: getattr(problem, name) for name in _PROBLEM_FIELDS}})
        added += connection.execute(insert(problems).values(row).on_conflict_do_nothing()).rowcount
    return added


def all_problems(connection: sa.Connection, run: str | None = None) -> tuple[Problem, ...]:
    """The problems of one run, or those of all runs, each once; sorted."""
    query = sa.select(*(problems.c[name] for name in _PROBLEM_FIELDS)).distinct()
    if run is not None:
        query = query.where(problems.c.run == run)
    rows = connection.execute(query).mappings()
    return tuple(sorted(decode(dict(row), Problem) for row in rows))
