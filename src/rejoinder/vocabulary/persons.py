"""Well-known office-holders, by name and year: for whom somebody speaks whom an article need not introduce.

`persons.csv` is public fact from 1945 on, compiled by hand; years bound the time in senior office, 2026 stands for
those still in it, and who spoke first for one party and later for another has a row for each.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rejoinder.vocabulary.form import fold

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
    """Every office-holder by folded full name, other forms of it, and folded surname. ValueError where a row of
    `persons.csv` is malformed."""
    text = files("rejoinder.vocabulary").joinpath("persons.csv").read_text(encoding="utf-8")
    found: dict[str, list[OfficeHolder]] = {}
    for row in csv.DictReader(text.splitlines()):
        holder = OfficeHolder(
            name=row["name"], of=row["of"], office=row["office"], since=int(row["since"]), until=int(row["until"])
        )
        if not (holder.name and holder.of and holder.since <= holder.until):
            raise ValueError(f"persons.csv: expected name, of, office, since, until: {row!r}")
        for key in _keys(holder.name, row["also"]):
            found.setdefault(key, []).append(holder)
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


def _keys(name: str, also: str) -> set[str]:
    """What somebody is found by: the whole of each name, and its last word."""
    whole = {_key(form) for form in (name, *also.split(";")) if form}
    return whole | {key.split()[-1] for key in whole}


def office_holder(name: str, year: int | None) -> OfficeHolder | None:
    """Who of this name spoke for some party in `year`, the one in office longest where there are several of one party,
    and the one of the shorter term that lies within the others (a prime minister who headed an alliance for some years
    spoke for the alliance then); None where the list does not say or still says several parties.

    A surname alone needs a year, one in which its holder was in office or had just left it.
    """
    key = _key(name)
    rows = office_holders().get(key, ())
    if " " not in key:
        rows = tuple(row for row in rows if year is not None and row.since <= year <= row.until + _AFTERWARDS)
    elif year is not None:
        rows = tuple(row for row in rows if row.since <= year <= row.until) or rows
    if len({row.of for row in rows}) > 1:
        rows = tuple(row for row in rows if all(_within(row, other) for other in rows))
    if len({row.of for row in rows}) != 1:
        return None
    return max(rows, key=lambda row: (row.until - row.since, row.name))


def _within(row: OfficeHolder, other: OfficeHolder) -> bool:
    """Whether a term lies within another, longer one; one for the same party does."""
    inside = other.since <= row.since and row.until <= other.until
    return row.of == other.of or (inside and (row.since, row.until) != (other.since, other.until))


def _key(name: str) -> str:
    return fold(name).casefold()
