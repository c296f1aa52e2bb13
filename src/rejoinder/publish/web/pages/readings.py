"""Statements and moves: what the documents say, line by line."""

from __future__ import annotations

from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.filters import choices
from rejoinder.publish.web.queries import MovesAsked, StatementsAsked
from rejoinder.publish.words.language import _


def statements(desk: Desk, asked: StatementsAsked) -> Found:
    """The statements of one page, documents by name, in the order of the text."""
    return listed(
        desk, "statements", _("Statements"), asked, shown=lambda _page: choices(desk, asked, "statements", "form")
    )


def moves(desk: Desk, asked: MovesAsked) -> Found:
    """The moves of one page, documents by name, in the order of the text."""
    return listed(
        desk,
        "moves",
        _("Moves"),
        asked,
        shown=lambda page: {**choices(desk, asked, "moves", "kind"), "whom": whom(desk, page.lines)},
    )
