"""What must be known of the whole account to say by which values one row of it can be filtered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from rejoinder.record.codec import Json
from rejoinder.record.material import Material
from rejoinder.record.reading_days import published_documents
from rejoinder.record.referred import Referred
from rejoinder.record.row_ids import address_id, coverage_id, position_id
from rejoinder.types.account import Answer, CoverageRow, Dispute, Event, Exchange, Position

Facets = Mapping[str, Iterable[str | None]]
Described = tuple[Facets, Mapping[str, Json]]


class Known:
    """Rows of the account by the ids of the views, and who stands for whom.

    A party stands for itself and for those for whom it acts; outlets are those of the documents that tell a row."""

    def __init__(self, material: Material) -> None:
        account = material.account
        self.material = material
        self.exchanges: Mapping[str, Exchange] = {one.id: one for one in account.exchanges}
        self.answers: Mapping[str, Answer] = {one.id: one for one in account.answers}
        self.disputes: Mapping[str, Dispute] = {one.id: one for one in account.disputes}
        self.positions: Mapping[str, Position] = {position_id(one): one for one in account.positions}
        self._coverage: dict[str, list[CoverageRow]] = defaultdict(list)
        for row in account.coverage:
            self._coverage[row.event].append(row)
        self._covered: dict[str, Mapping[str, CoverageRow]] = {}
        self.pairs: Mapping[str, tuple[str, str]] = {
            address_id(actor, recipient): (actor, recipient)
            for event in account.events
            for actor in event.actors
            for recipient in event.recipients
        }
        self.families: dict[str, list[str]] = defaultdict(list)
        for told in published_documents(material):
            self.families[told.origin or told.document_id].append(told.document_id)
        self.referred = Referred(material)
        self.stands_for: dict[str, set[str]] = defaultdict(set)
        for party in account.parties:
            for name in (party.id, party.name, *party.forms):
                self.stands_for[name].update(material.line(party.id))
        self._of_event: dict[str, Mapping[str, Collection[str]]] = {}
        self.said_about: dict[str, set[str]] = defaultdict(set)
        self._told_in: dict[str, list[str]] = defaultdict(list)
        for move in material.moves.values():
            if move.statement_id is not None:
                self.said_about[move.statement_id].update(self.issues_of(move.id))
                self._told_in[move.statement_id].append(move.id)

    def coverage(self, event: str, row_id: str) -> CoverageRow:
        """The row of this id, which is about this event."""
        if event not in self._covered:
            self._covered[event] = {coverage_id(row): row for row in self._coverage[event]}
        return self._covered[event][row_id]

    def parties(self, names: Iterable[str]) -> set[str]:
        """The ids of those who bear these names or ids, and of those for whom they act."""
        return {party for name in names for party in self.stands_for.get(name, ())}

    def lines(self, ids: Iterable[str]) -> set[str]:
        """The ids themselves, and those of the parties for whom they act."""
        return {each for party in ids for each in self.material.line(party)}

    def outlets(self, rows: Iterable[str]) -> set[str | None]:
        """The outlets of the documents in which these moves and statements stand."""
        found: set[str | None] = set()
        for row in rows:
            told = self.material.moves.get(row) or self.material.statements.get(row)
            if told is not None and told.document_id in self.material.documents:
                found.add(self.material.documents[told.document_id].outlet)
        return found

    def issues_of(self, move: str) -> tuple[str, ...]:
        """The issues of the event that a move is part of."""
        event = self.material.event_of.get(move)
        return self.material.events[event].issues if event else ()

    def events_told(self, rows: Iterable[str]) -> list[str]:
        """The events (ids, sorted) that these moves tell, and these statements where none of their moves is named."""
        named = set(rows)
        inside = [told for row in named if named.isdisjoint(told := self._told_in.get(row, []))]
        moves = named.union(*inside)
        return sorted({self.material.event_of[move] for move in moves if move in self.material.event_of})

    def of_event(self, event_id: str) -> Mapping[str, Collection[str]]:
        """Who takes part in an event, and what it is about; nothing where the account has no such event."""
        if event_id not in self._of_event:
            event = self.material.events.get(event_id)
            self._of_event[event_id] = (
                {"party": self.parties((*event.actors, *event.recipients)), "issue": event.issues} if event else {}
            )
        return self._of_event[event_id]

    def events(self, ids: Iterable[str]) -> list[Event]:
        """Those of the events that the account has."""
        return [self.material.events[each] for each in ids if each in self.material.events]
