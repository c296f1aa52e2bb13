"""What an answer may be an answer to, and how likely each is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rejoinder.consolidate.answering import draft_of, may_answer, read_as_answer, with_reading
from rejoinder.consolidate.aptness import FAR_OFF, PAPERS, SENT, TABLED, closest, too_late
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Answering
from rejoinder.consolidate.workings import Workings

_OFFERED = frozenset({"propose", "offer"})
_TO_BE_DONE = frozenset({"meet", "agree", "restore", "withdraw", "suspend", "threaten", "aid"})
_SAME_MATTER = 0.05
_CONTENDERS = 8
_CERTAIN = frozenset({"actual"})
_NEAREST = 600
# Of a party that put very much on the table: what is told beside the answer, the latest before it, the most told.
_LATEST = 40
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """An act that may be what is answered, how surely, and by what: the closest that any document tells the two."""

    act: Act
    score: float
    rule: str


class Tabled:
    """All that was put on the table or sent, by party and by document."""

    def __init__(self, acts: Sequence[Act], workings: Workings | None = None) -> None:
        self._workings = workings or Workings()
        self._weighed = self._workings.pairs("answering")
        self._by_telling = {telling.id: one for one in acts for telling in one.tellings}
        self._by_actor: dict[str, list[Act]] = defaultdict(list)
        self._by_recipient: dict[str, list[Act]] = defaultdict(list)
        self._by_document: dict[str, list[tuple[Telling, Act]]] = defaultdict(list)
        for one in acts:
            if (one.kinds & (TABLED | SENT) and one.modality != "denied") or held_out(one):
                for actor in sorted(one.actors):
                    self._by_actor[actor].append(one)
                for recipient in sorted(one.recipients):
                    self._by_recipient[recipient].append(one)
                for telling in one.tellings:
                    self._by_document[telling.document_id].append((telling, one))
        self._everybody = frozenset(self._by_actor)

    def antecedents(self, one: Act, rare: Rarity, weigh: Answering, kinds: frozenset[str]) -> list[Antecedent]:
        """What of these kinds the act may answer, likeliest first."""
        others = [
            o
            for o in self._candidates(one, weigh)
            if o.kinds & kinds or (kinds & TABLED and (held_out(o) or read_as_answer(one, o)))
        ]
        nearest = self._nearest(one, {other.id for other in others})
        key = (id(one), *map(id, others), *sorted(nearest))
        return self._workings.of("antecedents", key, partial(self._ranked, one, others, nearest, rare, weigh))

    def _ranked(
        self, one: Act, others: Sequence[Act], nearest: Collection[str], rare: Rarity, weigh: Answering
    ) -> list[Antecedent]:
        in_time = [other for other in others if not too_late(one, other)]
        drafts = [(o, self._weighed(one, o, partial(draft_of, one, o, rare, weigh))) for o in in_time]
        near = [(o, draft) for o, draft in drafts if may_answer(draft, weigh)]
        rare.ahead((one.tellings, other.tellings) for other, _ in near)
        found = []
        for other, draft in drafts:
            score = with_reading(draft, one, other, rare, weigh) + weigh.nearest * (other.id in nearest)
            found.append(Antecedent(act=other, score=round(score, 6), rule=draft.rule))
        return _superseded_last(sorted(found, key=_likeliest), one, rare, weigh)

    def papers(self, one: Act, rare: Rarity, weigh: Answering) -> list[Antecedent]:
        """The papers that its recipient had sent to its sender, likeliest first."""
        found = self.antecedents(one, rare, weigh, PAPERS)
        return [a for a in found if a.act.recipients & one.actors and a.act.actors & one.recipients]

    def read_so(self, one: Act, rare: Rarity, weigh: Answering) -> Antecedent | None:
        """What is told right before the act, if the model takes the act surely for an answer to it; the likeliest."""
        beside = {o.id: o for t in one.tellings for _, o in self._by_document.get(t.document_id, ())}
        others = [o for o in beside.values() if not o.actors & one.actors]
        make = partial(_read_so, one, others, rare, weigh)
        return self._workings.of("read so", (id(one), *map(id, others)), make)

    def _candidates(self, one: Act, weigh: Answering) -> list[Act]:
        """What the other side put on the table, or was put to the one who answers: all, or of very much a part."""
        found: dict[str, Act] = {}
        for actor in sorted((one.recipients or self._everybody) - one.actors):
            found |= {other.id: other for other in _few(self._by_actor.get(actor, []), one)}
        for actor in sorted(one.actors):
            found |= {o.id: o for o in _few(self._by_recipient.get(actor, []), one) if not o.actors & one.actors}
        for telling in one.tellings:
            found |= {
                other.id: other
                for at, other in self._by_document.get(telling.document_id, ())
                if _may_concern(one, other) and 0 <= telling.move.anchor.start - at.move.anchor.end <= weigh.reach
            }
        if len(found) >= _LATEST:
            beside = (other for t in one.tellings for _, other in self._by_document.get(t.document_id, ()))
            found |= {other.id: other for other in beside if not other.actors & one.actors}
        read = (self._by_telling.get(i) for telling in one.tellings for i in telling.move.answers)
        found |= {other.id: other for other in read if other}
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


def _read_so(one: Act, others: Sequence[Act], rare: Rarity, weigh: Answering) -> Antecedent | None:
    near = [o for o in others if closest(one, o) != FAR_OFF and not too_late(one, o)]
    rare.ahead((one.tellings, other.tellings) for other in near)
    found = [(rare.likely_answer(one.tellings, o.tellings) or 0.0, o) for o in near]
    likely, best = min(found, key=lambda row: (-row[0], row[1].order, row[1].id), default=(0.0, one))
    if likely < weigh.surely:
        return None
    return Antecedent(act=best, score=round(weigh.least + likely, 6), rule="read-as-answer")


def _may_concern(one: Act, other: Act) -> bool:
    """Whether the parties leave it open: not one's own, and not both said to be put to somebody else."""
    elsewhere = one.recipients and other.recipients and not one.recipients & other.actors
    return not other.actors & one.actors and not (elsewhere and not other.recipients & one.actors)


