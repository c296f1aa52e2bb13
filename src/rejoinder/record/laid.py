"""What a record has laid out of its account, remembered row by row, so that of the next account only what differs is
written. What comes out is what laying out everything anew gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import sqlalchemy as sa

from rejoinder.record.derived import PutRows
from rejoinder.record.referred import Sort
from rejoinder.record.sheet_described import DESCRIBED
from rejoinder.record.sheet_known import Known
from rejoinder.record.sheet_orders import Orders, places
from rejoinder.record.sheet_schema import EVERY
from rejoinder.record.sheet_writing import Facet, LaidRow, SheetChanges, write_counts


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
        made = SheetChanges(cut, view, row_type)
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
            write_counts(connection, cut, view, {facet: counts[facet] for facet in touched})
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

    @classmethod
    def of_nothing(cls) -> Self:
        """For an account that is put once: nothing is remembered of it."""
        return cls(views=LaidViews())

    def forget(self) -> None:
        """Nothing is known of the file."""
        self.state, self.account, self.views = None, None, LaidViews(keeps=self.views.keeps)

    def begin(self, state: str | None) -> None:
        """The file, which is in this state, is about to be written: what was remembered of another state is let go."""
        if self.state is None or self.state != state:
            self.forget()
        self.state = None  # until all of it is on disk

    def keep(self, account: PutRows, state: str) -> None:
        """This account is on disk by now, and the file in this state."""
        self.account, self.state = account, state


def _basis(view: str, known: Known, row: Any) -> object:
    """The event from which alone, and from who stands for whom, it is said by what a row can be filtered."""
    if view == "timeline":
        return known.material.events.get(row.id)
    return known.material.events.get(row.event) if view in ("coverage", "moves") else None
