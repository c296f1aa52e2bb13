"""Tellings against tellings: a denial and what it denies."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.passages import Passage
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.tellings import Telling, close_before
from rejoinder.consolidate.weights import Opposing
from rejoinder.consolidate.workings import Workings

# Claims about another that his denial on the same matter may be aimed at from afar.
_CLAIMS = frozenset({"accuse", "warn"})
_DEEDS = frozenset({"ignore", "attack", "mobilise", "deliver", "reply", "offer", "agree", "suspend", "aid"})
TOLD = frozenset({"actual", "reported"})
"""Modalities of what is told to have happened."""
SAMPLE = 6
_BARE = 2
"""Stems of a clause that hardly says what it denies ("a spokesman denied this")."""
_OF_IT = 0.15
"""Likeness of the words of a denial and of the sentence before it from which both may be of one matter."""
WINDOW = 40
"""Of very many acts those told nearest in time are compared, so many before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two sets of tellings against each other, by what rule, and how surely."""

    one: tuple[Telling | Passage, ...]
    other: tuple[Telling | Passage, ...]
    rule: str
    score: float

    @property
    def is_mutual(self) -> bool:
        """Whether each lays something on the other, so that it is about who is to blame."""
        return self.rule.startswith("mutual-")


def denials(acts: Sequence[Act], rare: Rarity, weigh: Opposing, workings: Workings) -> Iterator[Clash]:
    """What some report and others deny: the tellings that deny an act and the denials aimed at it against the rest."""
    deny = [t for one in acts if "deny" in one.kinds for t in one.tellings if t.kind == "deny"]
    aimed: dict[str, list[tuple[float, Telling]]] = defaultdict(list)
    finder = _Claims(acts, workings)
    for denial in deny:
        for score, claim in finder.denied_by(denial, rare, weigh):
            aimed[claim.id].append((score, denial))
    for one in acts:
        if one.kind == "deny":
            continue
        not_done = _not_done(one)
        denied = tuple(t for t in not_done if t.move.score >= weigh.sure)
        against, for_it = _sorted_out(aimed.get(one.id, []), denied)
        told = tuple(t for t in one.tellings if t not in not_done and not _one_voice(t, denied))
        affirmed = (*told, *_each_once(for_it, told))
        if affirmed and (denied or against) and (against or for_it or any(t.move.modality in TOLD for t in told)):
            sure = max([weigh.told_and_denied] * bool(denied) + [score for score, _ in against])
            yield Clash(one=affirmed, other=(*denied, *_each_once(against, denied)), rule="denial", score=sure)


def _not_done(one: Act) -> tuple[Telling, ...]:
    """The tellings by which it was not done; of an answer that is said not to have come also those that tell of the
    silence as of a deed ("ignored")."""
    silence = any(t.kind == "reply" and t.move.modality == "denied" for t in one.tellings)
    return tuple(t for t in one.tellings if t.move.modality == "denied" or (silence and t.kind == "ignore"))


def _sorted_out(
    aimed: Sequence[tuple[float, Telling]], denied: Sequence[Telling]
) -> tuple[list[tuple[float, Telling]], list[tuple[float, Telling]]]:
    """Of the denials aimed at an act those against it, and those that follow a word that it was not done: they say that
    it was."""
    for_it = [(score, t) for score, t in aimed if any(_contradicts(t, word) for word in denied)]
    return [row for row in aimed if row not in for_it], for_it


def _contradicts(denial: Telling, word: Telling) -> bool:
    """Whether a denial follows somebody else's word in another clause."""
    other = word.voices and word.voices.isdisjoint(denial.actors)
    return bool(other) and close_before(word, denial) and not word.move.anchor.touches(denial.move.anchor)


def _one_voice(telling: Telling, denied: Sequence[Telling]) -> bool:
    """Whether all that deny it do so in its own clause or in its own voice: then it was read in two ways."""
    return bool(denied) and all(
        t.document_id == telling.document_id
        and (t.move.anchor.touches(telling.move.anchor) or (t.voices and t.voices == telling.voices))
        for t in denied
    )


def _each_once(denials: Iterable[tuple[float, Telling]], own: Sequence[Telling]) -> Iterator[Telling]:
    """The denials in order, each once, without the act's own tellings."""
    seen = {t.id for t in own}
    for _, denial in sorted(denials, key=lambda row: row[1].order):
        if denial.id not in seen:
            seen.add(denial.id)
            yield denial


