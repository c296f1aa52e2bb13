"""What the lists of a filter offer: the values that most rows have."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.web.holding import Desk

_MOST = 60


def choices(desk: Desk, view: str, *more: str) -> dict[str, Any]:
    """Parties, issues and outlets of a view, and further facets by their names, each with how many rows have it."""
    return {
        "choices": {
            "party": named(desk, view, "party", "parties"),
            "issue": named(desk, view, "issue", "issues"),
            "outlet": desk.sheets.counts(view, "outlet", _MOST),
            **{facet: desk.sheets.counts(view, facet, _MOST) for facet in more},
        }
    }


def named(desk: Desk, view: str, facet: str, names: str, most: int = _MOST) -> list[tuple[str, int]]:
    """The values of a facet of ids by their names, the most frequent first."""
    counts = desk.sheets.counts(view, facet, most)
    lines = desk.sheets.some(names, [value for value, _n in counts])
    return [(lines[value].row["name"], n) for value, n in counts if value in lines]
