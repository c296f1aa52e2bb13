"""Which organisations a noun for a body can stand for."""

from __future__ import annotations

import re
from collections.abc import Collection

from rejoinder.types.annotation import PartyRef

_SORTS_OF_BODY = tuple(
    frozenset(words.split())
    for words in (
        "union guild brotherhood syndicate",
        "company firm corporation airline carrier operator manufacturer retailer publisher producer lender bank fund",
        "federation confederation league association",
        "council commission committee agency authority",
        "ministry department",
        "army navy police militia",
        "church diocese",
        "court tribunal",
        "parliament senate assembly",
    )
)
"""Nouns for bodies; what is called by one of a line is not called by one of another."""
NOUNS_FOR_BODIES = frozenset[str]().union(*_SORTS_OF_BODY)
_NAMED_BY = frozenset("union guild brotherhood federation confederation league council commission committee".split())  # noqa: SIM905
"""Those that have their noun in their name, so that the noun alone may be found again in another document."""


def may_be_called(noun: str, party: PartyRef, introduced: Collection[str] = ()) -> bool:
    """Whether the noun can stand for a party: not for an organisation that has another sort of body in its name ("the
    union" is no Employers' Federation) or among the nouns that introduce it."""
    if party.type != "organisation":
        return True
    words = [*re.findall(r"[a-z]+", party.name.lower()), *introduced]
    own = {sort for sort in _SORTS_OF_BODY if not sort.isdisjoint(words)}
    return noun in words or not own or all(noun not in sort or sort in own for sort in _SORTS_OF_BODY)


def is_found_again(noun: str) -> bool:
    """Whether a body of this noun bears it in its name, so that another document's full name fits it."""
    return noun in _NAMED_BY
