"""The parties and how often they are met, as flat rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rejoinder.record.columns import witness_columns
from rejoinder.record.filters import Named, chosen
from rejoinder.record.material import Material, folded, joined, witnesses
from rejoinder.record.reading_days import listed_move, published_by
from rejoinder.record.reading_rows import PartyRow
from rejoinder.record.referred import Referred
from rejoinder.types.account import Party


def party_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[PartyRow, ...]:
    """The parties by name, with what each, or who acts for it, says and does. An issue keeps those who act in it, a day
    those met by then."""
    wanted = chosen(material, party, issue)
    issues: dict[str, set[str]] = defaultdict(set)
    for event in material.account.events:
        for one in (*event.actors, *event.recipients):
            issues[one].update(event.issues)
    met = _Meetings(material)
    listed = [one for one in material.account.parties if material.account.as_of is None or met.by_then(one.id)]
    rows = [_row(material, one, met) for one in listed if wanted.wants([one.id], issues[one.id])]
    return tuple(sorted(rows, key=lambda row: (row.name, row.id)))


class _Meetings:
    """How often each party (id) is met, counted in one pass over all that was read and is listed on the day."""

    def __init__(self, material: Material) -> None:
        referred = Referred(material)
        self._lines = {party.id: material.line(party.id) for party in material.account.parties}
        self.statements: Counter[str] = Counter()
        self.moves: Counter[str] = Counter()
        self.documents: dict[str, dict[str, None]] = defaultdict(dict)
        events = material.account.events
        self.events = Counter(each for event in events for each in self._met(event.actors))
        self._in_events = self._met(each for event in events for each in (*event.actors, *event.recipients))
        for told in material.reported:
            if not published_by(material, told):
                continue
            for statement in told.extraction.statements:
                self._count(self.statements, told.document_id, referred.by(statement.speakers))
            for move in told.extraction.moves:
                if listed_move(material, told, move):
                    self._count(self.moves, told.document_id, referred.acting(move))
            self._count(Counter(), told.document_id, referred.by(told.extraction.parties))

    def by_then(self, party: str) -> bool:
        """Whether an article or an event that is listed on the day has the party in it."""
        return party in self.documents or party in self._in_events

    def _met(self, parties: Iterable[str]) -> set[str]:
        """The parties and those for whom they act."""
        return {each for party in parties for each in self._lines.get(party, ())}

    def _count(self, counts: Counter[str], document: str, parties: Iterable[str]) -> None:
        met = self._met(parties)
        counts.update(met)
        for party in met:
            self.documents[party][document] = None


def _row(material: Material, one: Party, met: _Meetings) -> PartyRow:
    return PartyRow(
        id=one.id,
        name=folded(one.name),
        type=one.type,
        code=material.code(one.id),
        principal=material.name(one.principal) if one.principal else None,
        role=one.role,
        forms=joined(one.forms),
        n_statements=met.statements[one.id],
        n_moves=met.moves[one.id],
        n_events=met.events[one.id],
        **witness_columns(witnesses(material.documents[each] for each in met.documents[one.id])),
    )
