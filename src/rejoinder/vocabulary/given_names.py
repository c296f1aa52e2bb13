"""Whether "he" or "she" goes on from a person: by the given name, the form of address, or the office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from rejoinder.vocabulary.datafile import shipped
from rejoinder.vocabulary.form import fold
from rejoinder.vocabulary.offices import honorific
from rejoinder.vocabulary.persons import office_holder

_OFFICE = re.compile(r"\b(?:spokes|chair|congress|business|states)?(?P<wo>wo)?man\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def pronoun_of(name: str, role: str | None, year: int | None = None) -> Literal["he", "she"] | None:
    """The pronoun for somebody of this name and office, a surname alone being looked up among the office-holders of
    `year`; None where nothing tells."""
    office = _OFFICE.search(role) if role else None
    if office:
        return "she" if office.group("wo") else "he"
    for word in (*(role or "").split()[-1:], *name.split()[:1]):
        if (told := honorific(word)) in ("he", "she"):
            return told
    if " " not in name:
        known = office_holder(name, year)
        name = known.name if known else name
    first, _, rest = fold(name).casefold().partition(" ")
    return _given().get(first.split("-")[0]) if rest else None


@cache
def _given() -> Mapping[str, Literal["he", "she"]]:
    data = shipped("given_names.yaml")
    if not isinstance(data, dict) or {*data} != {"he", "she"}:
        raise ValueError("given_names.yaml: expected the lists he and she")
    men, women = (frozenset(str(data[key]).split()) for key in ("he", "she"))
    if men & women:
        raise ValueError(f"given_names.yaml: in both lists: {sorted(men & women)}")
    return {**dict.fromkeys(men, "he"), **dict.fromkeys(women, "she")}
