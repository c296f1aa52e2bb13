"""Acts of which the model that read them takes it that both cannot be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from rejoinder.consolidate.clashes import Clash, nearest
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Opposing
from rejoinder.consolidate.workings import Workings


def read_clashes(acts: Sequence[Act], rare: Rarity, weigh: Opposing, workings: Workings) -> Iterator[Clash]:
    """Pairs of acts that share a party and a word, are not by the same parties, and are sure to be opposed; the acts
    told nearest to each other where a party has very many."""
    ordered = sorted(acts, key=lambda one: (one.order, one.id))
    by_party: dict[str, list[Act]] = defaultdict(list)
    for one in ordered:
        for party in sorted(_parties(one)):
            by_party[party].append(one)
    place = {one.id: n for n, one in enumerate(ordered)}
    for n, one in enumerate(ordered):
        near = {o.id: o for party in sorted(_parties(one)) for o in nearest(by_party[party], one.order)}
        others = [other for other in near.values() if place[other.id] > n]
        make = partial(_opposed, one, others, rare, weigh)
        yield from workings.of("opposed", (id(one), *map(id, others)), make)


def _opposed(one: Act, others: Sequence[Act], rare: Rarity, weigh: Opposing) -> list[Clash]:
    near = [other for other in others if _is_asked_about(one, other)]
    rare.ahead(pair for o in near for pair in ((one.tellings, o.tellings), (o.tellings, one.tellings)))
    found = ((rare.likely_clash(one.tellings, other.tellings), other) for other in near)
    return [_clash(one, other, likely) for likely, other in found if likely is not None and likely >= weigh.likely]


def _clash(one: Act, other: Act, likely: float) -> Clash:
    """The two against each other; who denies one of them, where others tell it, stands with the other."""
    (told, denied), (also_told, also_denied) = _told_and_denied(one), _told_and_denied(other)
    return Clash(one=(*told, *also_denied), other=(*also_told, *denied), rule="read-as-opposed", score=likely)


def _told_and_denied(one: Act) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """The tellings of an act, and those that deny it where others do not."""
    told = tuple(t for t in one.tellings if t.move.modality != "denied")
    return (told, tuple(t for t in one.tellings if t.move.modality == "denied")) if told else (one.tellings, ())


def _is_asked_about(one: Act, other: Act) -> bool:
    """Whether the other is by other parties and has a word in common."""
    return one.actors != other.actors and bool(one.nearby & other.nearby)


def _parties(one: Act) -> frozenset[str]:
    return one.actors.union(one.recipients, *(t.voices for t in one.tellings))
