"""How acts stand to each other by the reader's own comparison of their tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.tellings import Telling
from rejoinder.types.ports import Comparer, Likeness

_MOST = 4
"""Of an act that is told very often so many tellings are compared."""


class Compared:
    """Likenesses of tellings, each pair asked of the comparer once; without one, nothing is like anything."""

    def __init__(self, comparer: Comparer | None = None) -> None:
        self._comparer = comparer
        self._known: dict[tuple[str, str], Likeness] = {}

    def answering(self, one: Act, others: Sequence[Act]) -> dict[str, float]:
        """For each of the others, by id, how likely the act answers it: as the likeliest pair of tellings says."""
        self._ask((a, b) for other in others for a in _some(one) for b in _some(other))
        return {o.id: max(self._of(a, b).answers for a in _some(one) for b in _some(o)) for o in others}

    def clashes(self, pairs: Sequence[tuple[Telling, Telling]]) -> list[float]:
        """For each pair how likely both cannot be true."""
        self._ask([*pairs, *((b, a) for a, b in pairs)])
        return [(self._of(a, b).clash + self._of(b, a).clash) / 2 for a, b in pairs]

    def _ask(self, pairs: Iterable[tuple[Telling, Telling]]) -> None:
        new = {(a.id, b.id): (a.move.trace, b.move.trace) for a, b in pairs if (a.id, b.id) not in self._known}
        if new and self._comparer is not None:
            found = self._comparer.compare(list(new.values()))
            self._known.update(zip(new, found, strict=True))

    def _of(self, a: Telling, b: Telling) -> Likeness:
        return self._known.get((a.id, b.id), Likeness())


def _some(one: Act) -> Sequence[Telling]:
    return one.tellings[:_MOST]


def read_as_answer(one: Act, other: Act) -> bool:
    """Whether the reader has, in some document, a telling of the first answer a telling of the other."""
    told = {t.id for t in other.tellings}
    return any(told.intersection(t.move.answers) for t in one.tellings)
