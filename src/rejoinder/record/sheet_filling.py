"""A cut laid out: the rows of every view, their facets, and how many rows each facet has."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from rejoinder.record.codec import encode
from rejoinder.record.doubts import DoubtRow, doubt_rows
from rejoinder.record.material import Material
from rejoinder.record.reading_rows import MoveRow, StatementRow
from rejoinder.record.reading_views import move_rows, statement_rows
from rejoinder.record.schema import Words
from rejoinder.record.sheet_facets import DESCRIBED
from rejoinder.record.sheet_known import Known
from rejoinder.record.sheet_schema import EVERY, SHEET_TABLES, cuts, later, sheet_counts
from rejoinder.record.source_rows import AddressRow, DocumentRow, FamilyRow, IssueRow, SourceRow
from rejoinder.record.source_views import address_rows, document_rows, family_rows, issue_rows, source_rows
from rejoinder.record.views import VIEWS

SHEETS: Mapping[str, tuple[type, Callable[..., tuple[Any, ...]]]] = MappingProxyType(
    {
        **VIEWS,
        later("statements"): (StatementRow, partial(statement_rows, which="later")),
        later("moves"): (MoveRow, partial(move_rows, which="later")),
        "issues": (IssueRow, issue_rows),
        "documents": (DocumentRow, document_rows),
        "sources": (SourceRow, source_rows),
        "families": (FamilyRow, family_rows),
        "addressed": (AddressRow, address_rows),
        "doubts": (DoubtRow, doubt_rows),
    }
)
_AT_ONCE = 5_000
_json = json.JSONEncoder(separators=(",", ":")).encode
_TOLD = ("n_origins", "n_articles", "n_answers", "n_events", "n_statements", "n_moves")


def lay_out(
    connection: sa.Connection, material: Material, state: str, as_of: str | None = None, known_at: str | None = None
) -> int:
    """Lay out the cut of this material, in the place of any other of the same days; its number."""
    days = {"as_of": as_of, "known_at": known_at}
    clear(connection, cuts.c.as_of.is_(days["as_of"]) & cuts.c.known_at.is_(days["known_at"]))
    first, last = _spanned(material)
    cut = 1 + (connection.scalar(sa.select(sa.func.max(cuts.c.id))) or 0)
    known = Known(material)
    for view, (row_type, rows) in SHEETS.items():
        _lay_out_view(connection, cut, view, row_type, rows(material), known)
    head = {"id": cut, **days, "state": state, "first_day": _day(first), "last_day": _day(last)}
    connection.execute(sa.insert(cuts), [head])
    return cut


def clear(connection: sa.Connection, which: sa.ColumnElement[bool] | None = None) -> None:
    """Remove cuts with all their rows; all cuts where none are named."""
    query = sa.select(cuts.c.id)
    for cut in connection.scalars(query if which is None else query.where(which)).all():
        for table in SHEET_TABLES:
            column = table.c.id if table is cuts else table.c.cut
            connection.execute(sa.delete(table).where(column == cut))


def _lay_out_view(
    connection: sa.Connection, cut: int, view: str, row_type: type, rows: Sequence[Any], known: Known
) -> None:
    latest, told, waiting = _orders(rows, row_type)
    words, dialect = Words(), connection.dialect
    laid: list[tuple[Any, ...]] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by, detail = DESCRIBED[view](known, row)
        orders = latest[place], told[place], waiting[place]
        told_as = _json(encode(row, row_type)), _json(detail)
        laid.append((cut, view, place, words.process_bind_param(row.id, dialect), *orders, *told_as))
        for facet, values in by.items():
            for value in {*values}:
                if value is not None:
                    places[facet, value].append(place)
    for some in _pieces(laid):
        connection.exec_driver_sql("INSERT INTO sheet_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", some)
    bound = [
        (cut, view, facet, kept, at, latest[at], told[at], waiting[at])
        for (facet, value), found in sorted(places.items())
        for kept in (words.process_bind_param(value, dialect),)
        for at in found
    ]
    for some in _pieces(bound):
        connection.exec_driver_sql("INSERT INTO sheet_facets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", some)
    counts = sorted([((EVERY, EVERY), len(rows)), *((which, len(found)) for which, found in places.items())])
    made = [{"cut": cut, "view": view, "facet": f, "value": v, "n": n} for (f, v), n in counts]
    connection.execute(sa.insert(sheet_counts), made)


def _orders(rows: Sequence[Any], row_type: type) -> tuple[list[int], list[int], list[int]]:
    """For each row its place among the latest, the most told, and those that wait longest."""
    columns = {field.name for field in dataclasses.fields(row_type)}
    numbers = [name for name in _TOLD if name in columns]
    told = [tuple(-getattr(row, name) for name in numbers) for row in rows]
    waits = [-1 if row.days_open is None else -row.days_open - 2 for row in rows] if "days_open" in columns else []
    return _ranked([_lateness(row) for row in rows]), _ranked(told), _ranked(waits or [0] * len(rows))


def _lateness(row: Any) -> tuple[int, ...]:
    """The later the less; what has no date comes last."""
    day = getattr(row, "event_date", None) or getattr(row, "published", None) or getattr(row, "last_date", None)
    return (0, -day.toordinal()) if day else (1, 0)


def _ranked(weights: Sequence[Any]) -> list[int]:
    """For each row its place by these weights; rows of equal weight stay as they stand."""
    ranks = [0] * len(weights)
    for rank, place in enumerate(sorted(range(len(weights)), key=weights.__getitem__)):
        ranks[place] = rank
    return ranks


def _pieces(rows: Sequence[Any]) -> Iterator[Any]:
    for at in range(0, len(rows), _AT_ONCE):
        yield rows[at : at + _AT_ONCE]


def _spanned(material: Material) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which something happened or was published."""
    days = [event.when.first for event in material.account.events if event.when]
    published = [one.published.last for one in material.reported if one.published]
    return min(days + published, default=None), max(published or days, default=None)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
