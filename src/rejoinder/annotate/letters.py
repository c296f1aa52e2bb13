"""Who writes in the first person where the text itself is a letter or a bulletin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.scene import KnownMention, principal_of
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span

LETTER = "reference.letter"
"""The rule by which "we" stands for who writes."""
_SALUTATION = re.compile(
    r"^\W{0,3}(?:dear\s(?:\w+\s){0,3}?(?:members?|colleagues?|friends?|comrades?|shareholders?|readers?|customers?|"
    r"parents|staff|all|sir|madam|brothers|sisters|fellow\s\w+)|brothers and sisters|(?:colleagues|comrades|friends)"
    r"(?=,|$))",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 900
"""Characters in which a letter greets those to whom it is written."""
_FOOT = 200
"""Characters in which it is signed."""


def letter_author(
    text: str, names: Sequence[KnownMention], persons: Sequence[PersonMention], people: Mapping[str, PartyRef]
) -> PartyRef | None:
    """The body in whose name a letter is written: the one that stands above the greeting, else the one for which who
    signs acts; None where nobody is greeted, or neither is known."""
    greeting = _SALUTATION.search(text, 0, _HEAD)
    if greeting is None:
        return None
    above = [n.party for n in names if n.span.end <= greeting.start() and not n.place and not n.demonym]
    bodies = [p for p in above if p.type in ("organisation", "group")]
    if bodies:
        return bodies[-1]
    foot = Span(start=max(greeting.end(), len(text) - _FOOT), end=len(text))
    signing = [people[p.name] for p in persons if p.span.touches(foot)]
    return next((principal_of(p) for p in reversed(signing) if p.principal), None)
