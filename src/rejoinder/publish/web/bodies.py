"""What was found, written as a page, as JSON, and line by line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from rejoinder.publish.exports.cells import plain
from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.page_of import PageOf
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.rendering import page


def as_html(desk: Desk, one: PageOf, links: Links, asked: Asked, found: Found) -> str:
    """The page."""
    return page(
        one.template,
        links,
        found=found,
        asked=asked,
        cut=desk.sheets.cut,
        span=_span(desk),
        pending=desk.standing.pending,
        **found.shown,
    )


def _span(desk: Desk) -> tuple[str | None, str | None]:
    """The days between which the date can be moved: from a month before the first publication to the last day."""
    cut, documents = desk.sheets.cut, desk.sheets.page("documents", most=1).lines
    first = documents[0].row["published"] if documents else None
    return first or cut.first_day, cut.last_day


def as_json(desk: Desk, _one: PageOf, links: Links, asked: Asked, found: Found) -> str:
    """The rows and where the next ones are."""
    return json.dumps(
        {
            "ok": True,
            "view": found.view,
            "as_of": asked.days().get("as_of"),
            "known_at": asked.days().get("known_at"),
            "last_day": desk.sheets.cut.last_day,
            "asked": asked.filters(),
            "total": found.total,
            "next": found.following,
            "next_url": Links(path=f"{links.path}.json", query=links.query).here(after=found.following)
            if found.following
            else None,
            "about": found.about,
            "rows": found.rows,
        },
        ensure_ascii=False,
    )


def json_line(row: Mapping[str, Any]) -> bytes:
    """One row of JSON lines."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def csv_line(values: Sequence[Any]) -> bytes:
    """One line; no cell is a formula (see `exports.safety`)."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(map(plain, values))
    return out.getvalue().encode("utf-8", "replace")
