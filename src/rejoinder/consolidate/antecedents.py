"""What an answer may be an answer to, and how likely each is."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.likeness import Rarity, cosine
from rejoinder.consolidate.stems import stem
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Answering

TABLED = frozenset({"propose", "demand", "request", "offer", "invite"})
SENT = frozenset({"deliver", "reply"})
PAPERS = frozenset({"propose", "deliver", "reply"})
_OFFERED = frozenset({"propose", "offer"})
_SAME_MATTER = 0.05
_NEXT = 300
_NEAREST = 600
# Of a party that put very much on the table: what is told beside the answer, the latest before it, the most told.
_LATEST = 40
_MOST_TOLD = 20

# What each answer usually answers; anything else on the table is less likely.
_FITS: Mapping[str, frozenset[str]] = {
    "accept": frozenset({"propose", "offer", "invite", "request"}),
    "reject": frozenset({"propose", "offer", "invite", "request", "demand"}),
    "reply": frozenset({"propose", "offer", "invite", "request", "demand", "deliver"}),
    "acknowledge": frozenset({"propose", "deliver", "reply", "invite", "request"}),
    "ignore": frozenset({"propose", "offer", "invite", "request", "deliver"}),
}
# Stems by which a later sentence takes up what was put on the table.
NAMED: Mapping[str, frozenset[str]] = {
    kind: frozenset(map(stem, words.split()))
    for kind, words in {
        "propose": "proposal propose draft plan package version terms text figure initiative",
        "demand": "demand condition ultimatum claim",
        "request": "request call appeal",
        "offer": "offer offered readiness initiative",
        "invite": "invitation invited",
        "deliver": "proposal document paper note letter message draft package version list",
        "reply": "reply answer response responded note letter",
    }.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """An act that may be what is answered, how surely, and by what: the closest that any document tells the two."""

    act: Act
    score: float
    rule: str


class Tabled:
    """All that was put on the table or sent, by party and by document."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self._by_actor: dict[str, list[Act]] = defaultdict(list)
        self._by_recipient: dict[str, list[Act]] = defaultdict(list)
        self._by_document: dict[str, list[tuple[Telling, Act]]] = defaultdict(list)
        for one in acts:
            if one.kinds & (TABLED | SENT) and one.modality != "denied":
                for actor in sorted(one.actors):
                    self._by_actor[actor].append(one)
                for recipient in sorted(one.recipients):
                    self._by_recipient[recipient].append(one)
                for telling in one.tellings:
                    self._by_document[telling.document_id].append((telling, one))
        self._everybody = frozenset(self._by_actor)

    def antecedents(self, one: Act, rare: Rarity, weigh: Answering, kinds: frozenset[str]) -> list[Antecedent]:
        """What of these kinds the act may answer, likeliest first."""
        others = [other for other in self._candidates(one) if other.kinds & kinds]
        nearest = self._nearest(one, {other.id for other in others})
        found = []
        for other in others:
            if _too_late(one, other):
                continue
            rule = _closest(one, other)
            alike = rare.acts_alike(one.tellings, other.tellings)
            score = _likeliness(one, other, weigh) + weigh.topic * alike + _closeness_score(rule, weigh)
            score += weigh.nothing_shared * (rule == "topic" and not alike)
            score += weigh.nearest * (other.id in nearest) + weigh.superseded * _superseded(other, others, one, rare)
            found.append(Antecedent(act=other, score=round(score, 6), rule=rule))
        return sorted(found, key=lambda a: (-a.score, -a.act.order, a.act.id))

    def papers(self, one: Act, rare: Rarity, weigh: Answering) -> list[Antecedent]:
        """The papers that its recipient had sent to its sender, likeliest first."""
        found = self.antecedents(one, rare, weigh, PAPERS)
        return [a for a in found if a.act.recipients & one.actors and a.act.actors & one.recipients]

    def _candidates(self, one: Act) -> list[Act]:
        """What the other side put on the table, or was put to the one who answers: all, or of very much a part."""
        found: dict[str, Act] = {}
        for actor in sorted((one.recipients or self._everybody) - one.actors):
            found |= {other.id: other for other in _few(self._by_actor.get(actor, []), one)}
        for actor in sorted(one.actors):
            found |= {o.id: o for o in _few(self._by_recipient.get(actor, []), one) if not o.actors & one.actors}
        if len(found) >= _LATEST:
            beside = (other for t in one.tellings for _, other in self._by_document.get(t.document_id, ()))
            found |= {other.id: other for other in beside if not other.actors & one.actors}
        found.pop(one.id, None)
        return list(found.values())

    def _nearest(self, one: Act, among: set[str]) -> set[str]:
        """Of these acts those told last before the answer in some document."""
        nearest = set()
        for telling in one.tellings:
            at = telling.move.anchor.start
            before = [
                (at - other.move.anchor.end, act.id)
                for other, act in self._by_document.get(telling.document_id, ())
                if act.id in among and 0 <= at - other.move.anchor.end <= _NEAREST
            ]
            nearest |= {min(before)[1]} if before else set()
        return nearest


