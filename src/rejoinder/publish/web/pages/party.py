"""A party: what it put to others, what was put to it, where it stands, what it said."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import others, shared
from rejoinder.publish.web.pages.filters import offered
from rejoinder.publish.web.queries import Asked, PartiesAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.words.language import _
from rejoinder.record.sheets import Line
from rejoinder.record.view_rows import TimelineRow

_SOME = 8


def listing(desk: Desk, asked: PartiesAsked) -> Found:
    """The parties of one page, the most met first."""
    return listed(
        desk,
        "parties",
        _("Parties"),
        asked,
        order=asked.sort,
        shown=lambda _page: {**offered(desk, asked, "parties", "type"), "shared": shared(desk)},
    )


def find(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """A party with what it, or who acts for it, did as rows. Refusal 404 where there is none of this id."""
    sheets = desk.sheets
    one = sheets.one("parties", row_id) or _called(sheets.named("parties", row_id), row_id)
    if one is None:
        raise not_there(_("There is no party %(id)s on these days.") % {"id": repr(row_id[:80])})
    by = {"party": one.id}
    acts = sheets.page("timeline", by, order="last", most=_SOME)
    principal = sheets.one("parties", one.detail["principal"]) if one.detail["principal"] else None
    return Found(
        view="timeline",
        row_type=TimelineRow,
        title=str(one.row["name"]),
        lines=acts.lines,
        total=acts.total,
        every=lambda: (line.row for line in sheets.every("timeline", by, order="last")),
        about={"party": one.row},
        shown={
            "one": one,
            "others": others(desk, one),
            "shared": shared(desk),
            "principal": principal,
            "own": sheets.page("exchanges", {"by": one.id}, order="told", most=_SOME),
            "put": sheets.page("exchanges", {"to": one.id}, order="told", most=_SOME),
            "stands": sheets.page("positions", {"own": one.id}, order="last", most=_SOME),
            "said": sheets.page("statements", by, most=_SOME),
            "disputes": sheets.page("disputes", {**by, "side": "1"}, order="last", most=_SOME),
            "acting": [line for line in sheets.page("parties", by, order="told", most=30).lines if line.id != one.id],
            "addresses": sheets.page("addressed", {"by": one.id}, most=_SOME),
            "addressed": sheets.page("addressed", {"to": one.id}, most=_SOME),
        },
    )


def _called(found: Sequence[Line], name: str) -> Line | None:
    """Of those that bear the name the one that is called so and acts most; its page names the others."""
    return max(found, key=lambda line: (line.row["name"] == name, line.row["n_events"]), default=None)