class _Claims:
    """The acts that a denial may be aimed at, by document and by party."""

    def __init__(self, acts: Iterable[Act], workings: Workings) -> None:
        self._workings = workings
        self._in_document: dict[str, list[tuple[Telling, Act]]] = defaultdict(list)
        self._about: dict[str, list[Act]] = defaultdict(list)
        for one in acts:
            if one.kind == "deny":
                continue
            for telling in one.tellings:
                self._in_document[telling.document_id].append((telling, one))
            for party in sorted(one.recipients if one.kinds & _CLAIMS else one.actors):
                self._about[party].append(one)

    def denied_by(self, denial: Telling, rare: Rarity, weigh: Opposing) -> list[tuple[float, Act]]:
        """What the denial denies: what stands in its own clause, else what it follows, else what is said elsewhere."""
        beside = [(t, one) for t, one in self._in_document[denial.document_id] if _may_be_denied(t, denial)]
        inside = [one for t, one in beside if t.move.modality == "denied" and t.move.anchor.touches(denial.move.anchor)]
        if inside:
            return [(weigh.same_clause, one) for one in once(inside)]
        before = sorted(
            (
                (close_before(t, denial), -t.move.anchor.start, t, one)
                for t, one in beside
                if close_before(t, denial) and _of_one_matter(t, denial, rare)
            ),
            key=lambda row: (row[1], row[2].id),
        )
        found = [(weigh.beside, one) for _, _, _, one in before[:1]]
        found += [row for row in self._elsewhere(denial, rare, weigh) if row[1] not in [one for _, one in found]]
        return [(score, one) for score, one in found if may_clash([denial], one.tellings, rare, weigh.doubtful)]

    def _elsewhere(self, denial: Telling, rare: Rarity, weigh: Opposing) -> list[tuple[float, Act]]:
        candidates = once(one for party in sorted(denial.actors) for one in nearest(self._about[party], denial.order))
        make = partial(_likeliest, denial, candidates, rare, weigh)
        return self._workings.of("denied", (id(denial), *map(id, candidates)), make)


def may_clash(some: Sequence[Telling], others: Sequence[Telling], rare: Rarity, least: float) -> bool:
    """Whether the model, where it has read both, takes it for so likely that both cannot be true."""
    likely = rare.likely_clash(some, others)
    return likely is None or likely >= least


def _likeliest(denial: Telling, candidates: Sequence[Act], rare: Rarity, weigh: Opposing) -> list[tuple[float, Act]]:
    scored = []
    for one in candidates:
        if one.kinds & _CLAIMS and one.actors & denial.actors:
            continue
        if not one.kinds & (_CLAIMS | _DEEDS) or all(t.voices & denial.actors for t in one.tellings):
            continue
        alike = max(rare.nearby.cosine(denial.nearby, t.nearby) for t in one.tellings[:SAMPLE])
        score = weigh.topic * alike
        if score > weigh.least:
            scored.append((round(score, 6), one))
    return sorted(scored, key=lambda row: (-row[0], row[1].order))[: weigh.most_claims]


def _may_be_denied(claim: Telling, denial: Telling) -> bool:
    """Whether the telling is someone else's claim, or names the denied act itself."""
    if claim.kind == "deny":
        return False
    if claim.move.modality == "denied":
        return True
    if claim.kind in _CLAIMS:
        return not claim.actors & denial.actors
    return not claim.voices & denial.actors and claim.kind in _DEEDS


def _of_one_matter(claim: Telling, denial: Telling, rare: Rarity) -> bool:
    """Whether a denial may be of what stands before it: it says no more than that it denies, or speaks of it."""
    words = claim.stems if claim.sentence.touches(denial.sentence) else claim.nearby
    return len(denial.stems) <= _BARE or rare.nearby.cosine(denial.stems, words) >= _OF_IT


def nearest(acts: Sequence[Act], order: int) -> Sequence[Act]:
    """Of acts in the order of their first tellings those told nearest to a place in it, a few dozen at most."""
    if len(acts) <= 2 * WINDOW:
        return acts
    at = bisect.bisect_left(acts, order, key=lambda one: one.order)
    return acts[max(0, at - WINDOW) : at + WINDOW]


def once(acts: Iterable[Act]) -> list[Act]:
    """Each act once, in the order of their first places."""
    return list({one.id: one for one in acts}.values())
