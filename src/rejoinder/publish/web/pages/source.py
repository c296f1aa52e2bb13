"""A source: what an outlet published, what it took over, and what it left out though others had it."""

from __future__ import annotations

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.language import _
from rejoinder.publish.web.pages.coverage import copies
from rejoinder.publish.web.queries import Asked, Listed
from rejoinder.publish.web.refusals import not_there
from rejoinder.record.source_rows import DocumentRow

_SOME = 12


def listing(desk: Desk, asked: Listed) -> Found:
    """The outlets by name, with the families of copies."""
    return listed(
        desk,
        "sources",
        _("Sources"),
        asked,
        shown=lambda _page: {"families": desk.sheets.page("families", most=50).lines},
    )


def documents(desk: Desk, asked: Listed) -> Found:
    """The documents by day of publication."""
    return listed(desk, "documents", _("Documents"), asked, order="last")


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
        row_type=DocumentRow,
        title=str(one.row["outlet"]),
        lines=own.lines,
        total=own.total,
        every=lambda: (line.row for line in sheets.every("documents", by, order="last")),
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
