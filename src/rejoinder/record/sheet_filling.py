"""A cut laid out: the rows of every view, their facets, and how many rows each facet has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from rejoinder.record.doubts import DoubtRow, doubt_rows
from rejoinder.record.laid import LaidViews
from rejoinder.record.material import Material
from rejoinder.record.reading_rows import MoveRow, StatementRow
from rejoinder.record.reading_views import move_rows, statement_rows
from rejoinder.record.sheet_known import Known
from rejoinder.record.sheet_schema import SHEET_TABLES, cuts, later
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


def lay_out(
    connection: sa.Connection,
    material: Material,
    state: str,
    as_of: str | None = None,
    known_at: str | None = None,
    views: LaidViews | None = None,
) -> int:
    """Lay out the cut of this material, in the place of any other of the same days; its number.

    `views` is what is laid out of it already, if that is remembered: then only what differs is written."""
    days = cuts.c.as_of.is_(as_of) & cuts.c.known_at.is_(known_at)
    there = connection.scalar(sa.select(cuts.c.id).where(days))
    known = views is not None and there is not None and bool(views.rows)
    if not known:
        clear(connection, days)
    last = connection.scalar(sa.select(sa.func.max(cuts.c.id))) or 0
    cut: int = there if known and there is not None else last + 1
    fill(connection, cut, material, views if views is not None else LaidViews())
    first_day, last_day = _spanned(material)
    connection.execute(sa.delete(cuts).where(cuts.c.id == cut))
    head = {"id": cut, "as_of": as_of, "known_at": known_at, "state": state}
    connection.execute(sa.insert(cuts), [{**head, "first_day": _day(first_day), "last_day": _day(last_day)}])
    return cut


def fill(connection: sa.Connection | None, cut: int, material: Material, views: LaidViews) -> None:
    """Write what differs of the rows of all views, or only remember them where there is no connection."""
    known = Known(material)
    same = all(known.stands_for.get(name) == parties for name, parties in views.stands_for.items())
    same &= all(known.referred.bearing.get(name) == some for name, some in views.namesakes.items())
    for view, (row_type, rows) in SHEETS.items():
        views.change(connection, cut, view, row_type, rows(material), known, known_parties=same)
    views.stands_for = known.stands_for if views.keeps else {}
    views.namesakes = known.referred.namesakes if views.keeps else {}


def clear(connection: sa.Connection, which: sa.ColumnElement[bool] | None = None) -> None:
    """Remove cuts with all their rows; all cuts where none are named."""
    query = sa.select(cuts.c.id)
    for cut in connection.scalars(query if which is None else query.where(which)).all():
        for table in SHEET_TABLES:
            column = table.c.id if table is cuts else table.c.cut
            connection.execute(sa.delete(table).where(column == cut))


def _spanned(material: Material) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which something happened or was published."""
    days = [event.when.first for event in material.account.events if event.when]
    published = [one.published.last for one in material.reported if one.published]
    return min(days + published, default=None), max(published or days, default=None)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
