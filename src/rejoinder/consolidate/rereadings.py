"""Clauses that were read twice: two moves of different kinds out of nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rejoinder.consolidate.tellings import Telling
from rejoinder.types.span import Span

# Shared over all characters of two anchors above which they are one clause.
_ONE_CLAUSE = 0.6
# Who denies in the clause that tells what is denied does a second thing there.
_APART = "deny"


def rereadings(tellings: Sequence[Telling]) -> Mapping[int, int]:
    """From the place of each less sure reading of a clause to that of the surest one, the same party acting."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        by_document[telling.document_id].append(at)
    found: dict[int, int] = {}
    for places in by_document.values():
        for at, other in _in_one_clause(places, tellings):
            first, second = sorted((at, other), key=lambda i: (-tellings[i].move.score, i))
            if second not in found and first not in found:
                found[second] = first
    return {second: _surest(first, found) for second, first in found.items()}


def _surest(first: int, found: Mapping[int, int]) -> int:
    while first in found:
        first = found[first]
    return first


def _in_one_clause(places: Sequence[int], tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    pairs = []
    for i, at in enumerate(places):
        for other in places[i + 1 :]:
            if tellings[other].move.anchor.start >= tellings[at].move.anchor.end:
                break
            if _one_act(tellings[at], tellings[other]):
                pairs.append((at, other))
    return pairs


def _one_act(a: Telling, b: Telling) -> bool:
    if (a.kind == _APART) != (b.kind == _APART) or (a.actors and b.actors and not a.actors & b.actors):
        return False
    return _shared(a.move.anchor, b.move.anchor) >= _ONE_CLAUSE


def _shared(a: Span, b: Span) -> float:
    return (min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))
