"""What a record has laid out of its account, remembered row by row, so that of the next account only what differs is
written. What comes out is what laying out everything anew gives."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from rejoinder.record.codec import encode
from rejoinder.record.derived import PutRows
from rejoinder.record.referred import Sort
from rejoinder.record.schema import Words
from rejoinder.record.sheet_described import DESCRIBED
from rejoinder.record.sheet_known import Known
from rejoinder.record.sheet_orders import Numbers, Orders, places
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


@dataclass(slots=True)
class LaidViews:
    """The rows of all views by their ids, and how many rows have each value.

    Nothing is remembered unless it `keeps`: a record that is laid out once needs no memory of it."""

    keeps: bool = False
    rows: dict[str, dict[str, LaidRow]] = field(default_factory=dict)
    counts: dict[str, Counter[Facet]] = field(default_factory=dict)
    stands_for: Mapping[str, Collection[str]] = field(default_factory=dict)
    namesakes: Mapping[str, Sequence[Sort]] = field(default_factory=dict)
    _pairs: dict[Facet, Facet] = field(default_factory=dict)

    def change(
        self,
        connection: sa.Connection | None,
        cut: int,
        view: str,
        row_type: type,
        rows: Sequence[Any],
        known: Known,
        *,
        known_parties: bool = False,
    ) -> None:
        """Write what differs of a view's rows from those before; without a connection it is only remembered.

        `known_parties`: who stands for whom, and what tells namesakes apart, is what it was, for all who were there."""
        made = _Changes(cut, view, row_type)
        before, now = self.rows.get(view, {}), dict[str, LaidRow]()
        counts = self.counts.setdefault(view, Counter())
        touched: set[Facet] = set()
        orders = Orders(rows, row_type)
        for row, place in zip(rows, places(row.id for row in rows), strict=True):
            key = row.id if row.id not in now else f"{row.id} {place}"
            old = before.pop(key, None)
            basis = _basis(view, known, row)
            same = old is not None and old.row is row
            order = old.orders if old is not None and same and orders.alone else orders.of(row)
            if old is not None and same and known_parties and basis is not None and old.basis is basis:
                facets, detail = old.facets, old.detail
            else:
                facets, detail = self._described(view, known, row)
            stands = old is not None and old.place == place and old.orders == order
            if old is not None and stands and old.row == row and old.facets == facets and old.detail == detail:
                old.row, old.basis = row, basis
                now[key] = old
                continue
            laid = LaidRow(row, place, order, facets, detail, basis)
            made.replace(old, laid)
            if old is not None:
                counts.subtract(old.facets)
                touched.update(old.facets)
            counts.update(facets)
            touched.update(facets)
            if self.keeps:
                now[key] = laid
        for old in before.values():
            made.replace(old, None)
            counts.subtract(old.facets)
            touched.update(old.facets)
        counts[EVERY, EVERY] = len(rows)
        touched.add((EVERY, EVERY))
        if connection is not None:
            made.write(connection)
            _write_counts(connection, cut, view, {facet: counts[facet] for facet in touched})
        self.rows[view], self.counts[view] = (now, +counts) if self.keeps else ({}, Counter())

    def _described(self, view: str, known: Known, row: Any) -> tuple[tuple[Facet, ...], Mapping[str, Any]]:
        by, detail = DESCRIBED[view](known, row)
        found = ((facet, value) for facet, values in by.items() for value in sorted({*values} - {None}))  # type: ignore[type-var]
        pairs: tuple[Facet, ...] = tuple(found)  # type: ignore[arg-type]
        return (tuple(self._pairs.setdefault(each, each) for each in pairs) if self.keeps else pairs), detail


@dataclass(slots=True)
class Laid:
    """What the account of a record has put into its file, when it was in this state (None: nothing is known of it)."""

    state: str | None = None
    account: PutRows | None = None
    views: LaidViews = field(default_factory=lambda: LaidViews(keeps=True))

    def forget(self) -> None:
        """Nothing is known of the file."""
        self.state, self.account, self.views = None, None, LaidViews(keeps=True)


def _basis(view: str, known: Known, row: Any) -> object:
    """The event from which alone, and from who stands for whom, it is said by what a row can be filtered."""
    if view == "timeline":
        return known.material.events.get(row.id)
    return known.material.events.get(row.event) if view in ("coverage", "moves") else None


class _Changes:
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


def _write_counts(connection: sa.Connection, cut: int, view: str, counts: Mapping[Facet, int]) -> None:
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
