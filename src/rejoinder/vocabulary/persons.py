"""Well-known office-holders, by name and year: for whom somebody speaks whom an article need not introduce."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rejoinder.vocabulary.datafile import shipped
from rejoinder.vocabulary.form import fold

_FIELDS = frozenset({"name", "of", "office", "since", "until"})
_OPTIONAL = frozenset({"also"})
_AFTERWARDS = 1
"""Years after the last one in which a surname alone still means its holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHolder:
    """One person and the party he or she spoke for from one year to another; both inclusive."""

    name: str
    of: str
    office: str
    since: int
    until: int


@cache
def office_holders() -> Mapping[str, tuple[OfficeHolder, ...]]:
    """Every office-holder by folded full name and folded surname. ValueError where a row is malformed."""
    data = shipped("persons.yaml")
    if not isinstance(data, dict) or set(data) != {"persons"}:
        raise ValueError("persons.yaml: expected a list under `persons`")
    found: dict[str, list[OfficeHolder]] = {}
    for row in data["persons"]:
        if not isinstance(row, dict) or set(row) - _OPTIONAL != _FIELDS or not row["since"] <= row["until"]:
            raise ValueError(f"persons.yaml: expected name, of, office, since, until: {row!r}")
        names = [row["name"], *row.get("also", ())]
        holder = OfficeHolder(**{key: row[key] for key in sorted(_FIELDS)})
        for key in {key for name in names for key in (_key(name), _key(name).split()[-1])}:
            found.setdefault(key, []).append(holder)
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


def office_holder(name: str, year: int | None) -> OfficeHolder | None:
    """Who of this name spoke for some party in `year`, the one in office longest where there are several of one party;
    None where the list does not say or says several parties.

    A surname alone needs a year, one in which its holder was in office or had just left it.
    """
    key = _key(name)
    rows = office_holders().get(key, ())
    if " " not in key:
        rows = tuple(row for row in rows if year is not None and row.since <= year <= row.until + _AFTERWARDS)
    elif year is not None:
        rows = tuple(row for row in rows if row.since <= year <= row.until) or rows
    if len({row.of for row in rows}) != 1:
        return None
    return max(rows, key=lambda row: (row.until - row.since, row.name))


def _key(name: str) -> str:
    return fold(name).casefold()
