"""Whether a predicted name stands for a gold party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rejoinder.evaluation.gold import Bundle

WORD = re.compile(r"\w+")
ANONYMOUS = "anon:"
UNSPECIFIED = "anon:unspecified"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a bundle's parties."""

    bundle: Bundle
    _known: dict[str, str | None] = field(default_factory=dict)

    def principal(self, party_id: str) -> str:
        """The party on whose behalf this one acts, up to the last; itself where it acts for itself."""
        seen: set[str] = set()
        while party_id not in seen and party_id in self.bundle.parties:
            seen.add(party_id)
            party_id = self.bundle.parties[party_id].of or party_id
        return party_id

    def resolve(self, name: str | None) -> str | None:
        """The id of the party that `name` stands for, the first in the bundle's order; None where none does."""
        if not name:
            return None
        if name not in self._known:
            self._known[name] = self._find(re.sub(r"^the ", "", name.strip().lower()))
        return self._known[name]

    def same_speaker(self, gold: Sequence[str], name: str | None) -> bool:
        """Whether `name` is one of the gold speakers; an unnamed one by half of the words of its description."""
        return bool(name) and any(self._same(one, name or "") for one in gold)

    def same_principals(self, gold: Iterable[str], names: Iterable[str]) -> bool:
        """Whether at least half of the principals on both sides together are on both sides."""
        wanted = {self.principal(party) for party in gold if party != UNSPECIFIED}
        unnamed = {party for party in wanted if party.startswith(ANONYMOUS)}
        given = {self._stands_for(name, unnamed) for name in names} - {"?unspecified"}
        if not wanted or not given:
            return wanted == given
        return len(wanted & given) / len(wanted | given) >= 0.5

    def _stands_for(self, name: str, unnamed: set[str]) -> str:
        party = self.resolve(name)
        if party:
            return self.principal(party)
        return next((one for one in sorted(unnamed) if self._same(one, name)), "?" + name.lower())

    def _same(self, gold: str, name: str) -> bool:
        if not name:
            return False
        if gold.startswith(ANONYMOUS):
            wanted, given = (set(WORD.findall(text.lower())) for text in (gold[len(ANONYMOUS) :], name))
            return bool(wanted and given) and len(wanted & given) / min(len(wanted), len(given)) >= 0.5
        return self.resolve(name) == gold

    def _find(self, name: str) -> str | None:
        for party_id in self.bundle.parties:
            forms = self._forms(party_id)
            if name in forms or "the " + name in forms:
                return party_id
        last = name.split()[-1] if name.split() else name
        for party in self.bundle.parties.values():
            if party.type == "person" and party.name.split()[-1].lower() == last:
                return party.id
        return None

    def _forms(self, party_id: str) -> set[str]:
        party = self.bundle.parties[party_id]
        forms = {party.name.lower(), party_id.lower(), *(alias.lower() for alias in party.aliases)}
        return forms | {party.name.split()[-1].lower()} if party.type == "person" else forms
