"""What is another in one account than in another: new, gone and changed rows of its views.

Ids are made of content, so that an event that one more article tells has another id. An event is known again by the
moves that it shares; an exchange, an answer and a dispute by the events and passages they are made of.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rejoinder.record.event_views import answer_rows, exchange_rows, timeline_rows
from rejoinder.record.material import Material
from rejoinder.record.source_views import document_rows
from rejoinder.record.stand_views import dispute_rows, position_rows
from rejoinder.record.view_rows import SEPARATOR
from rejoinder.types.identity import content_id

ChangedView = Literal["documents", "exchanges", "timeline", "answers", "disputes", "positions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A row that is `new`, `gone`, or `changed` in a field, with the values before and after.

    `row` is the id in the later account, of what is gone in the earlier one; `who`, `whom` and `words` say what it
    is."""

    id: str
    view: str
    change: str
    row: str
    field: str | None
    before: str | None
    after: str | None
    event_date: dt.date | None
    who: str
    whom: str
    words: str
    document: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class _View:
    """How the rows of a view are known again (`marks`), compared (`fields`), and shown (`shown`)."""

    name: ChangedView
    rows: Callable[[Material], Iterable[Any]]
    marks: Callable[[Material, Any], Iterable[str]]
    fields: tuple[str, ...]
    shown: tuple[str, str, str]


def changes(before: Material, after: Material) -> tuple[ChangeRow, ...]:
    """What changed from the one to the other: by view, new before changed before gone, in the order of the views."""
    found: list[ChangeRow] = []
    for view in _VIEWS:
        found += sorted(_of_view(view, before, after), key=lambda row: _ORDER.index(row.change))
    return tuple(found)


_ORDER = ("new", "changed", "gone")


def _of_view(view: _View, before: Material, after: Material) -> Iterator[ChangeRow]:
    old, new = list(view.rows(before)), list(view.rows(after))
    known = _known_again(
        [frozenset(view.marks(before, row)) for row in old], [frozenset(view.marks(after, row)) for row in new]
    )
    for at, row in enumerate(new):
        if at not in known:
            yield _change(view, "new", row)
            continue
        was = old[known[at]]
        for field in view.fields:
            values = _said(getattr(was, field)), _said(getattr(row, field))
            if values[0] != values[1]:
                yield _change(view, "changed", row, field, *values)
    continued = set(known.values())
    yield from (_change(view, "gone", row) for at, row in enumerate(old) if at not in continued)


def _known_again(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> dict[int, int]:
    """For each later row the earlier one that shares most marks with it, each earlier row taken once."""
    holding: dict[str, list[int]] = {}
    for at, marks in enumerate(old):
        for mark in marks:
            holding.setdefault(mark, []).append(at)
    shared: list[tuple[int, int, int]] = []
    for place, marks in enumerate(new):
        counts: dict[int, int] = {}
        for mark in marks:
            for at in holding.get(mark, ()):
                counts[at] = counts.get(at, 0) + 1
        shared += [(-n, place, at) for at, n in counts.items()]
    known: dict[int, int] = {}
    taken: set[int] = set()
    for _n, place, at in sorted(shared):
        if place not in known and at not in taken:
            known[place] = at
            taken.add(at)
    return known


def _change(
    view: _View, change: str, row: Any, field: str | None = None, before: str | None = None, after: str | None = None
) -> ChangeRow:
    who, whom, words = (str(getattr(row, name, None) or "") if name else "" for name in view.shown)
    return ChangeRow(
        id=content_id("change", view.name, change, row.id, field or ""),
        view=view.name,
        change=change,
        row=row.dispute if view.name == "disputes" else row.id,
        field=field,
        before=before,
        after=after,
        event_date=getattr(row, "event_date", None) or getattr(row, "published", None),
        who=who,
        whom=whom,
        words=words,
        document=row.name if view.name == "documents" else row.document,
        outlet=row.outlet,
    )


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _moves_of(material: Material, *events: str) -> list[str]:
    return [move for event in events if event in material.events for move in material.events[event].moves]


def _both_ends(material: Material, row: Any) -> list[str]:
    """An answer is known again by each pair of a move of the answer and one of what it answers."""
    return [f"{a} {b}" for a in _moves_of(material, row.answer) for b in _moves_of(material, row.to)]


def _first_sides(material: Material) -> list[Any]:
    """One row for each dispute, with the holders of all its sides."""
    sides: dict[str, list[Any]] = {}
    for row in dispute_rows(material):
        sides.setdefault(row.dispute, []).append(row)
    return [
        dataclasses.replace(
            rows[0],
            holders=" | ".join(row.holders for row in rows),
            evidence=SEPARATOR.join(row.evidence for row in rows),
            n_origins=max(row.n_origins for row in rows),
        )
        for rows in sides.values()
    ]


def _stand(_material: Material, row: Any) -> list[str]:
    return [" ".join((row.party, row.issue, row.move))]


_DATES = ("event_date", "event_date_last")
_VIEWS: tuple[_View, ...] = (
    _View("documents", document_rows, lambda _m, row: [row.id], ("outlet", "published"), ("outlet", "", "name")),
    _View(
        "exchanges",
        exchange_rows,
        lambda m, row: _moves_of(m, row.offer),
        ("status", "n_answers", "said_unanswered", "by", "to", *_DATES, "n_origins"),
        ("by", "to", "quote"),
    ),
    _View(
        "timeline",
        timeline_rows,
        lambda m, row: _moves_of(m, row.id),
        ("kind", "modality", "actors", "recipients", *_DATES, "n_origins"),
        ("actors", "recipients", "quote"),
    ),
    _View("answers", answer_rows, _both_ends, ("disposition", "n_origins"), ("answered_by", "answered", "gloss")),
    _View(
        "disputes", _first_sides, lambda _m, row: row.evidence.split(SEPARATOR), ("holders",), ("holders", "", "about")
    ),
    _View("positions", position_rows, _stand, ("stance",), ("party", "", "issue")),
)


def by_view(rows: Iterable[ChangeRow]) -> Mapping[str, Mapping[str, int]]:
    """How many rows of each view are new, changed and gone."""
    counts: dict[str, dict[str, int]] = {view.name: dict.fromkeys(_ORDER, 0) for view in _VIEWS}
    for row in rows:
        counts[row.view][row.change] += 1
    return counts
