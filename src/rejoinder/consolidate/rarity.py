"""How telling words and acts are among these documents, and how alike two tellings are by them and by a model."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.consolidate.tellings import Telling
from rejoinder.types.likeness import Comparing, Likeness, uncompared

_KINDS = {
    "paper": "propose demand request offer invite deliver reply",
    "yes": "reply accept",
    "no": "reply reject",
    "bargain": "accept agree",
    "joint": "meet agree restore",
    "menace": "warn threaten",
    "still": "acknowledge reply",
    "mute": "ignore reply",
    "halt": "suspend withdraw sanction",
    "harm": "attack mobilise",
}
SIBLINGS: Mapping[str, frozenset[str]] = {
    kind: frozenset(other for kinds in _KINDS.values() if kind in kinds.split() for other in kinds.split()) | {kind}
    for kind in {*" ".join(_KINDS.values()).split(), "accuse", "deny", "support", "aid"}
}
SAMPLE = 6
Stems = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The weight of each stem, squared (rare ones weigh more), and the length of each set of stems that was counted."""

    squares: Mapping[str, float]
    lengths: Mapping[Stems, float]

    def cosine(self, a: Stems, b: Stems) -> float:
        """Likeness of two sets of stems, 0 to 1; sums are exact, so that it is the same on every run."""
        shared = a & b
        if not shared:
            return 0.0
        length = self._length(a) * self._length(b)
        return math.fsum(self.squares.get(one, 1.0) for one in shared) / length if length else 0.0

    def _length(self, stems: Stems) -> float:
        known = self.lengths.get(stems)
        return known if known is not None else _length(stems, self.squares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How telling each stem is here, in clauses and in sentences, how often acts of a kind by a party are told, and
    what a model makes of two of them."""

    topic: Words
    nearby: Words
    such: Mapping[tuple[str, str], int]
    compare: Comparing = uncompared

    def alike(self, a: Telling, b: Telling) -> float:
        """Likeness of the clauses' words, 0 to 1."""
        return self.topic.cosine(a.stems, b.stems)

    def surroundings(self, a: Telling, b: Telling) -> float:
        """Likeness of the sentences' words, 0 to 1."""
        return self.nearby.cosine(a.nearby, b.nearby)

    def acts_alike(self, some: Sequence[Telling], others: Sequence[Telling]) -> float:
        """The best likeness between the first few tellings of two acts: of sentences, or of clause and sentence."""
        return max(self._near(a, b) for a in some[:SAMPLE] for b in others[:SAMPLE])

    def _near(self, a: Telling, b: Telling) -> float:
        if not a.nearby & b.nearby:
            return 0.0
        pairs = ((a.nearby, b.nearby), (a.stems, b.nearby), (a.nearby, b.stems))
        return max(self.nearby.cosine(x, y) for x, y in pairs)

    def ahead(self, pairs: Iterable[tuple[Sequence[Telling], Sequence[Telling]]]) -> None:
        """Have the model compare the first few tellings of these acts, the first with the second, all together before
        it is asked."""
        self.compare.ahead((one, other) for some, others in pairs for one in _traces(some) for other in _traces(others))

    def likely_same(self, a: Telling, b: Telling) -> float | None:
        """How likely the model takes both for one event, 0 to 1; here and below None where it has not read them."""
        return max((one.same for one in self._compared([a], [b])), default=None)

    def likely_answer(self, some: Sequence[Telling], others: Sequence[Telling]) -> float | None:
        """How likely the model takes the first act for an answer to the second, by their first few tellings."""
        found = (self.compare(one, other) for one in _traces(some) for other in _traces(others))
        return max((one.answers for one in found if one), default=None)

    def likely_clash(self, some: Sequence[Telling], others: Sequence[Telling]) -> float | None:
        """How likely the model takes it that both acts cannot be true, by their first few tellings."""
        return max((one.clash for one in self._compared(some, others)), default=None)

    def _compared(self, some: Sequence[Telling], others: Sequence[Telling]) -> Iterator[Likeness]:
        """In both directions."""
        for one in _traces(some):
            for other in _traces(others):
                yield from (found for found in (self.compare(one, other), self.compare(other, one)) if found)

    def few_such(self, a: Telling) -> float:
        """Near 1 where acts of this kind by this party are told seldom, near 0 where they are told all the time."""
        return 1 / math.sqrt(max((self.such.get((a.kind, actor), 1) for actor in a.actors), default=1))


def _traces(some: Sequence[Telling]) -> list[str]:
    """Those of the first few that have left one."""
    return [t.move.trace for t in some[:SAMPLE] if t.move.trace]


def rarity(tellings: Sequence[Telling], compare: Comparing = uncompared) -> Rarity:
    """What is rare among these tellings, and what the model that compares makes of them."""
    such = Counter((kind, actor) for t in tellings for actor in t.actors for kind in SIBLINGS.get(t.kind, {t.kind}))
    nearby = _squares(t.nearby for t in tellings)
    return Rarity(
        topic=_words(_squares(t.stems for t in tellings), [t.stems for t in tellings]),
        nearby=_words(nearby, [stems for t in tellings for stems in (t.nearby, t.stems)]),
        such=such,
        compare=compare,
    )


def _words(squares: Mapping[str, float], counted: Iterable[Stems]) -> Words:
    return Words(squares=squares, lengths={stems: _length(stems, squares) for stems in counted})


def _squares(groups: Iterable[Stems]) -> Mapping[str, float]:
    listed = list(groups)
    counts = Counter(one for group in listed for one in group)
    return {one: math.log((len(listed) + 1) / (count + 0.5)) ** 2 for one, count in counts.items()}


def _length(stems: Stems, squares: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(squares.get(one, 1.0) for one in stems))
