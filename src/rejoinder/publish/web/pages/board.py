"""The board: what is on the table, by whom to whom, since when, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.filters import Choice, choices
from rejoinder.publish.web.queries import BoardAsked
from rejoinder.publish.words.language import _
from rejoinder.publish.words.wording import STATUSES
from rejoinder.record.sheets import Page


def find(desk: Desk, asked: BoardAsked) -> Found:
    """The exchanges of one page; by default the most told first."""

    def shown(page: Page) -> Mapping[str, Any]:
        answers = {line.id: [*line.detail["answers"]] for line in page.lines}
        latest = desk.sheets.some("answers", [each for ids in answers.values() for each in ids[-1:]])
        standing = _standing(desk, asked)
        found = choices(desk, asked, "exchanges")
        return {
            "choices": {**found["choices"], "status": standing},
            "picked": {**found["picked"], **({"status": Choice(value=asked.status)} if asked.status else {})},
            "latest": {row_id: latest.get(ids[-1]) if ids else None for row_id, ids in answers.items()},
            "standing": standing,
        }

    return listed(desk, "exchanges", _("On the table"), asked, order=asked.sort, shown=shown)


def _standing(desk: Desk, asked: BoardAsked) -> list[Choice]:
    """How many have each status of those that are asked for otherwise: any other status can be chosen from there."""
    by = {name: value for name, value in chosen(desk, asked, "exchanges").items() if name != "status"}
    counts = ((each, desk.sheets.total("exchanges", {**by, "status": each})) for each in STATUSES)
    return [Choice(value=each, n=n) for each, n in counts if n]
