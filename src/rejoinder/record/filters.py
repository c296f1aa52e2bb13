"""Whose rows are wanted, and about what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.record.called import issues_called, not_there, parties_called
from rejoinder.record.material import Material

Named = str | Sequence[str] | None
"""One party or issue, several of which each is wanted, or None for all."""


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


def chosen(material: Material, party: Named, issue: Named) -> Filter:
    """The filter for parties (each with all who act for it) and issues, each by name, id or a form of it; the rows of
    several are put together.

    UsageError for one that is not there, with the nearest that are."""
    return Filter(
        parties=None if party is None else _acting_for(material, _parties(material, party)),
        issues=None if issue is None else frozenset(_issues(material, issue)),
    )


def _parties(material: Material, given: str | Sequence[str]) -> list[str]:
    rows, found = material.account.parties, []
    for each in _each(given):
        meant = parties_called(each, rows)
        if not meant:
            raise not_there("party", each, rows)
        found += meant
    return found


def _issues(material: Material, given: str | Sequence[str]) -> list[str]:
    rows, found = material.account.issues, []
    for each in _each(given):
        meant = issues_called(each, rows)
        if not meant:
            raise not_there("issue", each, rows)
        found += meant
    return found


def _each(given: str | Sequence[str]) -> Sequence[str]:
    return (given,) if isinstance(given, str) else given


def _acting_for(material: Material, found: Sequence[str]) -> frozenset[str]:
    """Ids, names and forms of the parties found and of all who act for them, directly or through others."""
    wanted = frozenset(found)
    named = [party for party in material.account.parties if not wanted.isdisjoint(material.line(party.id))]
    return frozenset(name for party in named for name in (party.id, party.name, *party.forms))
