"""Which parties a document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.scene import KnownMention, principal_of
from rejoinder.types.annotation import Mention, PartyRef
from rejoinder.vocabulary.parties import type_of

_OFTEN = 2


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda n: (-counts[n], n))


def states_of(
    names: Sequence[KnownMention], people: Mapping[str, PartyRef], persons: Sequence[PersonMention]
) -> tuple[PartyRef, ...]:
    """The state that the document is about, and a second one that is named nearly as often; one who acts for a state
    counts for it."""
    count = Counter(n.party.name for n in names if n.party.type == "state")
    count.update(people[p.name].principal or "" for p in persons)
    states = [n for n in _ranked(count) if n and type_of(n) == "state"]
    enough = [n for n in states[:2] if count[n] >= 0.4 * count[states[0]]]
    return tuple(PartyRef(name=n, type="state") for n in enough)


def main_parties(
    names: Sequence[KnownMention], people: Mapping[str, PartyRef], persons: Sequence[PersonMention]
) -> tuple[PartyRef, ...]:
    """The two parties that are named most, themselves or by those who act for them; fewer where there are not two."""
    count: Counter[str] = Counter()
    parties: dict[str, PartyRef] = {}
    for party in [*(n.party for n in names), *(people[p.name] for p in persons)]:
        acting = replace(principal_of(party), role=None)
        if acting.type in ("state", "organisation", "group"):
            count[acting.name] += 1
            parties.setdefault(acting.name, acting)
    ranked = sorted(count, key=lambda n: (-count[n], n))[:2]
    return tuple(parties[n] for n in ranked)


def main_of(mentions: Sequence[Mention]) -> tuple[PartyRef, ...]:
    """The two parties that the mentions of a document stand for most often, those counted that name or describe one
    party by itself; fewer where the second is hardly named."""
    count: Counter[str] = Counter()
    parties: dict[str, PartyRef] = {}
    for mention in mentions:
        if mention.kind in ("name", "role", "demonym") and len(mention.parties) == 1:
            acting = replace(principal_of(mention.parties[0]), role=None, inferred=False)
            if acting.type in ("state", "organisation", "group") and acting.anonymity == "named":
                count[acting.name] += 1
                parties.setdefault(acting.name, acting)
    return tuple(parties[n] for n in _ranked(count)[:2] if count[n] >= _OFTEN)
