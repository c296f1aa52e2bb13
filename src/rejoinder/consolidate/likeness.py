"""Whether two tellings are of one act: kind, parties, words, days, and where they stand."""

from __future__ import annotations

import datetime as dt
import math
import re

from rejoinder.consolidate.rarity import SIBLINGS, Rarity
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import SameAct

MONTH = 30
_DIFFER = dt.timedelta(days=2)
"""By so much outlets differ on the day of one act."""
_NAMED = re.compile(
    r"^(?:(?:the|its|his|her|their|our|my|that|this|these|those)\s+|[^.,;:]{0,30}['’]s?\s+)(?:[^\s.,;:]{1,20}\s+){0,3}"
    r"(?:offer|proposal|demand|request|invitation|plan|draft|package|call|appeal|letter|note|paper|ultimatum|condition)s?\b",
    re.IGNORECASE,
)
_STANDING = frozenset(("demand",))
"""What stands until it is met: told of other days it is the same one."""
_BARE = 60
# The likeness of parties of which nothing is known.
UNKNOWN = 0.5
# Characters between two moves of one document that are close to each other, or far apart.
CLOSE = 300
FAR = 600


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared over all; 0 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 0.0


def recipients_alike(a: Telling, b: Telling) -> float:
    """Shared over all recipients; half where one of them is not known."""
    return jaccard(a.recipients, b.recipients) if a.recipients and b.recipients else UNKNOWN


def same_day(a: Telling, b: Telling) -> bool:
    """Whether two documents give one and the same day for it."""
    x, y = a.move.when, b.move.when
    exact = x is not None and y is not None and x.precision == y.precision == "day" and x.first == y.first
    return exact and a.document_id != b.document_id


def days_contradict(a: Telling, b: Telling) -> bool:
    """Whether both have days and these lie more than two days apart (outlets differ on the day by that much), or one
    was told as done so long before the day of the other."""
    x, y = a.move.when, b.move.when
    if x and y:
        return x.first - y.last > _DIFFER or y.first - x.last > _DIFFER
    return bool((x and _told_before(b, x.first)) or (y and _told_before(a, y.first)))


def _told_before(telling: Telling, day: dt.date) -> bool:
    """Whether an article tells of it as done, with no day, well before that day; a headline may tell of what is to
    come."""
    done = telling.move.modality in ("actual", "reported") and telling.move.zone != "headline"
    return done and telling.published is not None and day - telling.published > _DIFFER


def published_apart(a: Telling, b: Telling) -> int:
    """Days between the publications; 0 where one is not known."""
    return abs((a.published - b.published).days) if a.published and b.published else 0


def names_only(a: Telling) -> bool:
    """Whether its words are hardly more than a name for what was put on the table (`the offer of last week`)."""
    return len(a.words) <= _BARE and bool(_NAMED.match(a.words))


def same_act(a: Telling, b: Telling, rare: Rarity, weigh: SameAct) -> float:
    """How far the two speak for one act; above 0 they do."""
    return with_reading(unread(a, b, rare, weigh), a, b, rare, weigh)


def may_be_same(score: float, weigh: SameAct) -> bool:
    """Whether what the model makes of the two can still bring them together."""
    return score + weigh.likely * (1 - weigh.likely_from) > weigh.least


def with_reading(score: float, a: Telling, b: Telling, rare: Rarity, weigh: SameAct) -> float:
    """The same with what the model makes of the two, where that matters."""
    likely = rare.likely_same(a, b) if may_be_same(score, weigh) else None
    return score if likely is None else score + weigh.likely * (likely - weigh.likely_from)


def unread(a: Telling, b: Telling, rare: Rarity, weigh: SameAct) -> float:
    """How far the two speak for one act by themselves, whatever the model makes of them."""
    shared = jaccard(a.actors, b.actors) if a.actors or b.actors else UNKNOWN
    if b.kind not in SIBLINGS.get(a.kind, {a.kind}) or not shared or _silence_and_answer(a, b):
        return -math.inf
    score = weigh.start + weigh.actors * shared + weigh.recipients * recipients_alike(a, b)
    score += weigh.topic * rare.alike(a, b) + weigh.nearby * rare.surroundings(a, b)
    score += weigh.few_such * min(rare.few_such(a), rare.few_such(b))
    score += weigh.named_again * (names_only(a) or names_only(b))
    score += weigh.same_kind * (a.kind == b.kind)
    score += weigh.no_word * (not a.nearby & b.nearby)
    score += weigh.same_day * same_day(a, b)
    if a.kind != b.kind or a.kind not in _STANDING:
        score += weigh.days_apart * days_contradict(a, b)
        score += weigh.months_apart * min(published_apart(a, b) / MONTH, 2)
    score += weigh.other_modality * ((a.move.modality == "actual") != (b.move.modality == "actual"))
    score += weigh.other_agent * bool(a.agents and b.agents and not a.agents & b.agents)
    if a.ordinals and b.ordinals:
        score += weigh.same_number if a.ordinals & b.ordinals else weigh.other_number
    return score + _in_one_document(a, b, weigh) + _denial(a, b, weigh)


def _silence_and_answer(a: Telling, b: Telling) -> bool:
    """Whether the one says that no answer came and the other tells of one; a reply that is denied is silence."""
    if "ignore" not in (a.kind, b.kind) or a.kind == b.kind:
        return False
    return ((a.kind == "ignore") != (a.move.modality == "denied")) != (
        (b.kind == "ignore") != (b.move.modality == "denied")
    )


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
