"""News agencies, by which a copied story is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rejoinder.vocabulary.datafile import shipped

_LONGEST = 6
_WORD = re.compile(r"\w(?:[\w’'-]*\w)?")


@cache
def agency_forms() -> dict[str, str]:
    """Every form of every agency, to its canonical name. ValueError where a row is malformed or a form stands twice."""
    forms: dict[str, str] = {}
    for row, form in _rows():
        if forms.setdefault(form, row) != row:
            raise ValueError(f"agencies.yaml: {form!r} is both {forms[form]} and {row}")
    return forms


def find_agency(words: str) -> str | None:
    """The canonical name of the first agency named in `words`, the longest form where several begin at one word;
    None if none.

    Forms are compared as written: abbreviations count in capitals only."""
    forms = agency_forms()
    matches = list(_WORD.finditer(words.replace("’", "'")))
    for i in range(len(matches)):
        for j in range(min(len(matches), i + _LONGEST), i, -1):
            found = forms.get(words[matches[i].start() : matches[j - 1].end()].replace("’", "'"))
            if found:
                return found
    return None


def is_agency(words: str) -> str | None:
    """The canonical name where all of `words` (a leading "the" aside) is the name of an agency."""
    bare = words.strip().replace("’", "'")
    return agency_forms().get(bare) or agency_forms().get(re.sub(r"^[Tt]he\s", "", bare))


def _rows() -> Iterator[tuple[str, str]]:
    data = shipped("agencies.yaml")
    if not isinstance(data, list):
        raise ValueError("agencies.yaml: expected a list")
    for row in data:
        if not isinstance(row, dict) or set(row) != {"name", "aliases"} or not isinstance(row["aliases"], list):
            raise ValueError(f"agencies.yaml: expected name and aliases: {row!r}")
        for form in (row["name"], *row["aliases"]):
            if not isinstance(form, str):
                raise ValueError(f"agencies.yaml: {form!r} is not a name")
            yield row["name"], form
