"""The organisations of a document by place, and which of them a person beside them acts for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rejoinder.types.annotation import PartyRef
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_OF = re.compile(r"\s(?:of|from|at|for)\s(?:the\s)?")
_POSSESSIVE_BEFORE = re.compile(r"(?:['’]s|(?<=s)['’])\s$")
_WHO = re.compile(
    r",\swho\s(?:(?:is|was|has\sbeen|had\sbeen|heads|headed|leads|led|runs|ran|chairs|chaired)\b|(?P<for>(?:speaks|spoke|works|worked|"
    r"negotiates|negotiated)\b))[^,.;:\n]{0,80}"
)
_FIELD = re.compile(r"\b(?:for|on)\s(?:the\s)?(?:[A-Z][\w-]+(?:, |\s(?:and\s)?)){0,3}$")


class Affiliations:
    """Known and local organisation names of a document, by place, as parties."""

    def __init__(self, parties: Mapping[Span, PartyRef]) -> None:
        self._places = Places((span, (span, party)) for span, party in parties.items())
        self._starts = {span.start: party for span, party in parties.items()}
        self._ends = {span.end: party for span, party in parties.items()}

    def within(self, place: Span) -> Sequence[tuple[Span, PartyRef]]:
        """The names in `place`, in text order."""
        return self._places.within(place)

    def touch(self, place: Span) -> bool:
        """Whether a name shares a character with `place`."""
        return bool(self._places.touching(place))

    def beginning(self, at: int) -> PartyRef | None:
        """The party whose name begins there."""
        return self._starts.get(at)

    def ending(self, at: int) -> PartyRef | None:
        """The party whose name ends there, its possessive left out or not."""
        return self._ends.get(at) or self._ends.get(at + 2) or self._ends.get(at + 1)


def acting_for(party: PartyRef) -> PartyRef:
    """The state for which an institution acts, else the party itself."""
    return PartyRef(name=party.principal, type="state") if party.principal else party


def principal_in(text: str, affiliations: Affiliations, place: Span) -> tuple[PartyRef | None, Span | None]:
    """Whom a title names, and where; what it is for ("for European affairs") is not whom its holder acts for."""
    named = affiliations.within(place)
    found = [n for n in named if not _FIELD.search(text, place.start, n[0].start)] or named
    if not found:
        return None, None
    span, party = found[0]
    return acting_for(party), span


def beside(text: str, name: Span, affiliations: Affiliations) -> PartyRef | None:
    """Whom a possessive right before a name or an "of" right after it gives ("Chile’s X", "X of Chile")."""
    lead = _POSSESSIVE_BEFORE.search(text, max(0, name.start - 4), name.start)
    before = affiliations.ending(lead.start()) if lead else None
    if before is not None:
        return acting_for(before)
    of = _OF.match(text, name.end)
    after = affiliations.beginning(of.end()) if of else None
    if of is None or after is None:
        return _in_clause(text, name, affiliations)
    return None if after.type == "state" and not of.group().startswith(" of") else after


def _in_clause(text: str, name: Span, affiliations: Affiliations) -> PartyRef | None:
    """Whom a clause behind a name gives (", who is responsible for Europe at the State Department")."""
    clause = _WHO.match(text, name.end)
    for of in _OF.finditer(text, *clause.span()) if clause else ():
        party = affiliations.beginning(of.end())
        fits = of.group().startswith((" of", " at")) or (clause is not None and clause["for"])
        if party is not None and party.type != "media" and fits:
            return acting_for(party)
    return None
