"""Several who are counted together: "the three", "all four governments", "these four leaders"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, takewhile

from rejoinder.annotate.scene import Scene, Walk, principal_of
from rejoinder.types.annotation import Mention, PartyRef
from rejoinder.types.span import Span

_NUMBERS = {"three": 3, "four": 4}
COUNTED = re.compile(
    r"\b(?:the|these|those|all|all of the|each of the)\s(?P<number>three|four)\b"
    r"(?:\s(?:countries|states|nations|governments|capitals|powers|parties|sides|leaders|presidents|ministers|"
    r"delegations|neighbou?rs|teams|men|women|delegates|negotiators|unions|companies|heads of \w+))?"
    r"(?!\s(?:[a-z]+s|[a-z]*(?:point|day|hour|week|month|year)[\w-]*)\b)",
    re.IGNORECASE,
)
"""A number of parties; one of other things ("the three points") is none."""
_OF_ANY_SORT = re.compile(r"\b(?:parties|sides|delegations|teams|negotiators|unions|companies)$", re.IGNORECASE)
"""Nouns for parties among which there may be organisations."""
_FARTHEST = 3
"""Sentences back in which they have been named."""
_MOST = 40
"""Mentions back: a sentence may be a list of hundreds."""


def counts(scene: Scene) -> Iterator[Span]:
    """Where parties are counted, in text order."""
    for sentence in scene.sentences:
        for match in COUNTED.finditer(scene.text, sentence.span.start, sentence.span.end):
            yield Span(start=match.start(), end=match.end())


def counted(walk: Walk, sentence: int, span: Span) -> tuple[PartyRef, ...]:
    """Those who were named last, where just as many of them act for different parties as the words say: in this
    sentence before them, else in this one and the one before, and so on; nobody where that never comes out."""
    match = COUNTED.match(walk.scene.text, span.start)
    if match is None:
        return ()
    number = _NUMBERS[match["number"].lower()]
    floors = [walk.scene.sentences[max(0, sentence - back)].span.start for back in range(_FARTHEST + 1)]
    lately = islice(reversed(walk.mentions), _MOST)
    near = [*takewhile(lambda m: m.span.start >= floors[-1], lately)][::-1]
    alone = _just_as_many(near, number, floors, span, ("state", "group"))
    if alone or not _OF_ANY_SORT.search(match.group()):
        return alone
    return _just_as_many(near, number, floors, span, ("state", "group", "organisation"))


def _just_as_many(
    near: Sequence[Mention], number: int, floors: Sequence[int], span: Span, types: Collection[str]
) -> tuple[PartyRef, ...]:
    """Those of these types, and for whom persons act, in the fewest sentences that name as many as the number."""
    for floor in floors:
        named = [
            principal_of(p)
            for m in near
            if floor <= m.span.start and m.span.end <= span.start and m.kind != "place" and len(m.parties) == 1
            for p in m.parties
            if p.anonymity == "named" and (p.type in types or (p.type == "person" and p.principal))
        ]
        found = tuple(dict.fromkeys(named))
        if len(found) >= number:
            return found if len(found) == number else ()
    return ()
