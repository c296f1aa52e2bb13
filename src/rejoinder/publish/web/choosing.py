"""From what was asked to the values of the sheets: names of parties, issues and documents become their ids."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _
from rejoinder.record.sheet_values import Wanted
from rejoinder.record.sheets import Line, Sheets, find_cut
from rejoinder.types.account import Disposition
from rejoinder.vocabulary.kinds import kinds

_CLOSED = ("status", "modality", "month", "treatment", "form", "type", "reason")  # the query takes no other values
_NEAREST, _SHOWN = 5, 25


def chosen(desk: Desk, asked: Asked, view: str) -> dict[str, Wanted]:
    """The values that rows of a view must have; a name that several bear stands for all of them.

    Refusal 400 for a value that is not there, with those, or the nearest of those, that can be asked."""
    given: dict[str, Any] = asked.model_dump(mode="json", exclude_none=True)
    found: dict[str, Wanted] = {name: str(given[name]) for name in _CLOSED if given.get(name)}
    for name, finds in _FOUND.items():
        if given.get(name):
            found[name] = finds(desk, view, str(given[name]))
    return found


def named(desk: Desk, view: str, name: str) -> list[Line]:
    """The parties or issues of this id, name or form. Refusal 400 where there is none, with the nearest that are."""
    found = desk.sheets.named(view, name)
    if found:
        return found
    names = [value for value, _n in desk.sheets.counts(view, "name", None)]
    near = difflib.get_close_matches(" ".join(name.split()).casefold(), names, n=_NEAREST, cutoff=0.5)
    shown = dict.fromkeys(line.row["name"] for each in near for line in desk.sheets.named(view, each))
    said = _("No party is called %(name)s.") if view == "parties" else _("No issue is called %(name)s.")
    raise unknown(said, name, [*shown], _("Choose one from the list."))


def _party(desk: Desk, _view: str, name: str) -> Wanted:
    return _either(line.id for line in named(desk, "parties", name))


def _issue(desk: Desk, _view: str, name: str) -> Wanted:
    return _either(line.id for line in named(desk, "issues", name))


def _outlet(desk: Desk, view: str, name: str) -> Wanted:
    """One of which the record has a document, also where it had published nothing by the day of the page."""
    cut = find_cut(desk.connection, None, None)
    whole = Sheets(desk.connection, cut) if cut is not None else desk.sheets
    if desk.sheets.count(view, "outlet", name) or whole.count("documents", "outlet", name):
        return name
    known = [outlet for outlet, _n in whole.counts("documents", "outlet", None)]
    raise unknown(_("No outlet is called %(name)s."), name, known, _("No article names its outlet."))


def _kind(desk: Desk, view: str, name: str) -> Wanted:
    known = [kind.id for kind in kinds()] + ([*get_args(Disposition)] if view == "doubts" else [])
    if name in known or desk.sheets.count(view, "kind", name):
        return name
    raise unknown(_("There is no kind of act called %(name)s."), name, dict.fromkeys(known))


def _event(desk: Desk, _view: str, row_id: str) -> Wanted:
    if desk.sheets.one("timeline", row_id) is None:
        said = _("There is no event %(id)s on these days.") % {"id": repr(row_id[:80])}
        raise Refusal(400, said, advice=_("An id of another day is found with the same as_of and known_at."))
    return row_id


def _document(desk: Desk, _view: str, name: str) -> Wanted:
    if desk.sheets.one("documents", name) is not None:
        return name
    found = [line.id for line in desk.sheets.every("documents", {"name": name})]
    if found:
        return _either(found)
    known = [value for value, _n in desk.sheets.counts("documents", "name", None)]
    raise unknown(_("No document of these days is called %(name)s."), name, known)


_FOUND: Mapping[str, Any] = {
    "party": _party,
    "issue": _issue,
    "outlet": _outlet,
    "kind": _kind,
    "event": _event,
    "document": _document,
}


def _either(ids: Iterable[str]) -> Wanted:
    some = tuple(ids)
    return some[0] if len(some) == 1 else some


def unknown(said: str, name: str, known: Iterable[str], otherwise: str = "") -> Refusal:
    """What is said of a value that is not there: the nearest of those that are, else the first ones."""
    spelled = {value.casefold(): value for value in known}
    near = difflib.get_close_matches(name.casefold(), [*spelled], n=_NEAREST, cutoff=0.5)
    if near:
        advice = _("The nearest are: %(names)s.") % {"names": ", ".join(spelled[each] for each in near)}
    elif spelled:
        values = [*spelled.values()]
        more = " …" if len(values) > _SHOWN else ""
        advice = _("It may be one of: %(values)s.") % {"values": ", ".join(values[:_SHOWN]) + more}
    else:
        advice = otherwise
    return Refusal(400, said % {"name": repr(name[:80])}, advice=advice)
