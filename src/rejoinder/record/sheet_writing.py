"""Rows of views taken out of the sheets of a record and put in, and how many have each value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from rejoinder.record.codec import encode
from rejoinder.record.schema import Words
from rejoinder.record.sheet_orders import Numbers
from rejoinder.record.sheet_schema import EVERY

_AT_ONCE = 5_000
_json = json.JSONEncoder(separators=(",", ":")).encode
_WORDS = Words()
Facet = tuple[str, str]


@dataclass(slots=True, eq=False)
class LaidRow:
    """A row of a view as it stands on its sheet. `basis` is what it was described from, where that is one thing."""

    row: Any
    place: int
    orders: Numbers
    facets: tuple[Facet, ...]
    detail: Mapping[str, Any]
    basis: object


class SheetChanges:
    """Rows of one view to be taken out and put in."""

    def __init__(self, cut: int, view: str, row_type: type) -> None:
        self._at = (cut, view)
        self._type = row_type
        self._gone: list[tuple[Any, ...]] = []
        self._gone_facets: list[tuple[Any, ...]] = []
        self._new: list[tuple[Any, ...]] = []
        self._new_facets: list[tuple[str, str, int, int, int, int]] = []

    def replace(self, old: LaidRow | None, new: LaidRow | None) -> None:
        """The new row in the place of the old one."""
        before = _standing(old) if old is not None else frozenset()
        after = _standing(new) if new is not None else frozenset()
        if old is not None:
            self._gone.append((*self._at, old.place))
            self._gone_facets += [(*self._at, facet, _bound(value), at) for facet, value, at, *_o in before - after]
        if new is not None:
            told_as = _json(encode(new.row, self._type)), _json(new.detail)
            self._new.append((*self._at, new.place, _bound(new.row.id), *new.orders, *told_as))
            self._new_facets += (after - before) if before else after

    def write(self, connection: sa.Connection) -> None:
        """Write them: first what goes, for another row may take its place."""
        _many(connection, "DELETE FROM sheet_rows WHERE cut = ? AND view = ? AND place = ?", self._gone)
        where = "cut = ? AND view = ? AND facet = ? AND value = ? AND place = ?"
        _many(connection, f"DELETE FROM sheet_facets WHERE {where}", self._gone_facets)  # noqa: S608 - fixed
        _many(connection, "INSERT INTO sheet_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._new)
        facets = ((*self._at, facet, _bound(value), *numbers) for facet, value, *numbers in sorted(self._new_facets))
        _many(connection, "INSERT INTO sheet_facets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", facets)


def _standing(laid: LaidRow) -> Any:
    return {(*facet, laid.place, *laid.orders) for facet in laid.facets}


def write_counts(connection: sa.Connection, cut: int, view: str, counts: Mapping[Facet, int]) -> None:
    """How many rows have each of these values, in the place of what was said of them."""
    at = [((cut, view, facet, _bound(value)), n) for (facet, value), n in sorted(counts.items())]
    where = "cut = ? AND view = ? AND facet = ? AND value = ?"
    _many(connection, f"DELETE FROM sheet_counts WHERE {where}", [key for key, _n in at])  # noqa: S608 - fixed
    kept = [(*key, n) for key, n in at if n or key[2] == EVERY]
    _many(connection, "INSERT INTO sheet_counts VALUES (?, ?, ?, ?, ?)", kept)


def _many(connection: sa.Connection, query: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for some in _pieces(rows):
        connection.exec_driver_sql(query, some)


def _pieces(rows: Iterable[Any]) -> Iterator[list[Any]]:
    some: list[Any] = []
    for row in rows:
        some.append(row)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _bound(value: str) -> Any:
    return _WORDS.process_bind_param(value, None)  # type: ignore[arg-type]
