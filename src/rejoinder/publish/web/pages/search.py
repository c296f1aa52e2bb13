"""Search: statements, moves and the text of articles, with what was sought marked."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from rejoinder.publish.web.found import Found, Row
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.queries import SearchAsked
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _
from rejoinder.record.search_pages import CLOSES, OPENS, HitPage, HitRow, pieces, search_page
from rejoinder.record.sheets import Line


def find(desk: Desk, asked: SearchAsked) -> Found:
    """The passages of one page, the best first; none where nothing is looked for yet."""
    place = 0
    if asked.after:
        if asked.after[0] != "s" or "-" in asked.after:
            raise Refusal(400, _("The cursor is of another list."), advice=_("Begin again without after."))
        place = int(asked.after[1:])
    if not asked.q.strip():
        return _found((), None, lambda: ())
    days = asked.days()
    given: dict[str, Any] = {"kind": asked.kind, "as_of": days.get("as_of"), "known_at": days.get("known_at")}
    page = search_page(desk.connection, asked.q, **given, after=place, most=asked.per_page)
    lines = tuple(_line(place + at, hit) for at, hit in enumerate(page.hits))

    def every() -> Iterable[Row]:
        at: int | None = 0
        while at is not None:
            some = search_page(desk.connection, asked.q, **given, after=at, most=500)
            yield from (_row(hit) for hit in some.hits)
            at = some.following

    return _found(lines, page, every)


def _found(lines: tuple[Line, ...], page: HitPage | None, every: Callable[[], Iterable[Row]]) -> Found:
    said = {"kinds": page.kinds if page else {}, "ranked": page.ranked if page else True}
    return Found(
        view="search",
        row_type=HitRow,
        title=_("Search"),
        lines=lines,
        total=page.total if page else 0,
        following=f"s{page.following}" if page and page.following is not None else None,
        every=every,
        about=said,
        shown=said,
    )


def _line(place: int, hit: HitRow) -> Line:
    return Line(id=hit.id, place=place, row=_row(hit), detail={"pieces": pieces(hit.excerpt)})


def _row(hit: HitRow) -> Row:
    plain = hit.excerpt.replace(OPENS, "").replace(CLOSES, "")
    return {**dataclasses.asdict(hit), "excerpt": " ".join(plain.split())}
