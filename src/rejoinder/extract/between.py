"""Between whom something is."""

from __future__ import annotations

import re

from rejoinder.extract.clauses import Clause
from rejoinder.extract.speakers import PartiesAt
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span

_BETWEEN = re.compile(r"(?:\s(?!(?:and|but|that|who|which|when|while)\b)[\w’'-]+){0,3}\sbetween\s", re.IGNORECASE)
_JOINED = re.compile(r",?\sand\s(?:[^\W_][\w’'.-]*\s){0,3}")
_FURTHEST, _TWO = 120, 2


def sides(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Both whom the words right behind the act name ("talks in Geneva between X and Y"); nobody where it is only
    one."""
    found = _BETWEEN.match(text, clause.act.trigger.end, clause.sentence.end)
    if found is None:
        return ()
    after = Span(start=found.end(), end=min(clause.sentence.end, found.end() + _FURTHEST))
    named = [m for m in parties.outermost(after) if m.kind != "place"][:2]
    if len(named) < _TWO or not _JOINED.fullmatch(text, named[0].span.end, named[1].span.start):
        return ()
    return tuple(dict.fromkeys(p for m in named for p in m.parties))
