"""Whose rows are wanted, and about what."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.errors import UsageError
from rejoinder.record.material import Material, folded
from rejoinder.types.account import Issue, Party

_NEAREST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows are wanted: ids and names of parties, ids of issues; None for all."""

    parties: frozenset[str] | None
    issues: frozenset[str] | None

    def wants(self, parties: Iterable[str], issues: Iterable[str]) -> bool:
        """Whether one of the parties and one of the issues is wanted."""
        return (self.parties is None or not self.parties.isdisjoint(parties)) and (
            self.issues is None or not self.issues.isdisjoint(issues)
        )


def chosen(material: Material, party: str | None, issue: str | None) -> Filter:
    """The filter for a party (it and all who act for it) and an issue, each by name, id or a form of it, in any case.

    UsageError for one that is not there, with the nearest that are."""
    account = material.account
    return Filter(
        parties=None if party is None else _acting_for(material, _resolved("party", party, account.parties)),
        issues=None if issue is None else frozenset(_resolved("issue", issue, account.issues)),
    )


def _resolved(what: str, given: str, rows: Sequence[Party] | Sequence[Issue]) -> list[str]:
    wanted = folded(given).casefold()
    found = [row.id for row in rows if wanted in {name.casefold() for name in (row.id, row.name, *row.forms)}]
    if found:
        return found
    spelled = {name.casefold(): row.name for row in rows for name in (row.name, *row.forms)}
    near = difflib.get_close_matches(wanted, sorted(spelled), n=_NEAREST, cutoff=0.0)
    names = list(dict.fromkeys(spelled[name] for name in near))
    advice = f"The nearest are: {', '.join(names)}." if names else "The account has none."
    raise UsageError(f"No {what} is called {given!r}.", advice=advice)


def _acting_for(material: Material, found: Sequence[str]) -> frozenset[str]:
    """Ids, names and forms of the parties found and of all who act for them, directly or through others."""
    wanted = frozenset(found)
    named = [party for party in material.account.parties if not wanted.isdisjoint(material.line(party.id))]
    return frozenset(name for party in named for name in (party.id, party.name, *party.forms))
