"""What the lists of a filter offer: the values that most rows have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rejoinder.publish.web.choosing import chosen, named
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import shared
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.words import language
from rejoinder.publish.words.acts import KINDS
from rejoinder.publish.words.language import _
from rejoinder.publish.words.wording import DISPOSITIONS, term
from rejoinder.record.sheet_values import Wanted
from rejoinder.record.sheets import Line

_MOST, _COUNTED = 60, 20_000
_NOTHING: Mapping[str, Wanted] = MappingProxyType({})
_NAMED: Mapping[str, str] = {"party": "parties", "issue": "issues"}  # facets of ids, and the views of their names


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value of a filter, what the page calls it (empty: as it calls this sort of value anywhere), and how many rows
    have it (None: that is not counted)."""

    value: str
    label: str = ""
    n: int | None = None


def choices(
    desk: Desk, asked: Asked, view: str, *more: str, by: Mapping[str, Wanted] = _NOTHING, outlets: str | None = None
) -> dict[str, Any]:
    """Parties, issues and outlets of a view, and further facets by their names, each with how many rows have it.

    `by` are values that the rows of the page always have; `outlets` is the view of which an outlet shows the rows, if
    that is another."""
    found = offered(desk, asked, view, "party", "issue", *more, by=by)
    other = offered(desk, asked, outlets or view, "outlet", by=by)
    return {part: {**found[part], **other[part]} for part in found}


def offered(
    desk: Desk, asked: Asked, view: str, *facets: str, by: Mapping[str, Wanted] = _NOTHING, most: int | None = _MOST
) -> dict[str, Any]:
    """What the filters of a view offer for these facets, and what was asked of them as it is called there.

    A value is offered with how many rows would be shown if it were chosen, whatever else is asked for."""
    where = {**chosen(desk, asked, view), **by}
    others = {facet: {name: value for name, value in where.items() if name != facet} for facet in facets}
    found = {facet: _made_once(desk, view, facet, others[facet], most) for facet in facets}
    given = asked.filters()
    picked = {facet: _picked(desk, facet, str(given[facet]), found[facet]) for facet in facets if given.get(facet)}
    return {"choices": found, "picked": picked}


def _made_once(desk: Desk, view: str, facet: str, by: Mapping[str, Wanted], most: int | None) -> list[Choice]:
    cut = desk.sheets.cut
    key = (desk.state, str(cut.as_of), str(cut.known_at), view, facet, language.chosen(), repr(sorted(by.items())))
    return desk.once(key, lambda: _offered(desk, view, facet, by, most))


def _offered(desk: Desk, view: str, facet: str, by: Mapping[str, Wanted], most: int | None) -> list[Choice]:
    counts = _counts(desk, view, facet, by, most)
    if facet not in _NAMED:
        return [Choice(value=value, label=_answer(view, facet, value), n=n) for value, n in counts]
    lines = desk.sheets.some(_NAMED[facet], [value for value, _n in counts])
    return [Choice(value=value, label=_label(desk, lines[value]), n=n) for value, n in counts if value in lines]


def _counts(
    desk: Desk, view: str, facet: str, by: Mapping[str, Wanted], most: int | None
) -> Sequence[tuple[str, int | None]]:
    """The values with their figures; without them where so many rows would have to be looked through for each page."""
    if not by:
        return desk.sheets.counts(view, facet, most)
    if desk.sheets.count(view) > _COUNTED:
        return [(value, None) for value, _n in desk.sheets.counts(view, facet, most)]
    return desk.sheets.counts_among(view, facet, by, most)


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
