"""What changed between two days, or two reads."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.judged import placed
from rejoinder.publish.web.queries import ChangesAsked
from rejoinder.publish.words.language import N_, _
from rejoinder.record.changes import ChangeRow, by_view
from rejoinder.record.codec import encode
from rejoinder.record.sheets import Line

_MOST_READS = 40
VIEWS = (
    ("documents", N_("Articles")),
    ("exchanges", N_("On the table")),
    ("timeline", N_("Events")),
    ("answers", N_("Answers")),
    ("disputes", N_("Disputes")),
    ("positions", N_("Positions")),
)


def find(desk: Desk, asked: ChangesAsked) -> Found:
    """The changes of one page, articles first, then exchanges, events, answers, disputes and positions."""
    since, until, rows = desk.compared(asked)
    wanted = [row for row in rows if asked.view in (None, row.view)]
    start = placed(asked.after)
    some = wanted[start : start + asked.per_page]
    lines = tuple(Line(id=row.id, place=start + at, row=_row(row), detail={}) for at, row in enumerate(some))
    following = start + asked.per_page
    return Found(
        view="changes",
        row_type=ChangeRow,
        title=_("What changed"),
        lines=lines,
        total=len(wanted),
        following=f"l{following}" if following < len(wanted) else None,
        every=lambda: map(_row, wanted),
        about={"from": since or None, "to": until or None, "by": asked.by},
        shown={
            "since": since,
            "until": until,
            "counts": by_view(rows),
            "views": VIEWS,
            "reads": desk.record.reads()[-_MOST_READS:],
        },
    )


def _row(row: ChangeRow) -> dict[str, Any]:
    data = encode(row, ChangeRow)
    assert isinstance(data, dict)
    return data
