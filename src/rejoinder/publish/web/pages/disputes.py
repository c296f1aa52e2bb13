"""Disputes: accounts that cannot all be true, side by side, each with the way by which it came to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.found import Found, Row, cursor, position
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.coverage import copies
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.pages.left_out import left_out
from rejoinder.publish.web.pages.sentences import in_sentences
from rejoinder.publish.web.pages.words import passages
from rejoinder.publish.web.queries import Asked, DisputesAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.web.rendering import parts
from rejoinder.publish.words.language import _
from rejoinder.record.sheet_values import Wanted
from rejoinder.record.sheets import Line
from rejoinder.record.view_rows import DisputeRow

_WORDS = 3


def find(desk: Desk, asked: DisputesAsked) -> Found:
    """The disputes of one page, each with all its sides; the latest first."""
    first = {**chosen(desk, asked, "disputes"), "side": "1"}
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
        shown={
            **choices(desk, asked, "disputes", by={"side": "1"}),
            "matters": [_matter(desk, matter) for matter in matters],
        },
    )


def one(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """One dispute. Refusal 404 where there is none of this id on these days."""
    found = desk.sheets.page("disputes", {"dispute": row_id.partition(".")[0]}, most=100).lines
    if not found:
        raise not_there(_("There is no dispute %(id)s on these days.") % {"id": repr(row_id[:80])})
    events = desk.sheets.some("timeline", found[0].detail["events"])
    matter = _with_coverage(desk, _matter(desk, found, None), found)
    return Found(
        view="disputes",
        row_type=DisputeRow,
        title=_("Accounts that cannot all be true"),
        lines=found,
        total=len(found),
        every=lambda: (line.row for line in found),
        about={
            "events": [line.row for line in events.values()],
            "left_out": [line.row for side in matter["sides"] for line in side["left"]],
        },
        shown={
            "matter": matter,
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
            {
                "row": line.row,
                "holders": _holders(desk, line),
                "words": passages(desk, line.detail["evidence"], most),
                "n": len(line.detail["evidence"]),
                "also": (),
                "left": (),
                "copies": {},
            }
            for line in lines
        ],
    }


def _holders(desk: Desk, line: Line) -> list[tuple[str, str | None]]:
    """Who holds a side, each with the party for which he acts."""
    known = desk.sheets.some("parties", line.detail["holders"])
    acting = {one.row["name"]: one.row["principal"] for one in known.values()}
    return [(name, acting.get(name)) for name in parts(line.row["holders"])]


def _with_coverage(desk: Desk, matter: dict[str, Any], lines: Sequence[Line]) -> dict[str, Any]:
    """The matter with each side's words in their sentences, who tells it too, and which outlets left it out."""
    sides = []
    for side, line in zip(matter["sides"], lines, strict=True):
        telling = [outlet for one in side["words"] if (outlet := one["row"]["outlet"])]
        words = in_sentences(desk, side["words"])
        beside = left_out(desk, line.detail["own"], telling)
        sides.append({**side, "words": words, "n": len(words), **beside, "copies": copies(desk, beside["left"])})
    return {**matter, "sides": sides}


def _every(desk: Desk, first: Mapping[str, Wanted]) -> Iterable[Row]:
    return (line.row for matter in desk.sheets.every("disputes", first, order="last") for line in sides(desk, matter))