def held_out(one: Act) -> bool:
    """Whether it is something that is still to be done, which may be put to others in other words than an offer's."""
    return bool(one.kinds & _TO_BE_DONE) and one.modality in ("planned", "conditional")


def _few(theirs: Sequence[Act], one: Act) -> Iterable[Act]:
    if len(theirs) <= _LATEST + _MOST_TOLD:
        return theirs
    day = one.latest or dt.date.max
    latest = sorted(
        (o for o in theirs if (o.latest or dt.date.min) <= day), key=lambda o: (o.latest or dt.date.min, o.order)
    )
    told = sorted(theirs, key=lambda o: (-len(o.tellings), o.order))
    return [*latest[-_LATEST:], *told[:_MOST_TOLD]]


def _likeliest(found: Antecedent) -> tuple[float, int, str]:
    return (-found.score, -found.act.order, found.act.id)


def _superseded_last(found: Sequence[Antecedent], one: Act, rare: Rarity, weigh: Answering) -> list[Antecedent]:
    """The same, likeliest first, the first few of them lowered where their party had by then put something newer."""
    offers = [a.act for a in found if a.act.kinds & _OFFERED and a.act.earliest]
    lowered = [
        replace(a, score=round(a.score + weigh.superseded, 6)) if _superseded(a.act, offers, one, rare) else a
        for a in found[:_CONTENDERS]
    ]
    return sorted([*lowered, *found[_CONTENDERS:]], key=_likeliest)


def _superseded(other: Act, offers: Iterable[Act], one: Act, rare: Rarity) -> bool:
    """Whether by the day of the answer its party had put something newer, with a day of its own, on the same matter."""
    if not other.kinds & _OFFERED or not other.latest or not one.latest:
        return False
    return any(
        newer.earliest
        and newer.modalities == _CERTAIN
        and other.latest < newer.earliest <= one.latest
        and newer.actors & other.actors
        and rare.nearby.cosine(newer.nearby, other.nearby) > _SAME_MATTER
        for newer in offers
    )
