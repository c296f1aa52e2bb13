"""What the lists of a filter offer: the values that most rows have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rejoinder.publish.web.choosing import named
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import shared
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.words import language
from rejoinder.publish.words.acts import KINDS
from rejoinder.publish.words.language import _
from rejoinder.publish.words.wording import DISPOSITIONS, term
from rejoinder.record.sheets import Line

_MOST = 60
_NAMED: Mapping[str, str] = {"party": "parties", "issue": "issues"}  # facets of ids, and the views of their names


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value of a filter, what the page calls it (empty: as it calls this sort of value anywhere), and how many rows
    have it (None: that is not counted)."""

    value: str
    label: str = ""
    n: int | None = None


def choices(desk: Desk, asked: Asked, view: str, *more: str) -> dict[str, Any]:
    """Parties, issues and outlets of a view, and further facets by their names, each with how many rows have it."""
    return offered(desk, asked, view, "party", "issue", "outlet", *more)


def offered(desk: Desk, asked: Asked, view: str, *facets: str) -> dict[str, Any]:
    """What the filters of a view offer for these facets, and what was asked of them as it is called there."""
    found = {facet: desk.once(_key(desk, view, facet), lambda f=facet: _offered(desk, view, f)) for facet in facets}  # type: ignore[misc]
    given = asked.filters()
    picked = {facet: _picked(desk, facet, str(given[facet]), found[facet]) for facet in facets if given.get(facet)}
    return {"choices": found, "picked": picked}


def _offered(desk: Desk, view: str, facet: str) -> list[Choice]:
    counts = desk.sheets.counts(view, facet, _MOST)
    if facet not in _NAMED:
        return [Choice(value=value, label=_answer(view, facet, value), n=n) for value, n in counts]
    lines = desk.sheets.some(_NAMED[facet], [value for value, _n in counts])
    return [Choice(value=value, label=_label(desk, lines[value]), n=n) for value, n in counts if value in lines]


def _label(desk: Desk, line: Line) -> str:
    known = shared(desk).get(line.id)
    return known.label if known else str(line.row["name"])


def _answer(view: str, facet: str, value: str) -> str:
    """What a doubtful answer does, which is no kind of act but stands among them."""
    if view == "doubts" and facet == "kind" and value in DISPOSITIONS and value not in KINDS:
        return f"{_('an answer')}: {term(value, 'disposition')}"
    return ""


def _picked(desk: Desk, facet: str, given: str, found: Iterable[Choice]) -> Choice:
    """What was asked for: by a name that one alone bears as if by its id."""
    if facet in _NAMED:
        lines = named(desk, _NAMED[facet], given)
        if len(lines) > 1:
            return Choice(value=given, label=given)
        return Choice(value=lines[0].id, label=_label(desk, lines[0]))
    return next((one for one in found if one.value == given), Choice(value=given))


def _key(desk: Desk, view: str, facet: str) -> tuple[str, ...]:
    cut = desk.sheets.cut
    return (desk.state, str(cut.as_of), str(cut.known_at), view, facet, language.chosen())
