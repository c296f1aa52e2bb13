"""Between whom a document's story is."""

from __future__ import annotations

from collections import Counter

from rejoinder.types.annotation import Annotation, PartyRef, PartyType
from rejoinder.vocabulary.parties import type_of

_TWO, _FEWEST, _CLEARLY = 2, 2, 1.5


def main_parties(annotation: Annotation) -> tuple[PartyRef, ...]:
    """The two principals that the document names most, themselves or by those who act for them; only the first where
    the second is hardly named, or a third is named nearly as often: then the story is not of two."""
    count: Counter[str] = Counter()
    types: dict[str, PartyType] = {}
    for mention in annotation.mentions:
        if (
            mention.kind in ("name", "role", "demonym")
            and len(mention.parties) == 1
            and mention.parties[0].type != "media"
        ):
            party = mention.parties[0]
            if party.principal or party.type in ("state", "organisation", "group"):
                count[party.acts_for] += 1
                types.setdefault(party.acts_for, type_of(party.principal) if party.principal else party.type)
    ranked = [n for n in sorted(count, key=lambda n: (-count[n], n)) if count[n] >= _FEWEST]
    if len(ranked) > _TWO and count[ranked[1]] < _CLEARLY * count[ranked[2]]:
        ranked = ranked[:1]
    return tuple(PartyRef(name=n, type=types[n]) for n in ranked[:_TWO])
