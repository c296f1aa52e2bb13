"""Who is being talked about: the parties named so far, and which of them a pronoun or a short name means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rejoinder.types.annotation import PartyRef

REACH = 5
"""A pronoun looks back at most this many sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One naming of a party: in which sentence, as the source of a statement, as the first of its sentence."""

    party: PartyRef
    sentence: int
    source: bool
    first: bool
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How a party was named so far: how often, the last naming, how many namings of anybody came before that, and the
    sentence in which it was a source last."""

    count: int
    last: Named
    order: int
    last_source: int | None


def _weight(named: Named, sentence: int) -> float:
    """What a naming counts for words in `sentence`."""
    return named.sentence - sentence + 1.2 * named.source + 0.8 * named.first - 1.5 * named.quoted


class Focus:
    """The parties named so far, in text order. Grows while a document is read; never shared."""

    def __init__(self) -> None:
        self._count = 0
        # By sentence, the naming of each party that counts most there, with its number: were all kept, a text that
        # says nothing but "he said" would be gone through again for each "he".
        self._best: dict[int, dict[PartyRef, tuple[int, Named]]] = {}
        self._heard: dict[PartyRef, Heard] = {}

    def add(self, named: Named) -> None:
        """Take note of one naming."""
        before = self._heard.get(named.party)
        self._heard[named.party] = Heard(
            count=1 + (before.count if before else 0),
            last=named,
            order=self._count,
            last_source=named.sentence if named.source else before.last_source if before else None,
        )
        here = self._best.setdefault(named.sentence, {})
        other = here.get(named.party)
        if other is None or _weight(named, named.sentence) >= _weight(other[1], named.sentence):
            here[named.party] = (self._count, named)
        self._count += 1

    def heard(self) -> Mapping[PartyRef, Heard]:
        """The parties named so far."""
        return self._heard

    def last(self, fits: Callable[[PartyRef], bool], sentence: int, reach: int = REACH) -> PartyRef | None:
        """The likeliest party of those that fit: speakers before others, subjects before others, near before far."""
        fitting = (
            (number, named)
            for near in range(sentence, sentence - reach - 1, -1)
            for party, (number, named) in self._best.get(near, {}).items()
            if fits(party)
        )
        best = max(fitting, key=lambda found: (_weight(found[1], sentence), found[0]), default=None)
        return best[1].party if best else None

    def nearest(self, fits: Callable[[PartyRef], bool]) -> PartyRef | None:
        """The party named last of those that fit, however far back."""
        fitting = (party for party in self._heard if fits(party))
        return max(fitting, key=lambda party: self._heard[party].order, default=None)
