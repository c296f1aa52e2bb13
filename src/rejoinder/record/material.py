"""What the views are made from: the account, and the documents that it was made from, by their ids."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from rejoinder.record.remembered import RememberedRows
from rejoinder.record.view_rows import SEPARATOR, EventCode
from rejoinder.types.account import Account, Event, Issue, Party, Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span, covering

_Row = TypeVar("_Row")
Coding = Callable[[str, str, str], EventCode | None]
QUOTE_LIMIT = 300
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_NO_CODES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """How many documents stand behind a row, how many of them are no copies, and when the first was published."""

    n_articles: int
    n_origins: int
    known_from: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words that show a row best, and where they stand."""

    quote: str | None = None
    document: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """An account and its documents; `known_at` is the day to which the documents are limited (None: all of them).

    `settled` are the rows on which a person has decided, `held` those that were put aside."""

    account: Account
    reported: tuple[Reported, ...]
    known_at: dt.date | None
    codes: Mapping[str, str]
    coding: Coding | None
    documents: Mapping[str, Reported]
    moves: Mapping[str, Move]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    event_of: Mapping[str, str]
    parties: Mapping[str, Party]
    issues: Mapping[str, Issue]
    settled: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    remembered: RememberedRows | None = None

    def made(self, view: str, one: object, beside: tuple[object, ...], make: Callable[[], _Row]) -> _Row:
        """The row of a view: one that is remembered where it was made of the same, else made now.

        `beside` is all that the row is made from besides the value and what is fixed: documents and vocabulary."""
        return make() if self.remembered is None else self.remembered.row(view, one, beside, make)

    def name(self, party: str) -> str:
        """The name of a party's id; anything else (`narrator`, a description) as it is."""
        return self.parties[party].name if party in self.parties else party

    def names(self, parties: Iterable[str]) -> str:
        """The names of parties, in their order."""
        return joined(self.name(party) for party in parties)

    def line(self, party: str) -> tuple[str, ...]:
        """The party, the one for which it acts, the one for which that acts, and so on."""
        found = [party]
        while party in self.parties and (principal := self.parties[party].principal) and principal not in found:
            found.append(principal)
            party = principal
        return tuple(found)

    def code(self, party: str) -> str | None:
        """The ISO 3166 code of a party, or of the one for which it acts."""
        return next((code for each in self.line(party) if (code := self.codes.get(self.name(each)))), None)

    def codes_of(self, parties: Iterable[str]) -> str:
        """The codes of parties, in their order."""
        return joined(self.code(party) or "-" for party in parties)

    def codes_of_refs(self, refs: Iterable[PartyRef]) -> str:
        """The codes of parties as a document names them, or of those for whom they act."""
        return joined(self.codes.get(ref.name) or self.codes.get(ref.acts_for) or "-" for ref in refs)

    def issue_names(self, issues: Iterable[str]) -> str:
        """The labels of issues, in their order."""
        return joined(self.issues[issue].name if issue in self.issues else issue for issue in issues)

    def event_code(self, kind: str, modality: str, words: str) -> EventCode | None:
        """How other event data would code it; None where no coding was given."""
        return self.coding(kind, modality, words) if self.coding else None

    def witnesses(self, rows: Iterable[str]) -> Witnesses:
        """The documents in which these statements and moves stand."""
        return witnesses(self.documents[each] for each in {self._place(row)[0] for row in rows if self._has(row)})

    def source(self, rows: Iterable[str]) -> Source:
        """The words of the earliest of these statements and moves."""
        places = sorted((self._rank(row), row) for row in rows if self._has(row))
        if not places:
            return Source()
        first = places[0][1]
        told = self.documents[self._place(first)[0]]
        spans = (self.moves[first].anchor,) if first in self.moves else self.statements[first].content
        return Source(quote=quoted(told.text, *spans), document=told.name, outlet=told.outlet)

    def _has(self, row: str) -> bool:
        return (row in self.moves or row in self.statements) and self._place(row)[0] in self.documents

    def _place(self, row: str) -> tuple[str, Span]:
        if row in self.moves:
            return self.moves[row].document_id, self.moves[row].anchor
        return self.statements[row].document_id, covering(self.statements[row].content)

    def _rank(self, row: str) -> tuple[bool, dt.date, str, int]:
        """Moves before statements, then by day of publication, name of the document, and place."""
        document, span = self._place(row)
        told = self.documents[document]
        return row not in self.moves, told.published.last if told.published else dt.date.max, told.name, span.start


def gather(
    account: Account,
    reported: Sequence[Reported],
    *,
    codes: Mapping[str, str] = _NO_CODES,
    coding: Coding | None = None,
    known_at: dt.date | None = None,
    settled: frozenset[str] = frozenset(),
    held: frozenset[str] = frozenset(),
    remembered: RememberedRows | None = None,
) -> Material:
    """The material of the views.

    `codes` gives ISO 3166 codes by party name, `coding` what other event data make of a kind, modality and words."""
    ordered = tuple(sorted(reported, key=lambda one: (one.name, one.document_id)))
    return Material(
        account=account,
        reported=ordered,
        known_at=known_at,
        codes=codes,
        coding=coding,
        documents={one.document_id: one for one in ordered},
        moves={move.id: move for one in ordered for move in one.extraction.moves},
        statements={statement.id: statement for one in ordered for statement in one.extraction.statements},
        events={event.id: event for event in account.events},
        event_of={move: event.id for event in account.events for move in event.moves},
        parties={party.id: party for party in account.parties},
        issues={issue.id: issue for issue in account.issues},
        settled=settled,
        held=held,
        remembered=remembered,
    )


def witnesses(documents: Iterable[Reported]) -> Witnesses:
    """How many these documents are, copies of one story counted apart and once."""
    told = list(documents)
    days = [one.published.last for one in told if one.published]
    origins = {one.origin or one.document_id for one in told}
    return Witnesses(n_articles=len(told), n_origins=len(origins), known_from=min(days, default=None))


def joined(values: Iterable[str]) -> str:
    """Several values as one; a separator inside one of them is softened, so that they can be told apart again."""
    return SEPARATOR.join(folded(value).replace(SEPARATOR, ", ") for value in values)


def folded(text: str) -> str:
    """On one line: runs of blanks and control characters as one blank."""
    return _BLANKS.sub(" ", text).strip()


def quoted(text: str, *spans: Span) -> str:
    """The words there, on one line, at most `QUOTE_LIMIT` characters; between pieces stands an ellipsis."""
    words = folded(" … ".join(span.of(text) for span in spans))
    return words if len(words) <= QUOTE_LIMIT else words[: QUOTE_LIMIT - 1].rstrip() + "…"
