"""Disputes: accounts that cannot all be true, side by side, each with the way by which it came to the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.found import Found, Row, cursor, position
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.language import _
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.pages.words import passages
from rejoinder.publish.web.queries import Asked, DisputesAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.record.sheets import Line
from rejoinder.record.view_rows import DisputeRow

_WORDS = 3


def find(desk: Desk, asked: DisputesAsked) -> Found:
    """The disputes of one page, each with all its sides; the latest first."""
    first = {**chosen(desk, asked), "side": "1"}
    after = position(asked.after, "last")
    page = desk.sheets.page("disputes", first, order="last", after=after, most=asked.per_page)
    matters = [sides(desk, line) for line in page.lines]
    return Found(
        view="disputes",
        row_type=DisputeRow,
        title=_("Who says otherwise"),
        lines=tuple(line for matter in matters for line in matter),
        total=page.total,
        following=cursor(page.following, "last"),
        every=lambda: _every(desk, first),
        shown={**choices(desk, "disputes"), "matters": [_matter(desk, matter) for matter in matters]},
    )


def one(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """One dispute. Refusal 404 where there is none of this id on these days."""
    found = desk.sheets.page("disputes", {"dispute": row_id.partition(".")[0]}, most=100).lines
    if not found:
        raise not_there(_("There is no dispute %(id)s on these days.") % {"id": repr(row_id[:80])})
    events = desk.sheets.some("timeline", found[0].detail["events"])
    return Found(
        view="disputes",
        row_type=DisputeRow,
        title=_("Accounts that cannot all be true"),
        lines=found,
        total=len(found),
        every=lambda: (line.row for line in found),
        about={"events": [line.row for line in events.values()]},
        shown={
            "matter": _matter(desk, found, None),
            "events": list(events.values()),
            "exchanges": [
                line for event in events for line in desk.sheets.page("exchanges", {"event": event}, most=5).lines
            ],
        },
    )


def sides(desk: Desk, line: Line) -> tuple[Line, ...]:
    """All sides of the matter."""
    return desk.sheets.page("disputes", {"dispute": line.row["dispute"]}, most=100).lines


def _matter(desk: Desk, lines: Sequence[Line], most: int | None = _WORDS) -> dict[str, Any]:
    return {
        "id": lines[0].row["dispute"],
        "about": lines[0].row["about"],
        "row": lines[0].row,
        "sides": [
            {"row": line.row, "words": passages(desk, line.detail["evidence"], most), "n": len(line.detail["evidence"])}
            for line in lines
        ],
    }


def _every(desk: Desk, first: dict[str, str]) -> Iterable[Row]:
    return (line.row for matter in desk.sheets.every("disputes", first, order="last") for line in sides(desk, matter))
