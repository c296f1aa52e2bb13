"""Tellings of one act brought together: pairs from small blocks, then groups by average likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from rejoinder.consolidate.likeness import may_be_same, unread, with_reading
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.rereadings import rereadings
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import SameAct
from rejoinder.consolidate.workings import Workings

Pair = tuple[int, int]
Drafted = Callable[[Telling, Telling, Callable[[], float]], float]
# Up to this many tellings by one party all pairs are weighed; beyond it only those near in time or sharing a rare word.
ALL_PAIRS = 150
NEIGHBOURS = 12
RARE = 30
# Two groups are compared by at most this many of each one's tellings.
SAMPLE = 6


def group(
    tellings: Sequence[Telling],
    rare: Rarity,
    weigh: SameAct,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    workings: Workings | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Positions of tellings grouped by act, each group and all groups ascending.

    `together` and `apart` are pairs (lower position first) that a person has decided.
    """
    workings = workings or Workings()
    weighing = _Weighing(tellings, rare, weigh, workings)
    likeness = weighing.likeness
    forbidden: dict[int, set[int]] = defaultdict(set)
    for x, y in apart:
        forbidden[x].add(y)
        forbidden[y].add(x)
    owner = list(range(len(tellings)))
    groups: dict[int, tuple[int, ...]] = {i: (i,) for i in owner}

    def join(x: int, y: int) -> None:
        keep, gone = sorted((owner[x], owner[y]))
        groups[keep] = tuple(sorted(groups[keep] + groups.pop(gone)))
        for member in groups[keep]:
            owner[member] = keep

    for x, y in sorted(together):
        if owner[x] != owner[y]:
            join(x, y)
    again = rereadings(tellings)
    scored = sorted(_scored(tellings, weighing, workings))
    for x, y in ((x, y) for _less, x, y in scored if x not in again and y not in again):
        if owner[x] == owner[y] or _forbidden(groups[owner[x]], groups[owner[y]], forbidden):
            continue
        if _average(groups[owner[x]], groups[owner[y]], likeness, weigh) > weigh.least:
            join(x, y)
    for x, y in sorted(again.items()):
        if owner[x] != owner[y] and not _forbidden(groups[owner[x]], groups[owner[y]], forbidden):
            join(x, y)
    return tuple(groups[i] for i in sorted(groups))


class _Weighing:
    """How far two tellings, by position, speak for one act."""

    def __init__(self, tellings: Sequence[Telling], rare: Rarity, weigh: SameAct, workings: Workings) -> None:
        self._tellings, self._rare, self._weigh = tellings, rare, weigh
        self._known: Drafted = workings.pairs("same act")

    def _draft(self, x: int, y: int) -> float:
        a, b = self._tellings[x], self._tellings[y]
        return self._known(a, b, lambda: unread(a, b, self._rare, self._weigh))

    def _read(self, draft: float, x: int, y: int) -> float:
        return with_reading(draft, self._tellings[x], self._tellings[y], self._rare, self._weigh)

    def likeness(self, x: int, y: int) -> float:
        """For one pair."""
        return self._read(self._draft(x, y), x, y)

    def all_of(self, pairs: Iterable[Pair]) -> list[tuple[float, int, int]]:
        """For many: those that speak for one act, each with how far; what the model makes of them is asked for
        together."""
        drafts = {(x, y): self._draft(x, y) for x, y in pairs}
        near = [pair for pair, draft in drafts.items() if may_be_same(draft, self._weigh)]
        both_ways = (pair for x, y in near for pair in ((x, y), (y, x)))
        self._rare.ahead(((self._tellings[x],), (self._tellings[y],)) for x, y in both_ways)
        found = ((self._read(drafts[x, y], x, y), x, y) for x, y in near)
        return [row for row in found if row[0] > self._weigh.least]


def _scored(tellings: Sequence[Telling], weighing: _Weighing, workings: Workings) -> set[tuple[float, int, int]]:
    """The pairs that speak for one act, each with how far, the sign reversed."""

    def of(block: Sequence[int]) -> list[tuple[float, int, int]]:
        """By places in the block, which stay while it has the same tellings."""
        at = {x: place for place, x in enumerate(block)}
        return [(-score, at[x], at[y]) for score, x, y in weighing.all_of(set(_pairs(block, tellings)))]

    return {
        (less, block[x], block[y])
        for block in _blocks(tellings)
        for less, x, y in workings.of("blocks", tuple([id(tellings[i]) for i in block]), partial(of, block))
    }


def pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs that may report one act: with an actor in common, or none known; thinned where one actor has very many."""
    for block in _blocks(tellings):
        yield from _pairs(block, tellings)


def _blocks(tellings: Sequence[Telling]) -> list[list[int]]:
    """The tellings with one actor, and those without any."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        for actor in sorted(telling.actors) or [""]:
            blocks[actor].append(i)
    return [blocks[actor] for actor in sorted(blocks)]


def _pairs(block: Sequence[int], tellings: Sequence[Telling]) -> Iterator[Pair]:
    if len(block) <= ALL_PAIRS:
        yield from ((x, y) for at, x in enumerate(block) for y in block[at + 1 :])
    else:
        yield from _near_in_time(block)
        yield from _sharing_rare_words(block, tellings)


def _near_in_time(block: Sequence[int]) -> Iterator[Pair]:
    for at, x in enumerate(block):
        yield from ((x, y) for y in block[at + 1 : at + 1 + NEIGHBOURS])


def _sharing_rare_words(block: Iterable[int], tellings: Sequence[Telling]) -> Iterator[Pair]:
    holding: dict[str, list[int]] = defaultdict(list)
    for i in block:
        for one in sorted(tellings[i].stems):
            holding[one].append(i)
    for members in holding.values():
        if len(members) <= RARE:
            yield from ((x, y) for at, x in enumerate(members) for y in members[at + 1 :])


def _average(a: Sequence[int], b: Sequence[int], likeness: Callable[[int, int], float], weigh: SameAct) -> float:
    """The mean likeness between two groups; one pair that cannot be of one act weighs as a clear no."""
    scores = [max(likeness(x, y), weigh.start) for x in _spread(a) for y in _spread(b)]
    return sum(scores) / len(scores)


def _spread(members: Sequence[int]) -> Sequence[int]:
    """All members, or six spread evenly over them."""
    if len(members) <= SAMPLE:
        return members
    return [members[i * (len(members) - 1) // (SAMPLE - 1)] for i in range(SAMPLE)]


def _forbidden(a: Sequence[int], b: Sequence[int], forbidden: Mapping[int, set[int]]) -> bool:
    return any(forbidden[x] & set(b) for x in a if x in forbidden)
