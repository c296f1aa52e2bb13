"""Words of the page round an article: menus, sign-up blocks, notices, lists of other stories."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import cast

from rejoinder.vocabulary.datafile import shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Phrases in small letters, by what they tell of the line they stand in; `furniture.yaml` says what each list
    means."""

    lines: frozenset[str]
    starts: frozenset[str]
    contains: frozenset[str]
    edges: frozenset[str]
    teaser_headings: frozenset[str]
    teaser_starts: frozenset[str]
    sections: frozenset[str]
    mastheads: frozenset[str]
    pictures: frozenset[str]


@cache
def furniture() -> Furniture:
    """The shipped phrases. ValueError where the file lacks a list, has one too many, or holds anything but words."""
    data = shipped("furniture.yaml")
    names = [field.name for field in fields(Furniture)]
    if not isinstance(data, dict) or sorted(data) != sorted(names):
        raise ValueError(f"furniture.yaml: expected the lists {', '.join(names)}")
    lists = cast("dict[str, list[list[object]]]", data)
    return Furniture(**{name: _phrases(name, lists[name]) for name in names})


def _phrases(name: str, rows: list[list[object]]) -> frozenset[str]:
    phrases = [phrase for row in rows for phrase in row]
    for phrase in phrases:
        if str(phrase) != str(phrase).lower().strip() or not phrase or isinstance(phrase, bool):
            raise ValueError(f"furniture.yaml: {name}: {phrase!r} is not a phrase in small letters")
    return frozenset(str(phrase) for phrase in phrases)
