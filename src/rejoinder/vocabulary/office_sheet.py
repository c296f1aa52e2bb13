"""The sheet of titles and institutions, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar

from rejoinder.vocabulary.form import fold
from rejoinder.vocabulary.inflection import noun_forms
from rejoinder.vocabulary.party_sheets import BRANCHES
from rejoinder.vocabulary.sheet import Row, VocabularyError, read_sheet, rows

_SHEET = "offices.yaml"
PRINCIPALS = ("state", "organisation", "group", "union", "company", "church", "media", "any")
Gender = Literal["he", "she", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a person does for a principal, `of` being what holders act for.

    `titles` name it and `nouns` may stand for its holder later, in lower case and singular; `entries` are the parties
    (gazetteer ids) whose office a title is by itself.
    """

    id: str
    titles: tuple[str, ...]
    nouns: tuple[str, ...]
    of: str
    branch: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A part of a principal that speaks and acts for it: its `names`, and the `nouns` that stand for it later."""

    id: str
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    branch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSheet:
    """Titles, institutions and forms of address by their forms in lower case, and the words that may stand before."""

    titles: Mapping[str, tuple[Office, ...]]
    institutions: Mapping[str, tuple[Institution, ...]]
    modifiers: frozenset[str]
    honorifics: Mapping[str, Gender]


Named = TypeVar("Named", bound="Office | Institution")


@cache
def office_sheet() -> OfficeSheet:
    """The shipped sheet, read once. VocabularyError where an entry is not as it should be."""
    sheet = read_sheet(_SHEET)
    head = Row(file=_SHEET, id="(head)", values=sheet)
    head.check_keys(frozenset({"offices", "institutions", "modifiers", "honorifics"}), frozenset({"shared"}))
    made = tuple(_office(row) for row in rows(_SHEET, sheet, "offices"))
    bodies = tuple(_institution(row) for row in rows(_SHEET, sheet, "institutions"))
    shared = frozenset(head.items("shared"))
    genders = head.mapping("honorifics")
    return OfficeSheet(
        titles=_index(((title, one) for one in made for title in one.titles), shared),
        institutions=_index(((name, one) for one in bodies for name in one.names), shared),
        modifiers=frozenset(fold(word) for word in head.items("modifiers")),
        honorifics=MappingProxyType(
            {fold(word): gender for gender in _genders(head, genders) for word in head.pieces(gender, genders[gender])}
        ),
    )


def _genders(head: Row, written: Mapping[str, str]) -> tuple[Gender, ...]:
    known: tuple[Gender, ...] = ("any", "she", "he")
    if set(written) != set(known):
        raise head.fault("honorifics need he, she and any")
    return known


def _office(row: Row) -> Office:
    row.check_keys(frozenset({"titles", "of", "nouns"}), frozenset({"branch", "entries"}))
    return Office(
        id=row.id,
        titles=row.items("titles"),
        nouns=row.items("nouns"),
        of=row.choice("of", PRINCIPALS),
        branch=row.choice("branch", tuple(sorted(BRANCHES))),
        entries=row.items("entries"),
    )


def _institution(row: Row) -> Institution:
    row.check_keys(frozenset({"names", "nouns", "branch"}), frozenset())
    return Institution(
        id=row.id,
        names=row.items("names"),
        nouns=row.items("nouns"),
        branch=row.choice("branch", tuple(sorted(BRANCHES))),
    )


def _index(pairs: Iterator[tuple[str, Named]], shared: frozenset[str]) -> Mapping[str, tuple[Named, ...]]:
    """Singular and plural to what they name; a form that names two must be in `shared`."""
    made: dict[str, tuple[Named, ...]] = {}
    for text, one in pairs:
        for key in dict.fromkeys(fold(form) for form in noun_forms(text)):
            before: tuple[Named, ...] = made.get(key, ())
            if before and before[-1] is not one and text not in shared:
                raise VocabularyError(
                    f"{_SHEET}: {text!r} is {before[0].id} and {one.id}.", advice="Name it as shared."
                )
            made[key] = before if one in before else (*before, one)
    return MappingProxyType(made)
