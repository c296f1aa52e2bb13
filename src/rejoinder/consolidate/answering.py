"""How far one act speaks for being the answer to another: by themselves, and by what a model makes of the two."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rejoinder.consolidate.aptness import FAR_OFF, aptness, closeness_score, closest
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.weights import Answering


@dataclass(frozen=True, slots=True)
class Draft:
    """How close together two acts are told, what speaks for the one as answer to the other by themselves, and whether
    they were read so."""

    rule: str
    score: float
    read: bool


def draft_of(one: Act, other: Act, rare: Rarity, weigh: Answering) -> Draft:
    """What speaks for the one as answer to the other, whatever the model makes of them."""
    rule = closest(one, other)
    alike = rare.acts_alike(one.tellings, other.tellings)
    score = aptness(one, other, weigh) + weigh.topic * alike + closeness_score(rule, weigh)
    return Draft(rule, score + weigh.nothing_shared * (rule == FAR_OFF and not alike), read_as_answer(one, other))


def may_answer(draft: Draft, weigh: Answering) -> bool:
    """Whether what the model makes of the two can still make one the answer to the other."""
    most = draft.score + weigh.read * draft.read + weigh.nearest + weigh.likely * (1 - weigh.likely_from)
    return most > weigh.least


def with_reading(draft: Draft, one: Act, other: Act, rare: Rarity, weigh: Answering) -> float:
    """The score with what was read, and with what the model makes of the two where that matters; none where it takes
    the one for no answer to the other: sooner where hardly more than nearness speaks for it."""
    likely = rare.likely_answer(one.tellings, other.tellings) if may_answer(draft, weigh) else None
    only_near = draft.rule != FAR_OFF and not _to_each_other(one, other)
    least = weigh.unlikely_near if only_near else weigh.unlikely
    if likely is not None and likely < least and not draft.read:
        return -math.inf
    score = draft.score if likely is None else draft.score + weigh.likely * (likely - weigh.likely_from)
    return score + weigh.read * draft.read


def _to_each_other(one: Act, other: Act) -> bool:
    """Whether each is said to be put to those who did the other."""
    return bool(one.recipients & other.actors and other.recipients & one.actors)


def read_as_answer(one: Act, other: Act) -> bool:
    """Whether the reader has, in some document, a telling of the first answer a telling of the other."""
    told = {t.id for t in other.tellings}
    return any(told.intersection(t.move.answers) for t in one.tellings)
