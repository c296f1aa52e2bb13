"""What the tagger reads of whom words stand for, and for whom somebody acts, as parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.scene import KnownMention, Walk, principal_of
from rejoinder.types.annotation import PartyRef, ReferenceReading
from rejoinder.types.places import Places
from rejoinder.types.span import Span

SURE = 0.6


def read_parties(walk: Walk, span: Span) -> tuple[PartyRef, ...]:
    """The parties that the tagger reads for the words at `span`; empty where it is not sure or names nobody known."""
    reference = walk.scene.references.at(span)
    if reference is None or reference.name is None or reference.score < SURE:
        return ()
    return parties_there(walk, reference.name)


def read_principal(walk: Walk, span: Span) -> PartyRef | None:
    """For whom the one at `span` acts by the tagger, or None."""
    reference = walk.scene.references.at(span)
    if reference is None or reference.principal is None:
        return None
    found = parties_there(walk, reference.principal)
    return principal_of(found[0]) if found else None


def parties_there(walk: Walk, place: Span) -> tuple[PartyRef, ...]:
    """The parties named at a place, before or after; several where several names stand in it."""
    mentions = [m for m in walk.mentions if m.span.touches(place) and m.kind != "pronoun"]
    outer = [m for m in mentions if not any(o is not m and o.span.holds(m.span) for o in mentions)]
    named = [m for m in outer if m.kind != "demonym"]
    if outer := named or outer:
        return tuple(dict.fromkeys(p for m in outer for p in m.parties))
    persons = [walk.scene.people[p.name] for p in walk.persons.touching(place)]
    return tuple(dict.fromkeys(persons or [n.party for n in walk.names.touching(place)]))


def read_principals(
    references: Sequence[ReferenceReading], persons: Sequence[PersonMention], names: Sequence[KnownMention]
) -> Mapping[str, Counter[str]]:
    """For each written personal name, how often the tagger gives each party as the one that person acts for."""
    persons_at = Places((p.whole, p) for p in persons)
    names_at = Places((n.span, n) for n in names if n.party.type != "media")
    out: dict[str, Counter[str]] = {}
    for reference in references:
        found = names_at.touching(reference.principal) if reference.principal else []
        for person in persons_at.touching(reference.mention) if found else ():
            out.setdefault(person.name, Counter())[principal_of(found[0].party).name] += 1
    return out
