"""Which party of the account is meant where a document names one: of those that bear the name the one that it fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from rejoinder.record.material import Material
from rejoinder.types.account import Event, Party
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move

Sort = tuple[str, str, str | None]
"""A party's id, its type, and the id of the one for which it acts: by these it is told from its namesakes."""


class Referred:
    """The parties of an account by the names that they bear."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.bearing: Mapping[str, Sequence[Sort]] = _bearing(material.account.parties)

    @property
    def namesakes(self) -> Mapping[str, Sequence[Sort]]:
        """The names that several bear, with those who bear them."""
        return {name: some for name, some in self.bearing.items() if len(some) > 1}

    def by(self, refs: Iterable[PartyRef], among: Collection[str] = ()) -> list[str]:
        """The parties (ids) that are meant, and those for whom they act there; where nothing tells namesakes apart, all
        of them. `among` are parties of which one is meant if it bears the name."""
        found = (each for ref in refs for each in (*self._meant(ref, among), *self._behind(ref, among)))
        return list(dict.fromkeys(found))

    def by_move(self, move: Move) -> list[str]:
        """The parties of a move: those of its event, where the account has it, before others of their names."""
        event = self._event(move)
        return list(dict.fromkeys((*self.acting(move), *self.by(move.recipients, event.recipients if event else ()))))

    def acting(self, move: Move) -> list[str]:
        """Those of them who act."""
        event = self._event(move)
        return self.by((*move.actors, *move.agents), event.actors if event else ())

    def _event(self, move: Move) -> Event | None:
        return self._material.events.get(self._material.event_of.get(move.id, ""))

    def _meant(self, ref: PartyRef, among: Collection[str]) -> list[str]:
        found = self.bearing.get(ref.name, ())
        if len(found) > 1:
            found = _those(found, lambda one: not among or one[0] in among)
            found = _those(found, lambda one: one[1] == ref.type)
            found = _those(found, lambda one: self._acts_for(one, ref.principal))
        return [one[0] for one in found]

    def _behind(self, ref: PartyRef, among: Collection[str]) -> list[str]:
        """Those for whom it acts there: of several of that name the one for which it is known to act."""
        if ref.principal is None:
            return []
        found = self.bearing.get(ref.principal, ())
        if len(found) > 1:
            known = {each for one in self._meant(ref, among) for each in self._material.line(one)}
            found = _those(found, lambda one: one[0] in among or one[0] in known)
        return [one[0] for one in found]

    def _acts_for(self, one: Sort, principal: str | None) -> bool:
        known = self._material.parties.get(one[2] or "")
        return (known is None) if principal is None else known is not None and principal in (known.name, *known.forms)


def _bearing(parties: Iterable[Party]) -> Mapping[str, Sequence[Sort]]:
    found: dict[str, list[Sort]] = defaultdict(list)
    for party in parties:
        for name in dict.fromkeys((party.name, *party.forms)):
            found[name].append((party.id, party.type, party.principal))
    return found


def _those(found: Sequence[Sort], fits: Callable[[Sort], bool]) -> Sequence[Sort]:
    """Those that fit, or all where none does."""
    return [one for one in found if fits(one)] or found
