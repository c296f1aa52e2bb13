"""Positions: where each party stands on each issue, and by which act."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.queries import PositionsAsked
from rejoinder.publish.words.language import _

_PARTIES, _ISSUES = 8, 8


def find(desk: Desk, asked: PositionsAsked) -> Found:
    """The stands of one page: parties and issues by name, each in order of time."""
    return listed(
        desk,
        "positions",
        _("Where the parties stand"),
        asked,
        shown=lambda page: {
            "whom": whom(desk, page.lines),
            **choices(desk, asked, "positions"),
            "grid": None if asked.filters() or asked.after else grid(desk),
        },
    )


def grid(desk: Desk) -> dict[str, Any]:
    """The latest stand of the parties that took most on the issues that most are about."""
    sheets = desk.sheets
    parties = sheets.some("parties", [value for value, _n in sheets.counts("positions", "own", _PARTIES)])
    issues = sheets.some("issues", [value for value, _n in sheets.counts("positions", "issue", _ISSUES)])
    rows = []
    for party in parties.values():
        cells = []
        for issue in issues:
            page = sheets.page("positions", {"own": party.id, "issue": issue}, order="last", most=1)
            cells.append({"line": page.lines[0] if page.lines else None, "n": page.total})
        if any(cell["line"] for cell in cells):
            rows.append({"party": party, "cells": cells})
    return {"issues": list(issues.values()), "rows": rows}
