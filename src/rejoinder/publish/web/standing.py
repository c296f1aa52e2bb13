"""What has been decided so far, and how much of it is not yet in the account."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from rejoinder.record.judgements import all_judgements
from rejoinder.types.judgement import Judgement, in_force, withdrawn_by

if TYPE_CHECKING:
    from rejoinder.consolidate import Rulings

_CHANGE_NOTHING = ("right", "unsure")


@dataclass(frozen=True)
class Standing:
    """Every judgement in the order in which they were made; the account was made when there were `judged`."""

    judgements: Sequence[Judgement]
    judged: int

    @cached_property
    def force(self) -> frozenset[str]:
        """The judgements (ids) that nobody has taken back."""
        return frozenset(one.id for one in in_force(self.judgements))

    @cached_property
    def decided(self) -> Rulings:
        """What they come to."""
        from rejoinder.consolidate import rulings

        return rulings(self.judgements)

    @cached_property
    def withdrawn_by(self) -> Mapping[str, str]:
        """For each judgement that is out of force, the one that takes it back."""
        return withdrawn_by(self.judgements)

    @cached_property
    def pending(self) -> int:
        """How many judgements came after the account and change something in it."""
        weighty: set[str] = set()  # lines of which something was decided that a later word may undo
        found = 0
        for at, one in enumerate(self.judgements):
            plain = one.decision in _CHANGE_NOTHING and not one.withdraws
            found += at >= self.judged and not (plain and weighty.isdisjoint(one.subjects))
            if not plain:
                weighty.update(one.subjects)
        return found

    def decided_on(self, row: Mapping[str, Any]) -> bool:
        """Whether somebody has decided on a doubtful line since the account was made."""
        subjects = row["subjects"].split("; ")
        if len(subjects) == 2:
            pair = (subjects[0], subjects[1])
            if pair in self._answered:
                return True
        held = row["id"] in self.decided.held and "put-aside" not in row["reasons"]
        return held or row["id"] in self.decided.settled

    @cached_property
    def _answered(self) -> frozenset[tuple[str, str]]:
        return frozenset((*self.decided.answers, *self.decided.no_answers))

    def about(self, row: str) -> list[Judgement]:
        """The judgements on a line, the latest first."""
        return [one for one in reversed(self.judgements) if row in one.subjects]

    def version(self, row: str) -> int:
        """How many judgements are about the line: another number whenever anybody decides on it."""
        return len(self.about(row))

    def last_of(self, name: str) -> Judgement | None:
        """The last judgement of this person that is in force."""
        return next((one for one in reversed(self.judgements) if one.by == name and one.id in self.force), None)


class Standings:
    """The standing of the record as it is, made once for each number of judgements."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: Standing | None = None

    def of(self, connection: sa.Connection, count: int, judged: int) -> Standing:
        """The standing of a record with so many judgements, of which so many are in the account."""
        with self._lock:
            last = self._last
        if last is not None and len(last.judgements) == count and last.judged == judged:
            return last
        made = Standing(all_judgements(connection), judged)
        with self._lock:
            self._last = made
        return made
