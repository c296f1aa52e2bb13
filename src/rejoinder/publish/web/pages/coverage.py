"""Coverage: what each outlet reported, copied or left out, and which articles are copies of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.found import Found, Row, cursor, listed, position
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.queries import CoverageAsked
from rejoinder.publish.words.language import _
from rejoinder.record.sheet_values import Wanted
from rejoinder.record.sheets import Line
from rejoinder.record.view_rows import CoverageLine

_OUTLETS = 10


def find(desk: Desk, asked: CoverageAsked) -> Found:
    """What the outlets made of the events of one page, the most told first; of one outlet or treatment, event by
    event."""
    families = desk.sheets.page("families", most=50).lines
    line_by_line = asked.outlet or asked.treatment or asked.reason
    found = choices(desk, asked, "coverage" if line_by_line else "timeline", outlets="coverage")
    offered = {**found, "unnamed": unnamed(desk)}
    if line_by_line:
        more = {**offered, "families": families, "events": (), "outlets": (), "cells": {}, "sources": sources(desk)}
        return listed(
            desk,
            "coverage",
            _("Who told what"),
            asked,
            shown=lambda page: {**more, "copies": copies(desk, page.lines)},
        )
    by = chosen(desk, asked, "timeline")
    after = position(asked.after, "told")
    events = desk.sheets.page("timeline", by, order="told", after=after, most=asked.per_page)
    outlets = {outlet for view in ("sources", "coverage") for outlet, _n in desk.sheets.counts(view, "outlet", None)}
    lines = [
        line for event in events.lines for line in desk.sheets.page("coverage", {"event": event.id}, most=500).lines
    ]
    cells = {(line.row["event"], line.row["outlet"]): line for line in lines}
    busiest = sorted(outlets, key=lambda one: (-desk.sheets.count("coverage", "outlet", one), one))[:_OUTLETS]
    return Found(
        view="coverage",
        row_type=CoverageLine,
        title=_("Who told what"),
        lines=tuple(lines),
        total=events.total,
        following=cursor(events.following, "told"),
        every=lambda: _every(desk, by),
        shown={
            **offered,
            "families": families,
            "events": events.lines,
            "outlets": busiest,
            "cells": cells,
            "copies": {},
        },
    )


def copies(desk: Desk, lines: Iterable[Line]) -> Mapping[str, Line]:
    """The documents (by id) that show what was cut in these lines of coverage: copies without it, copies with it."""
    ids = [one for line in lines for one in (*line.detail["cut_from"], *line.detail["kept_in"])]
    return desk.sheets.some("documents", ids)


def unnamed(desk: Desk) -> int:
    """How many documents name no outlet, so that no page of outlets has them."""
    return desk.sheets.count("documents") - sum(n for _outlet, n in desk.sheets.counts("documents", "outlet", None))


def sources(desk: Desk) -> frozenset[str]:
    """The outlets that had published something by the day, so that there is a page of each."""
    return frozenset(outlet for outlet, _n in desk.sheets.counts("sources", "outlet", None))


def _every(desk: Desk, by: Mapping[str, Wanted]) -> Iterable[Row]:
    return (line.row for line in desk.sheets.every("coverage", by))
