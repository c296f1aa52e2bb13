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


class Focus:
    """The parties named so far, in text order. Grows while a document is read; never shared."""

    def __init__(self) -> None:
        self._named: list[Named] = []
        self._heard: dict[PartyRef, Heard] = {}

    def add(self, named: Named) -> None:
        """Take note of one naming."""
        before = self._heard.get(named.party)
        self._heard[named.party] = Heard(
            count=1 + (before.count if before else 0),
            last=named,
            order=len(self._named),
            last_source=named.sentence if named.source else before.last_source if before else None,
        )
        self._named.append(named)

    def heard(self) -> Mapping[PartyRef, Heard]:
        """The parties named so far."""
        return self._heard

    def last(self, fits: Callable[[PartyRef], bool], sentence: int, reach: int = REACH) -> PartyRef | None:
        """The likeliest party of those that fit: speakers before others, subjects before others, near before far."""
        best: tuple[float, int] | None = None
        for number in range(len(self._named) - 1, -1, -1):
            named = self._named[number]
            away = sentence - named.sentence
            if away > reach:
                break
            if not fits(named.party):
                continue
            weight = -away + 1.2 * named.source + 0.8 * named.first - 1.5 * named.quoted
            if best is None or weight > best[0]:
                best = (weight, number)
        return self._named[best[1]].party if best else None

    def nearest(self, fits: Callable[[PartyRef], bool]) -> PartyRef | None:
        """The party named last of those that fit, however far back."""
        fitting = (party for party in self._heard if fits(party))
        return max(fitting, key=lambda party: self._heard[party].order, default=None)
