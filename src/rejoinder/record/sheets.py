"""Sheets read: one page of a view at a time, filtered and in one of its orders."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from rejoinder.record.sheet_schema import EVERY, later
from rejoinder.record.sheet_values import Wanted, bound, places, said

Order = Literal["first", "last", "told", "waiting"]
_ORDERS: Mapping[Order, str] = {
    "first": "place",
    "last": "latest",
    "told": "told",
    "waiting": "waiting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The account on two days, laid out (None: all that is known); `state` tells it from any other account."""

    id: int
    as_of: str | None
    known_at: str | None
    state: str
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a view as JSON has it, where it stands, and what is related to it."""

    id: str
    place: int
    row: Mapping[str, Any]
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some lines in order, how many there are in all, and after what the next page begins (None: at the end): a place,
    or the number of its row in another order, a hyphen and its place."""

    lines: tuple[Line, ...]
    total: int
    following: str | None


class Sheets:
    """One cut, read through one connection."""

    def __init__(self, connection: sa.Connection, cut: Cut) -> None:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        self._raw = raw  # a page asks many small things, and each costs less than what would be wrapped around it
        self.cut = cut

    def page(
        self,
        view: str,
        by: Mapping[str, Wanted] | None = None,
        *,
        order: Order = "first",
        after: str | None = None,
        most: int = 25,
    ) -> Page:
        """A page of the rows that have all of these values; `after` is the `following` of the page before."""
        wanted = self._rarest_first(view, by)
        total = self._total(view, wanted)
        if not total:
            return Page(lines=(), total=0, following=None)
        order_by = _ORDERS[order]
        source, given = places(self.cut.id, view, wanted)
        columns = "f.place" if order == "first" else f"f.{order_by}, f.place"
        if after is not None:
            at = [int(each) for each in after.split("-")]
            source += f" AND ({columns}) > ({', '.join('?' * len(at))})"
            given += at
        some = f"SELECT f.place, f.{order_by} AS at FROM {source} ORDER BY {columns} LIMIT ?"  # noqa: S608 - fixed
        query = f"""SELECT r.id, r.place, r.row, r.detail, s.at FROM ({some}) AS s
            CROSS JOIN sheet_rows AS r ON r.cut = ? AND r.view = ? AND r.place = s.place ORDER BY s.at, s.place"""  # noqa: S608
        rows = self._read(query, [*given, most + 1, self.cut.id, view])
        last = rows[most - 1] if len(rows) > most else None
        following = None if last is None else str(last[1]) if order == "first" else f"{last[4]}-{last[1]}"
        return Page(lines=tuple(map(_line, rows[:most])), total=total, following=following)

    def total(self, view: str, by: Mapping[str, Wanted] | None = None) -> int:
        """How many rows have all of these values."""
        return self._total(view, self._rarest_first(view, by))

    def _total(self, view: str, wanted: Mapping[str, Wanted]) -> int:
        if len(wanted) < 2:
            facet, value = next(iter(wanted.items()), (EVERY, EVERY))
            if isinstance(value, str):
                return self.count(view, facet, value)
        elif not self._most(view, *next(iter(wanted.items()))):
            return 0
        source, given = places(self.cut.id, view, wanted)
        return int(self._read(f"SELECT count(*) FROM {source}", given)[0][0])  # noqa: S608 - of fixed pieces

    def _rarest_first(self, view: str, by: Mapping[str, Wanted] | None) -> dict[str, Wanted]:
        return dict(sorted((by or {}).items(), key=lambda each: self._most(view, *each)))

    def _most(self, view: str, facet: str, value: Wanted) -> int:
        """At most so many rows have the value."""
        return sum(self.count(view, facet, one) for one in ((value,) if isinstance(value, str) else value))

    def every(self, view: str, by: Mapping[str, Wanted] | None = None, *, order: Order = "first") -> Iterable[Line]:
        """All rows that have these values, in order, taken from the file as they are asked for."""
        after: str | None = None
        while True:
            page = self.page(view, by, order=order, after=after, most=500)
            yield from page.lines
            if page.following is None:
                return
            after = page.following

    def some(self, view: str, ids: Sequence[str]) -> dict[str, Line]:
        """The rows of these ids, as far as there are any."""
        found: dict[str, Line] = {}
        wanted = list(dict.fromkeys(ids))
        for at in range(0, len(wanted), 200):
            part = wanted[at : at + 200]
            marks = ", ".join("?" * len(part))
            query = f"""SELECT id, place, row, detail FROM sheet_rows INDEXED BY ix_sheet_rows_id
                WHERE cut = ? AND view = ? AND id IN ({marks})"""  # noqa: S608 - marks only
            for row in self._read(query, [self.cut.id, view, *map(bound, part)]):
                line = _line(row)
                found[line.id] = line
        return {row_id: found[row_id] for row_id in wanted if row_id in found}

    def told(self, view: str, ids: Sequence[str]) -> dict[str, Line]:
        """The moves or statements of these ids, those too that their list leaves out on the day of the cut."""
        found = self.some(view, ids)
        if self.cut.as_of is None or len(found) == len(set(ids)):
            return found
        found |= self.some(later(view), ids)
        return {row_id: found[row_id] for row_id in dict.fromkeys(ids) if row_id in found}

    def told_in(self, view: str, document: str) -> list[Line]:
        """All moves or statements of a document, whatever the day of the cut, in the order of the text."""
        by = {"document": document}
        found = list(self.every(view, by))
        if self.cut.as_of is not None and (more := list(self.every(later(view), by))):
            found = sorted([*found, *more], key=lambda line: (line.row["start"], line.row["end"]))
        return found

    def one(self, view: str, row_id: str) -> Line | None:
        """The row of this id."""
        return self.some(view, [row_id]).get(row_id)

    def count(self, view: str, facet: str = EVERY, value: str = EVERY) -> int:
        """How many rows have the value."""
        query = "SELECT n FROM sheet_counts WHERE cut = ? AND view = ? AND facet = ? AND value = ?"
        rows = self._read(query, [self.cut.id, view, facet, bound(value)])
        return int(rows[0][0]) if rows else 0

    def counts(self, view: str, facet: str, most: int | None = 40) -> list[tuple[str, int]]:
        """The values of a facet that most rows have, with how many; all of them by value where `most` is None."""
        order = "n DESC, value LIMIT ?" if most is not None else "value"
        query = f"SELECT value, n FROM sheet_counts WHERE cut = ? AND view = ? AND facet = ? ORDER BY {order}"  # noqa: S608 - one of two
        given = [self.cut.id, view, facet, *([most] if most is not None else [])]
        return [(said(value), int(n)) for value, n in self._read(query, given)]

    def counts_among(
        self, view: str, facet: str, by: Mapping[str, Wanted], most: int | None = 40
    ) -> list[tuple[str, int]]:
        """The values of a facet that most of the rows have which have all of the values `by`, with how many; all of
        them where `most` is None."""
        source, given = places(self.cut.id, view, self._rarest_first(view, by))
        query = f"""SELECT value, count(*) AS n FROM sheet_facets WHERE cut = ? AND view = ? AND facet = ?
            AND place IN (SELECT f.place FROM {source}) GROUP BY value ORDER BY n DESC, value LIMIT ?"""  # noqa: S608 - of fixed pieces
        rows = self._read(query, [self.cut.id, view, facet, *given, -1 if most is None else most])
        return [(said(value), int(n)) for value, n in rows]

    def named(self, view: str, name: str) -> list[Line]:
        """The parties or issues of this id, name or form, in any case."""
        wanted = " ".join(name.split()).casefold()
        return list(self.page(view, {"name": wanted}, most=50).lines)

    def _read(self, query: str, given: Sequence[Any]) -> Sequence[Any]:
        return self._raw.execute(query, given).fetchall()


def find_cut(connection: sa.Connection, as_of: str | None, known_at: str | None) -> Cut | None:
    """The cut of these days; None where it has not been laid out."""
    query = "SELECT id, as_of, known_at, state, first_day, last_day FROM cuts WHERE as_of IS ? AND known_at IS ?"
    row = connection.exec_driver_sql(query, (as_of, known_at)).first()
    if row is None:
        return None
    return Cut(id=row[0], as_of=row[1], known_at=row[2], state=row[3], first_day=row[4], last_day=row[5])


def _line(row: Any) -> Line:
    return Line(id=said(row[0]), place=row[1], row=json.loads(row[2]), detail=json.loads(row[3]))
