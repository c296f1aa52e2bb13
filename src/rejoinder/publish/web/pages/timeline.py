"""The timeline: what happened, in order of time, and on whose word."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.coverage import copies, sources
from rejoinder.publish.web.pages.filters import choices, offered
from rejoinder.publish.web.pages.words import passages
from rejoinder.publish.web.queries import Asked, TimelineAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.words.language import _
from rejoinder.record.reading_rows import MoveRow

_MONTHS = 36  # bars of the strip, the last ones
_HEIGHT = 48


def find(desk: Desk, asked: TimelineAsked) -> Found:
    """The events of one page; by default the latest first."""
    return listed(
        desk,
        "timeline",
        _("Timeline"),
        asked,
        order=asked.sort,
        shown=lambda _page: {**choices(desk, asked, "timeline", "kind", "modality"), "strip": strip(desk, asked)},
    )


def strip(desk: Desk, asked: TimelineAsked) -> list[dict[str, Any]]:
    """The months with how many events each has of those that are asked for otherwise, as bars of a strip, empty ones
    between them too."""
    counts = {one.value: one.n or 0 for one in offered(desk, asked, "timeline", "month", most=None)["choices"]["month"]}
    last = desk.sheets.cut.last_day
    if not counts or last is None:
        return []
    months = list(_before(last[:7], _MONTHS))
    most = max((counts.get(month, 0) for month in months), default=0)
    while months and not counts.get(months[0], 0):
        months.pop(0)
    return [
        {"month": month, "n": (n := counts.get(month, 0)), "at": at, "height": round(_HEIGHT * n / most) if most else 0}
        for at, month in enumerate(months)
    ]


def _before(month: str, most: int) -> list[str]:
    year, number = map(int, month.split("-"))
    found = []
    for back in range(most):
        before = year * 12 + number - 1 - back
        if before >= 12:
            found.append(f"{before // 12:04}-{before % 12 + 1:02}")
    return found[::-1]


def event(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """An event with the moves that tell it. Refusal 404 where there is none of this id on these days."""
    sheets = desk.sheets
    one = sheets.one("timeline", row_id)
    if one is None:
        raise not_there(_("There is no event %(id)s on these days.") % {"id": repr(row_id[:80])})
    moves = sheets.told("moves", one.detail["moves"])
    made = sheets.page("coverage", {"event": row_id}, most=100).lines
    return Found(
        view="moves",
        row_type=MoveRow,
        title=str(one.row["gloss"]),
        lines=tuple(moves.values()),
        total=len(moves),
        every=lambda: (line.row for line in moves.values()),
        about={"event": one.row},
        shown={
            "one": one,
            "whom": whom(desk, [one]),
            "words": passages(desk, one.detail["moves"]),
            "exchanges": sheets.page("exchanges", {"event": row_id}, most=20).lines,
            "answers": sheets.page("answers", {"answer": row_id}, most=20).lines,
            "disputes": sheets.page("disputes", {"event": row_id, "side": "1"}, most=20).lines,
            "coverage": made,
            "copies": copies(desk, made),
            "sources": sources(desk),
        },
    )
