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
            **{facet: _counted(desk, view, facet) for facet in ("outlet", *more)},
        }
    }


def named(desk: Desk, view: str, facet: str, names: str) -> list[tuple[str, int]]:
    """The values of a facet of ids by their names, the most frequent first."""
    return desk.once(_key(desk, view, facet), lambda: _named(desk, view, facet, names))


def _counted(desk: Desk, view: str, facet: str) -> list[tuple[str, int]]:
    return desk.once(_key(desk, view, facet), lambda: desk.sheets.counts(view, facet, _MOST))


def _named(desk: Desk, view: str, facet: str, names: str) -> list[tuple[str, int]]:
    counts = desk.sheets.counts(view, facet, _MOST)
    lines = desk.sheets.some(names, [value for value, _n in counts])
    return [(lines[value].row["name"], n) for value, n in counts if value in lines]


def _key(desk: Desk, view: str, facet: str) -> tuple[str, ...]:
    cut = desk.sheets.cut
    return (desk.state, str(cut.as_of), str(cut.known_at), view, facet)
