"""Which event answers which."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.consolidate.antecedents import Tabled
from rejoinder.consolidate.aptness import PAPERS, SENT, TABLED, closeness
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.stems import stem
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Answering
from rejoinder.consolidate.workings import Workings

ANSWERING = frozenset({"accept", "reject", "reply", "acknowledge", "ignore"})
_COUNTERING = frozenset({"propose", "offer", "deliver"})
_GIVEN = frozenset({"actual", "reported"})
_ABOUT_OTHERS = frozenset({"accuse", "deny", "warn"})
# Words that say of an offer that it was never made; they answer none.
_DENIES_IT = re.compile(
    r"\b(?:there (?:was|were|is|are|has been|had been) no|no such|not (?:so|true)|untrue"
    r"|no \w{1,20} (?:was|were) ever)\b",
    re.IGNORECASE,
)
# A refusal that is itself denied; without such words the `not` of a clause is the refusal.
_NO_REFUSAL = re.compile(
    r"(?:\b(?:not|never|no)\b|n['’]t\b).{0,20}\b(?:refus|reject|declin|rul|turn|dismiss)", re.IGNORECASE
)
_INSTEAD = frozenset(map(stem, ("instead", "rather", "return", "exchange", "counter", "alternative")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One act that answers another, how surely, and by what rule."""

    answer: Act
    to: Act
    score: float
    rule: str


Told = Mapping[str, Sequence[tuple[Telling, Link]]]


def link(acts: Sequence[Act], rare: Rarity, weigh: Answering, workings: Workings | None = None) -> tuple[Link, ...]:
    """For each answering act the act it answers best, if any is good enough; in the order of the answering acts.

    Of two acts that would answer each other only the surer link stays.
    """
    tabled = Tabled(acts, workings)
    ordered = sorted(acts, key=lambda a: (a.order, a.id))
    answering = [one for one in ordered if one.kinds & ANSWERING and _is_answer(one)]
    found = [made for one in answering if (made := _best(one, tabled, rare, weigh))]
    told = _by_document(found)
    answered = {(made.to.id, made.answer.id) for made in found}
    for one in ordered:
        if one.kinds & _COUNTERING and not one.kinds & ANSWERING and one.modality in _GIVEN:
            counter = _beside_an_answer(one, told, rare, weigh) or _next_paper(one, tabled, rare, weigh)
            found += [counter] if counter and (counter.answer.id, counter.to.id) not in answered else []
    found += _read_so(ordered, {made.answer.id for made in found}, tabled, rare, weigh)
    return tuple(sorted(_without_circles(found), key=lambda made: (made.answer.order, made.answer.id, made.to.id)))


def _is_answer(one: Act) -> bool:
    """Whether it was given, or was said not to be, or is promised: a feared or conditional answer is none yet."""
    if all(_DENIES_IT.search(t.words) for t in one.tellings):
        return one.modality == "denied" and "reply" in one.kinds
    if one.modality == "denied":
        return bool(one.kinds & {"reply", "acknowledge"}) or (
            "reject" in one.kinds and not any(_NO_REFUSAL.search(t.words) for t in one.tellings)
        )
    return one.modality in _GIVEN or (one.modality == "planned" and "acknowledge" in one.kinds)


def _best(one: Act, tabled: Tabled, rare: Rarity, weigh: Answering) -> Link | None:
    likely = tabled.antecedents(one, rare, weigh, TABLED | SENT)
    if likely and likely[0].score > weigh.least:
        return Link(answer=one, to=likely[0].act, score=likely[0].score, rule=likely[0].rule)
    return None


def _next_paper(one: Act, tabled: Tabled, rare: Rarity, weigh: Answering) -> Link | None:
    """A paper that follows the other side's paper on the same matter."""
    likely = tabled.papers(one, rare, weigh) if one.kinds & PAPERS else []
    if likely and likely[0].score > weigh.least_counter and not _unlikely(one, likely[0].act, rare, weigh):
        return Link(answer=one, to=likely[0].act, score=likely[0].score, rule="next-paper")
    return None


def _by_document(found: Iterable[Link]) -> Told:
    """The tellings of the answers by document, each with its link."""
    told: dict[str, list[tuple[Telling, Link]]] = defaultdict(list)
    for made in found:
        for telling in made.answer.tellings:
            told[telling.document_id].append((telling, made))
    return told


def _unlikely(one: Act, other: Act, rare: Rarity, weigh: Answering) -> bool:
    """Whether the model takes the one for no answer to the other, where little else says that it is."""
    likely = rare.likely_answer(one.tellings, other.tellings)
    return likely is not None and likely < weigh.unlikely_after


def _read_so(
    ordered: Sequence[Act], linked: Collection[str], tabled: Tabled, rare: Rarity, weigh: Answering
) -> Iterator[Link]:
    """What answers by what it says and not by its kind (support for a plan, a request in return)."""
    for one in ordered:
        if one.id not in linked and one.kind not in _ABOUT_OTHERS and one.modality in _GIVEN:
            found = tabled.read_so(one, rare, weigh)
            if found:
                yield Link(answer=one, to=found.act, score=found.score, rule=found.rule)


def _beside_an_answer(one: Act, told: Told, rare: Rarity, weigh: Answering) -> Link | None:
    """Who answers and in the same breath puts something else on the table, counters what he answers."""
    for telling in one.tellings:
        for other, made in told.get(telling.document_id, ()):
            says = made.answer.kinds & {"reject", "accept"} and made.answer.actors & one.actors
            fits = says and made.to.id != one.id and _in_one_breath(telling, other)
            if fits and not _unlikely(one, made.to, rare, weigh):
                return Link(answer=one, to=made.to, score=weigh.least, rule="beside-" + made.answer.kind)
    return None


def _in_one_breath(a: Telling, b: Telling) -> bool:
    """Whether both stand in one sentence, or the first in the next one as something else `instead`."""
    close = closeness(a, b)
    return close in ("same-clause", "same-sentence") or (close == "next" and bool(a.nearby & _INSTEAD))


def _without_circles(found: Sequence[Link]) -> list[Link]:
    surest = {(made.answer.id, made.to.id): made.score for made in found}
    return [made for made in found if surest.get((made.to.id, made.answer.id), -math.inf) < made.score]
