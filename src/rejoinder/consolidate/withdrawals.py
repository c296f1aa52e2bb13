"""What was taken off the table by the party that put it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rejoinder.consolidate.aptness import NAMED, TABLED, closeness
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity

# Likeness of words above which a withdrawal is of an offer that another document tells.
_ALIKE = 0.2
_CLOSE = frozenset({"same-clause", "same-sentence", "next"})


def withdrawn(acts: Sequence[Act], rare: Rarity) -> frozenset[str]:
    """The ids of what its own party has since withdrawn.

    A withdrawal counts only where its clause names an offer, a demand, an invitation or the like: troops too withdraw.
    """
    tabled: dict[str, list[Act]] = defaultdict(list)
    for one in acts:
        if one.kinds & TABLED:
            for actor in sorted(one.actors):
                tabled[actor].append(one)
    found = set()
    for one in acts:
        if one.kind == "withdraw" and one.modality in ("actual", "reported") and "denied" not in one.modalities:
            theirs = {other.id: other for actor in sorted(one.actors) for other in tabled.get(actor, ())}
            scored = [(_sameness(one, other, rare), -other.order, other.id) for other in theirs.values()]
            best = max(scored, default=(0.0, 0, ""))
            found |= {best[2]} if best[0] > _ALIKE else set()
    return frozenset(found)


def _sameness(one: Act, other: Act, rare: Rarity) -> float:
    """How surely the act withdraws the other: 1 more where it is told right after it."""
    named = any(t.stems & NAMED[kind] for t in one.tellings for kind in other.kinds & TABLED)
    later = not (other.earliest and one.latest and other.earliest > one.latest)
    if not named or not later:
        return 0.0
    close = any(closeness(a, b) in _CLOSE for a in one.tellings for b in other.tellings)
    return close + rare.acts_alike(one.tellings, other.tellings)