def _few(theirs: Sequence[Act], one: Act) -> Iterable[Act]:
    if len(theirs) <= _LATEST + _MOST_TOLD:
        return theirs
    day = one.latest or dt.date.max
    latest = sorted(
        (o for o in theirs if (o.latest or dt.date.min) <= day), key=lambda o: (o.latest or dt.date.min, o.order)
    )
    told = sorted(theirs, key=lambda o: (-len(o.tellings), o.order))
    return [*latest[-_LATEST:], *told[:_MOST_TOLD]]


def _too_late(one: Act, other: Act) -> bool:
    """Whether it came after the answer; a demand may have stood long before the day on which it is told."""
    return _is_later(one, other) and "demand" not in other.kinds


def _is_later(one: Act, other: Act) -> bool:
    days = [day for t in one.tellings if (day := t.latest)]
    return bool(other.earliest and days and other.earliest > max(days))


def _likeliness(one: Act, other: Act, weigh: Answering) -> float:
    """What parties, kinds, numbers and days say."""
    put_to_others = bool(other.recipients) and not other.recipients & one.actors
    said_to_others = bool(one.recipients) and not one.recipients & other.actors
    score = weigh.told_later * _is_later(one, other)
    score += weigh.put_to_others * put_to_others + weigh.said_to_others * said_to_others
    score += weigh.recipients_known * (bool(one.recipients) + bool(other.recipients))
    score += weigh.fitting_kind * any(other.kinds & _FITS.get(kind, PAPERS) for kind in one.kinds)
    score += weigh.taken_up * any(one.nearby & NAMED[kind] for kind in other.kinds & NAMED.keys())
    score += weigh.same_figure * bool(one.stems & _figures(other))
    score += weigh.next_number * _follows(one, other)
    score += weigh.often_told * math.log2(len(other.tellings))
    if _documents(one) & _documents(other):
        return score + weigh.same_document
    return score + weigh.months_before * min(_days_between(other, one) / 30, 3)


def _figures(one: Act) -> frozenset[str]:
    return frozenset().union(*(t.figures for t in one.tellings))


def _follows(one: Act, other: Act) -> bool:
    """Whether one is numbered next after the other (a seventh draft after a sixth)."""
    numbers, before = ({int(o[:-1]) for t in x.tellings for o in t.ordinals} for x in (one, other))
    return any(number - 1 in before for number in numbers)


def _documents(one: Act) -> set[str]:
    return {t.document_id for t in one.tellings}


def _days_between(first: Act, second: Act) -> int:
    start, end = first.latest, second.latest
    return max(0, (end - start).days) if start and end else 0


def _superseded(other: Act, candidates: Iterable[Act], one: Act, rare: Rarity) -> bool:
    """Whether the same party had by the answer put something newer, with a day of its own, on the same matter."""
    if not other.kinds & _OFFERED or not other.latest or not one.latest:
        return False
    return any(
        newer.kinds & _OFFERED
        and newer.earliest
        and other.latest < newer.earliest <= one.latest
        and newer.actors & other.actors
        and cosine(newer.nearby, other.nearby, rare.nearby) > _SAME_MATTER
        for newer in candidates
    )


def _closest(one: Act, other: Act) -> str:
    """How close together any document tells both: in one clause, one sentence, the next, or by topic alone."""
    if not _documents(one) & _documents(other):
        return "topic"
    rules = {closeness(a, b) for a in one.tellings for b in other.tellings}
    return next((rule for rule in ("same-clause", "same-sentence", "next") if rule in rules), "topic")


def _closeness_score(rule: str, weigh: Answering) -> float:
    return {"same-clause": weigh.same_clause, "same-sentence": weigh.same_sentence, "next": weigh.close_by}.get(rule, 0)


def closeness(a: Telling, b: Telling) -> str:
    """How closely the first follows the second in their document: in one clause, one sentence, the next, or far."""
    if a.document_id != b.document_id:
        return "far"
    if a.move.anchor.touches(b.move.anchor):
        return "same-clause"
    if a.sentence.touches(b.sentence):
        return "same-sentence"
    return "next" if 0 <= a.move.anchor.start - b.move.anchor.end <= _NEXT else "far"
