"""The board: what is on the table, by whom to whom, since when, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.language import _
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.queries import BoardAsked
from rejoinder.publish.web.wording import STATUSES
from rejoinder.record.sheets import Page


def find(desk: Desk, asked: BoardAsked) -> Found:
    """The exchanges of one page; by default the most told first."""

    def shown(page: Page) -> Mapping[str, Any]:
        answers = {line.id: [*line.detail["answers"]] for line in page.lines}
        latest = desk.sheets.some("answers", [each for ids in answers.values() for each in ids[-1:]])
        standing = [(each, n) for each in STATUSES if (n := desk.sheets.count("exchanges", "status", each))]
        offered = choices(desk, "exchanges")["choices"]
        return {
            "choices": {**offered, "status": standing},
            "latest": {row_id: latest.get(ids[-1]) if ids else None for row_id, ids in answers.items()},
            "standing": standing,
            "all": desk.sheets.count("exchanges"),
        }

    return listed(desk, "exchanges", _("On the table"), asked, order=asked.sort, shown=shown)
