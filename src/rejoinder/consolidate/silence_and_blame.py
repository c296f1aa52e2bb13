"""Tellings against tellings where nobody denies: silence and an answer, blame and blame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rejoinder.consolidate.clashes import TOLD, Clash, may_clash, nearest, once
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.tellings import Telling, beside
from rejoinder.consolidate.weights import Opposing
from rejoinder.types.account import Answer

_ANSWERS = frozenset({"reply", "reject", "accept", "deliver", "propose"})


def silence(acts: Sequence[Act], rows: Sequence[Answer], rare: Rarity, weigh: Opposing) -> Iterator[Clash]:
    """Said to have left something unanswered, and an answer by the same party that had been given by then."""
    answered = {row.answer: row.to for row in rows}
    given: dict[str, list[Act]] = defaultdict(list)
    for one in acts:
        if one.kinds & _ANSWERS and one.modality in TOLD:
            for actor in sorted(one.actors):
                given[actor].append(one)
    for silent in acts:
        blamed = silent.kind == "ignore" and silent.modality in TOLD
        if not blamed and not (silent.kind == "reply" and silent.modality == "denied" and _on_someones_word(silent)):
            continue
        scored = [
            (_answer_score(silent, one, answered, rare, weigh, blamed=blamed), one)
            for one in once(
                one for actor in sorted(silent.actors) for one in nearest(given[actor], silent.tellings[-1].order)
            )
            if one.id != silent.id and not _later(one, silent)
        ]
        may_be = (
            row
            for row in scored
            if row[0] > weigh.least and may_clash(silent.tellings, row[1].tellings, rare, weigh.unlikely)
        )
        best = sorted(may_be, key=lambda row: (-row[0], row[1].order))[:3]
        of_them = [t for _, one in best for t in one.tellings]
        if told := tuple(t for t in of_them if not _is_silence(t)):
            also = (t for t in of_them if _is_silence(t))
            yield Clash(one=(*silent.tellings, *also), other=told, rule="answered-or-not", score=best[0][0])


def _later(one: Act, silent: Act) -> bool:
    """Whether it came only after it was last said that nothing had come."""
    said = max((t.published for t in silent.tellings if t.published), default=None)
    came = one.earliest or one.known_from
    return bool(said and came and came > said)


def _answer_score(
    silent: Act, one: Act, answered: Mapping[str, str], rare: Rarity, weigh: Opposing, *, blamed: bool
) -> float:
    """How surely the answer is the one that is said not to have come: given to the same, or, where the model takes it
    that both cannot be true, to nobody who is named."""
    likely = rare.likely_clash(silent.tellings, one.tellings) or 0.0
    read = likely if likely >= weigh.answered_from else 0.0
    to_nobody = not one.recipients or not silent.recipients
    if not (one.recipients & silent.recipients or (read and to_nobody)):
        return 0.0
    same = silent.id in answered and answered.get(one.id) == answered[silent.id]
    score = weigh.same_offer * same + weigh.blamed * blamed + weigh.read_as_answered * read
    return score + weigh.topic * rare.nearby.cosine(silent.nearby, one.nearby)


def _on_someones_word(one: Act) -> bool:
    return all(t.holders for t in one.tellings)


def mutual_blame(acts: Sequence[Act], rare: Rarity, weigh: Opposing) -> Iterator[Clash]:
    """Each of two blames the other, or each is said to have struck the other; each says that the other broke off, or
    that the other leaves it without an answer."""
    yield from _each_on_the_other(acts, rare, weigh)
    for kind, rule in (("accuse", "mutual-accuse"), ("attack", "mutual-attack")):
        by_pair: dict[tuple[str, str], list[Act]] = defaultdict(list)
        for one in acts:
            if one.kind == kind and len(one.actors) < 3 and one.modality in TOLD:
                for actor in sorted(one.actors):
                    for recipient in sorted(one.recipients - one.actors):
                        by_pair[actor, recipient].append(one)
        for (actor, recipient), some in sorted(by_pair.items()):
            if actor < recipient:
                yield from _pairs(some, by_pair.get((recipient, actor), ()), rule, rare, weigh)


def _pairs(some: Sequence[Act], others: Sequence[Act], rule: str, rare: Rarity, weigh: Opposing) -> Iterator[Clash]:
    scored = sorted(
        ((_mutual_score(a, b, rare, weigh), a, b) for a in some for b in nearest(others, a.order) if a.id != b.id),
        key=lambda row: (-row[0], row[1].order, row[2].order),
    )
    for score, a, b in scored:
        if score > weigh.least_mutual and may_clash(a.tellings, b.tellings, rare, weigh.unlikely):
            yield Clash(one=a.tellings, other=b.tellings, rule=rule, score=score)


def _mutual_score(a: Act, b: Act, rare: Rarity, weigh: Opposing) -> float:
    near = any(beside(x, y) for x in a.tellings for y in b.tellings)
    return round(weigh.topic * rare.nearby.cosine(a.nearby, b.nearby) + weigh.beside * near, 6)


def _each_on_the_other(acts: Sequence[Act], rare: Rarity, weigh: Opposing) -> Iterator[Clash]:
    """What one party lays on another, on its own word, against the same that the other lays on it."""
    laid: dict[tuple[str, str, str], list[Act]] = defaultdict(list)
    for one in acts:
        if what := _what_is_laid(one):
            pairs = {(voice, actor) for t in one.tellings for voice in t.voices - t.actors for actor in t.actors}
            for voice, actor in sorted(pairs):
                laid[what, voice, actor].append(one)
    for (what, voice, actor), some in sorted(laid.items()):
        if voice < actor:
            others = laid.get((what, actor, voice), ())
            for one in some:
                for other in nearest(others, one.order):
                    if one.id != other.id and may_clash(one.tellings, other.tellings, rare, weigh.unlikely):
                        score = weigh.laid_on_the_other
                        yield Clash(one=one.tellings, other=other.tellings, rule=what, score=score)


def _what_is_laid(one: Act) -> str | None:
    """By which rule all of its tellings lay it on the one who acts; what is told and denied is a dispute of its own."""
    if all(t.kind == "suspend" and t.move.modality in TOLD for t in one.tellings):
        return "mutual-suspend"
    if all(_is_silence(t) for t in one.tellings):
        return "mutual-silence"
    return None


def _is_silence(telling: Telling) -> bool:
    if telling.kind == "ignore":
        return telling.move.modality in TOLD
    return telling.kind == "reply" and telling.move.modality == "denied"
