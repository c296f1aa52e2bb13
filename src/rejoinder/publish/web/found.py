"""What a page found: the same rows for the page, JSON, JSON lines and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.queries import Listed
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _
from rejoinder.record.sheet_filling import SHEETS
from rejoinder.record.sheets import Line, Order, Page

Row = Mapping[str, Any]
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The rows of one page of a view, how many there are in all, and the cursor of the next page.

    `every` gives all rows of the query, for CSV and JSON lines; `about` is what JSON says besides the rows, `shown`
    what only the page shows."""

    view: str
    row_type: type
    title: str
    lines: tuple[Line, ...]
    total: int
    following: str | None = None
    every: Callable[[], Iterable[Row]]
    about: Mapping[str, Any] = field(default_factory=dict)
    shown: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """The rows of this page."""
        return [line.row for line in self.lines]


def listed(
    desk: Desk,
    view: str,
    title: str,
    asked: Listed,
    *,
    order: Order = "first",
    by: Mapping[str, str] | None = None,
    shown: Callable[[Page], Mapping[str, Any]] = lambda _page: _NOTHING,
) -> Found:
    """A page of a view by what was asked; `by` are further values that its rows must have."""
    where = {**chosen(desk, asked, view), **(by or {})}
    page = desk.sheets.page(view, where, order=order, after=position(asked.after, order), most=asked.per_page)
    return Found(
        view=view,
        row_type=SHEETS[view][0],
        title=title,
        lines=page.lines,
        total=page.total,
        following=cursor(page.following, order),
        every=lambda: (line.row for line in desk.sheets.every(view, where, order=order)),
        shown=shown(page),
    )


def cursor(place: str | int | None, order: Order) -> str | None:
    """The cursor of what a page of an order ends with."""
    return None if place is None else f"{order[0]}{place}"


def position(given: str | None, order: Order) -> str | None:
    """What the page of a cursor ended with. Refusal 400 for one of another order."""
    if given is None:
        return None
    if given[0] != order[0] or ("-" in given) == (order == "first"):
        raise Refusal(400, _("The cursor is of another order of these rows."), advice=_("Begin again without after."))
    return given[1:]
