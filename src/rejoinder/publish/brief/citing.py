"""Numbered quotations: every claim of the brief points to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rejoinder.publish.evidence import Evidence, best, evidence
from rejoinder.record.material import Material
from rejoinder.types.account import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, and the numbers of the quotations that it rests on."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True)
class Quotations:
    """The quotations of one brief, numbered from 1 as they are first needed."""

    material: Material
    _numbers: dict[str, int] = field(default_factory=dict)
    _passages: list[Evidence] = field(default_factory=list)

    def marks(self, rows: Iterable[str], most: int = 3) -> tuple[int, ...]:
        """The numbers of the passages of these moves and statements: of each origin one, at most so many."""
        first: dict[str, Evidence] = {}
        for one in evidence(self.material, rows):
            first.setdefault(one.source or one.document_id, one)
        return tuple(self._number(one) for one in list(first.values())[:most])

    def best(self, event: Event) -> tuple[Evidence | None, tuple[int, ...]]:
        """The passage that shows an event best, with its number."""
        found = best(self.material, event)
        return found, (self._number(found),) if found else ()

    def claim(self, text: str, rows: Iterable[str] = (), most: int = 3) -> Claim:
        """A sentence that rests on these moves and statements."""
        return Claim(text=text, marks=self.marks(rows, most))

    @property
    def numbered(self) -> tuple[tuple[int, Evidence], ...]:
        """The passages with their numbers, in order."""
        return tuple(enumerate(self._passages, 1))

    def _number(self, passage: Evidence) -> int:
        if passage.id not in self._numbers:
            self._passages.append(passage)
            self._numbers[passage.id] = len(self._passages)
        return self._numbers[passage.id]
