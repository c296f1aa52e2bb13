"""Decisions about events put to the tellings that make them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from rejoinder.consolidate.answers import Link
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.grouping import Pair
from rejoinder.consolidate.rulings import Rulings
from rejoinder.consolidate.tellings import Telling
from rejoinder.types.account import Answer
from rejoinder.types.identity import content_id

RULE = "judgement"
CERTAIN = 100.0


def needs_groups(tellings: Sequence[Telling], decided: Rulings) -> bool:
    """Whether a decision names an event, so that the events as they would be without decisions are needed."""
    moves = {telling.id for telling in tellings}
    return any(subject not in moves for pair in (*decided.same, *decided.apart) for subject in pair)


def decided_pairs(
    tellings: Sequence[Telling], decided: Rulings, groups: Sequence[Sequence[int]]
) -> tuple[list[Pair], list[Pair]]:
    """Positions of tellings that belong together, and that do not, by decision.

    A decision names moves, or events by the ids they have in `groups`; what is not there any more is passed over.
    """
    where: dict[str, tuple[int, ...]] = {telling.id: (i,) for i, telling in enumerate(tellings)}
    where |= {content_id("event", *sorted(tellings[i].id for i in members)): tuple(members) for members in groups}
    together = [pair for pair in decided.same if all(subject in where for subject in pair)]
    apart = [pair for pair in decided.apart if all(subject in where for subject in pair)]
    return _positions(together, where), _positions(apart, where)


def _positions(pairs: Sequence[tuple[str, str]], where: Mapping[str, tuple[int, ...]]) -> list[Pair]:
    """Every telling of the one with every telling of the other, the earlier first."""
    crossed = {(min(x, y), max(x, y)) for a, b in pairs for x, y in product(where[a], where[b]) if x != y}
    return sorted(crossed)


def decided_links(links: Sequence[Link], acts: Sequence[Act], decided: Rulings) -> tuple[Link, ...]:
    """The links with those added and taken out that persons have decided, by move or event."""
    of = {name: one for one in acts for name in (one.id, *(t.id for t in one.tellings))}
    barred = {(of[a].id, of[b].id) for a, b in decided.no_answers if a in of and b in of}
    forced = {(of[a].id, of[b].id): (of[a], of[b]) for a, b in decided.answers if a in of and b in of}
    kept = [made for made in links if (made.answer.id, made.to.id) not in barred | forced.keys()]
    added = [Link(answer=a, to=b, score=CERTAIN, rule=RULE) for a, b in forced.values() if a.id != b.id]
    return (*kept, *added)


def without_wrong(rows: Sequence[Answer], decided: Rulings) -> tuple[Answer, ...]:
    """The answers that nobody called wrong."""
    return tuple(row for row in rows if row.id not in decided.wrong)
