"""What one party says and another denies beside it, told by words and places more than by the kinds of moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rejoinder.consolidate.passages import Passage
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.weights import Contradicting
from rejoinder.consolidate.workings import Workings


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What is said, what denies it, and how surely."""

    claims: tuple[Passage, ...]
    denials: tuple[Passage, ...]
    score: float


def contradictions(
    found: Mapping[str, Sequence[Passage]], rare: Rarity, weigh: Contradicting, workings: Workings | None = None
) -> tuple[Contradiction, ...]:
    """For each denial the claim beside it that it is most likely aimed at, where any is likely enough."""
    workings = workings or Workings()

    def of(document: str) -> list[Contradiction]:
        some = found[document]
        make = partial(_in_one_document, some, rare, weigh)
        return workings.of("contradictions", (document, *map(id, some)), make)

    return tuple(made for document in sorted(found) for made in of(document))


def _in_one_document(some: Sequence[Passage], rare: Rarity, weigh: Contradicting) -> list[Contradiction]:
    return _distinct(_likely(some, rare, weigh))


def _likely(some: Sequence[Passage], rare: Rarity, weigh: Contradicting) -> Iterator[Contradiction]:
    for at, denial in enumerate(some):
        if not denial.denies:
            continue
        near = [*some[max(0, at - weigh.nearest) : at], *some[at + 1 : at + 1 + weigh.nearest]]
        scored = [(_score(claim, denial, rare, weigh), claim) for claim in near]
        best = max(scored, key=lambda row: (row[0], row[1].id), default=None)
        if best and best[0] > weigh.least:
            yield Contradiction(claims=(best[1],), denials=(denial,), score=round(best[0], 6))


def _distinct(found: Iterator[Contradiction]) -> list[Contradiction]:
    """The same, surest first, what is told of one denial or one claim in several passages being one."""
    kept: list[Contradiction] = []
    for made in sorted(found, key=lambda c: (-c.score, c.denials[0].id)):
        for at, other in enumerate(kept):
            if _touch(made.denials, other.denials) or (_touch(made.claims, other.claims)):
                claims = (*other.claims, *(p for p in made.claims if not _touch((p,), other.denials)))
                denials = (*other.denials, *(p for p in made.denials if not _touch((p,), other.claims)))
                kept[at] = replace(other, claims=_once(claims), denials=_once(denials))
                break
            if _touch(made.denials, other.claims) and _touch(made.claims, other.denials):
                break
        else:
            kept.append(made)
    return kept


def _touch(some: Sequence[Passage], others: Sequence[Passage]) -> bool:
    return any(a.span.touches(b.span) for a in some for b in others)


def _once(some: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple({p.id: p for p in some}.values())


def _score(claim: Passage, denial: Passage, rare: Rarity, weigh: Contradicting) -> float:
    """How surely the one denies the other: never what the same party says, or the same words say."""
    if (
        not denial.voices
        or claim.voices & denial.voices
        or claim.span.touches(denial.span)
        or claim.denies >= denial.denies
    ):
        return 0.0
    after = denial.span.start - claim.span.end
    gap = after if after >= 0 else claim.span.start - denial.span.end
    if gap > weigh.reach:
        return 0.0
    score = denial.denies + weigh.topic * rare.nearby.cosine(claim.stems, denial.stems)
    score += weigh.right_after * (0 <= after <= weigh.close) + weigh.follows * (after >= 0)
    score += weigh.two_voices * bool(claim.voices and denial.voices) + weigh.on_a_word * bool(claim.holders)
    likely = rare.likely_clash(claim.told, denial.told) if score > 0 else None
    return score if likely is None else score + weigh.likely * (likely - weigh.likely_from)
