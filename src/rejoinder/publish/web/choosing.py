"""From what was asked to the values of the sheets: names of parties and issues become their ids."""

from __future__ import annotations

import difflib
from typing import Any

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.language import _
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import Refusal
from rejoinder.record.sheets import Line

_PLAIN = ("status", "outlet", "kind", "modality", "month", "treatment", "form", "document", "event", "type", "reason")
_NEAREST = 5


def chosen(desk: Desk, asked: Asked) -> dict[str, str]:
    """The values that rows must have. Refusal 400 for a party or issue that is not there, with the nearest that are."""
    given: dict[str, Any] = asked.model_dump(mode="json", exclude_none=True)
    found = {name: str(given[name]) for name in _PLAIN if given.get(name)}
    for name, view in (("party", "parties"), ("issue", "issues")):
        if given.get(name):
            found[name] = _named(desk, view, name, given[name]).id
    return found


def _named(desk: Desk, view: str, what: str, name: str) -> Line:
    found = desk.sheets.named(view, name)
    if found:
        return found[0]
    names = [value for value, _n in desk.sheets.counts(view, "name", None)]
    near = difflib.get_close_matches(" ".join(name.split()).casefold(), names, n=_NEAREST, cutoff=0.5)
    shown = ", ".join(dict.fromkeys(line.row["name"] for each in near for line in desk.sheets.named(view, each)))
    raise Refusal(
        400,
        _("No party is called %(name)s.") % {"name": repr(name)}
        if what == "party"
        else _("No issue is called %(name)s.") % {"name": repr(name)},
        advice=_("The nearest are: %(names)s.") % {"names": shown} if shown else _("Choose one from the list."),
    )
