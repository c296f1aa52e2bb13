"""A source: what an outlet published, what it took over, and what it left out though others had it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from rejoinder.publish.web.found import Found, Row, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.coverage import copies, unnamed
from rejoinder.publish.web.queries import Asked, Listed
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.words.language import _
from rejoinder.record.publications import publications
from rejoinder.record.sheets import Line
from rejoinder.record.source_rows import DocumentRow

_SOME, _AT_ONCE = 12, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedRow(DocumentRow):
    """A document that was read, with its headline where one is known. `origin` is the witness it is counted as, `story`
    the earliest document (id) of the story that it and others print."""

    headline: str | None


def listing(desk: Desk, asked: Listed) -> Found:
    """The outlets by name, with the families of copies."""
    return listed(
        desk,
        "sources",
        _("Sources"),
        asked,
        shown=lambda _page: {"families": desk.sheets.page("families", most=50).lines, "unnamed": unnamed(desk)},
    )


def documents(desk: Desk, asked: Listed) -> Found:
    """The documents by day of publication."""
    found = listed(desk, "documents", _("Documents"), asked, order="last")
    return replace(found, **_headed(desk, found.lines, found.every))


def find(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """An outlet with its documents as rows, the latest first. Refusal 404 where there is none of this id."""
    sheets = desk.sheets
    one = sheets.one("sources", row_id) or next(iter(sheets.page("sources", {"outlet": row_id}, most=1).lines), None)
    if one is None:
        raise not_there(_("There is no source %(id)s on these days.") % {"id": repr(row_id[:80])})
    by = {"outlet": str(one.row["outlet"])}
    own = sheets.page("documents", by, order="last", most=100)
    cuts = sheets.page("coverage", {**by, "reason": "cut"}, order="told", most=_SOME)
    return Found(
        view="documents",
        title=str(one.row["outlet"]),
        total=own.total,
        **_headed(desk, own.lines, lambda: (line.row for line in sheets.every("documents", by, order="last"))),
        about={"source": one.row},
        shown={
            "one": one,
            "cuts": cuts,
            "copies": copies(desk, cuts.lines),
            "omitted": sheets.page("coverage", {**by, "reason": "told-elsewhere"}, order="told", most=_SOME),
            "copied": sheets.page("coverage", {**by, "treatment": "copied"}, order="told", most=_SOME),
            "families": sheets.page("families", by, most=20).lines,
        },
    )


def _headed(desk: Desk, lines: Sequence[Line], every: Callable[[], Iterable[Row]]) -> dict[str, Any]:
    """Rows of documents with their headlines: those of a page, and all of them."""
    rows = _with_headlines(desk, [line.row for line in lines])
    return {
        "row_type": HeadedRow,
        "lines": tuple(replace(line, row=row) for line, row in zip(lines, rows, strict=True)),
        "every": lambda: _every(desk, every()),
    }


def _every(desk: Desk, rows: Iterable[Row]) -> Iterator[Row]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield from _with_headlines(desk, some)


def _with_headlines(desk: Desk, rows: Sequence[Row]) -> list[Row]:
    told = publications(desk.connection, [row["id"] for row in rows])
    return [{**row, "headline": told[row["id"]].headline} for row in rows]
