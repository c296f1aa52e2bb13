"""Accounts that the reader takes to be incompatible, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rejoinder.consolidate.clashes import Clash, nearest
from rejoinder.consolidate.compared import Compared
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.tellings import Telling, beside
from rejoinder.consolidate.weights import Opposing

_FIRST = 3
"""Of an act that is told very often so many tellings are compared."""


def read_clashes(acts: Sequence[Act], rare: Rarity, compared: Compared, weigh: Opposing) -> Iterator[Clash]:
    """Two acts with a party in common, told by different voices on one matter, that the reader takes to clash."""
    by_party: dict[str, list[Act]] = defaultdict(list)
    for one in acts:
        for party in sorted(one.actors | one.recipients):
            by_party[party].append(one)
    pairs = {
        (a.id, b.id): (a, b)
        for party in sorted(by_party)
        for a in by_party[party]
        for b in nearest(by_party[party], a.order)
        if a.order < b.order
    }
    told = [(a, b, x, y) for a, b in pairs.values() for x, y in _tellings(a, b, rare, weigh)]
    likely = compared.clashes([(x, y) for _, _, x, y in told])
    best: dict[tuple[str, str], float] = {}
    for (a, b, _, _), value in zip(told, likely, strict=True):
        best[a.id, b.id] = max(best.get((a.id, b.id), 0.0), value)
    for key in sorted(best, key=lambda k: (-best[k], k)):
        if best[key] >= weigh.read_least:
            a, b = pairs[key]
            yield Clash(one=a.tellings, other=b.tellings, rule="clash.read", score=weigh.read * best[key])


def _tellings(a: Act, b: Act, rare: Rarity, weigh: Opposing) -> Iterator[tuple[Telling, Telling]]:
    """The pairs of tellings that may clash: close to each other or about one matter, and not in one voice."""
    for x in a.tellings[:_FIRST]:
        for y in b.tellings[:_FIRST]:
            if x.voices and x.voices == y.voices:
                continue
            if beside(x, y) or rare.nearby.cosine(x.nearby, y.nearby) >= weigh.read_topic:
                yield x, y
