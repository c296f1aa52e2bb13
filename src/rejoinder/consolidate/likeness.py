"""How alike two tellings are: in words, parties, days."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import SameAct

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
MONTH = 30
SAMPLE = 6
# Characters between two moves of one document that are close to each other, or far apart.
CLOSE = 300
FAR = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How telling each stem is here (rare ones weigh more), and how often acts of a kind by a party are told."""

    topic: Mapping[str, float]
    nearby: Mapping[str, float]
    such: Mapping[tuple[str, str], int]

    def alike(self, a: Telling, b: Telling) -> float:
        """Likeness of the clauses' words, 0 to 1."""
        return cosine(a.stems, b.stems, self.topic)

    def surroundings(self, a: Telling, b: Telling) -> float:
        """Likeness of the sentences' words, 0 to 1."""
        return cosine(a.nearby, b.nearby, self.nearby)

    def acts_alike(self, some: Sequence[Telling], others: Sequence[Telling]) -> float:
        """The best likeness of surroundings between two acts' tellings (the first few of each)."""
        return max(self._near(a, b) for a in some[:SAMPLE] for b in others[:SAMPLE])

    def _near(self, a: Telling, b: Telling) -> float:
        """The likeness of one's clause or sentence with the other's."""
        return max(
            cosine(a.nearby, b.nearby, self.nearby),
            cosine(a.stems, b.nearby, self.nearby),
            cosine(a.nearby, b.stems, self.nearby),
        )

    def few_such(self, a: Telling) -> float:
        """Near 1 where acts of this kind by this party are told seldom, near 0 where they are told all the time."""
        return 1 / math.sqrt(max((self.such.get((a.kind, actor), 1) for actor in sorted(a.actors)), default=1))


def rarity(tellings: Sequence[Telling]) -> Rarity:
    """What is rare among these tellings."""
    such = Counter((kind, actor) for t in tellings for actor in t.actors for kind in SIBLINGS.get(t.kind, {t.kind}))
    return Rarity(topic=_weights(t.stems for t in tellings), nearby=_weights(t.nearby for t in tellings), such=such)


def _weights(groups: Iterable[frozenset[str]]) -> Mapping[str, float]:
    listed = list(groups)
    counts = Counter(one for group in listed for one in group)
    return {one: math.log((len(listed) + 1) / (count + 0.5)) for one, count in counts.items()}


def cosine(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of stems under their weights; sums are exact, so that it is the same on every run."""
    shared = a & b
    if not shared:
        return 0.0
    length = math.sqrt(_squares(a, weight) * _squares(b, weight))
    return _squares(shared, weight) / length if length else 0.0


def _squares(stems: frozenset[str], weight: Mapping[str, float]) -> float:
    return math.fsum(weight.get(one, 1.0) ** 2 for one in stems)


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared over all; 0 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 0.0


def recipients_alike(a: Telling, b: Telling) -> float:
    """Shared over all recipients; half where one of them is not known."""
    return jaccard(a.recipients, b.recipients) if a.recipients and b.recipients else 0.5


def same_day(a: Telling, b: Telling) -> bool:
    """Whether two documents give one and the same day for it."""
    x, y = a.move.when, b.move.when
    exact = x is not None and y is not None and x.precision == y.precision == "day" and x.first == y.first
    return exact and a.document_id != b.document_id


def days_contradict(a: Telling, b: Telling) -> bool:
    """Whether both have days and these lie more than two days apart (outlets differ on the day by that much)."""
    x, y = a.move.when, b.move.when
    if not x or not y:
        return False
    slack = dt.timedelta(days=2)
    return x.first - y.last > slack or y.first - x.last > slack


def published_apart(a: Telling, b: Telling) -> int:
    """Days between the publications; 0 where one is not known."""
    return abs((a.published - b.published).days) if a.published and b.published else 0


def same_act(a: Telling, b: Telling, rare: Rarity, weigh: SameAct) -> float:
    """How far the two speak for one act; above 0 they do."""
    shared = jaccard(a.actors, b.actors)
    if b.kind not in SIBLINGS.get(a.kind, {a.kind}) or not shared:
        return -math.inf
    score = weigh.start + weigh.actors * shared + weigh.recipients * recipients_alike(a, b)
    score += weigh.topic * rare.alike(a, b) + weigh.nearby * rare.surroundings(a, b)
    score += weigh.few_such * min(rare.few_such(a), rare.few_such(b))
    score += weigh.same_kind * (a.kind == b.kind)
    score += weigh.no_word * (not a.nearby & b.nearby)
    score += weigh.same_day * same_day(a, b)
    score += weigh.days_apart * days_contradict(a, b)
    score += weigh.months_apart * min(published_apart(a, b) / MONTH, 2)
    score += weigh.other_modality * ((a.move.modality == "actual") != (b.move.modality == "actual"))
    score += weigh.other_agent * bool(a.agents and b.agents and not a.agents & b.agents)
    if a.ordinals and b.ordinals:
        score += weigh.same_number if a.ordinals & b.ordinals else weigh.other_number
    return score + _in_one_document(a, b, weigh) + _denial(a, b, weigh)


def _in_one_document(a: Telling, b: Telling, weigh: SameAct) -> float:
    """What the places of the two in one document say."""
    if a.document_id != b.document_id:
        return 0.0
    if (a.move.zone == "headline") != (b.move.zone == "headline"):
        return weigh.headline
    gap = abs(a.move.anchor.start - b.move.anchor.start)
    return weigh.one_sentence * a.sentence.touches(b.sentence) + weigh.far_in_document * (gap > FAR)


def _denial(a: Telling, b: Telling, weigh: SameAct) -> float:
    """What it says that one of the two denies the act: right after the other it denies that very act."""
    if (a.move.modality == "denied") == (b.move.modality == "denied"):
        return 0.0
    apart = abs(a.move.anchor.start - b.move.anchor.start)
    if a.kind == b.kind and a.document_id == b.document_id and apart < CLOSE:
        return weigh.denied_close - weigh.one_sentence * a.sentence.touches(b.sentence)
    return weigh.denied_without_word * (not a.stems & b.stems)
