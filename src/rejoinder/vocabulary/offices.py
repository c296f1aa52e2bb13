"""Titles, the institutions that stand for their principal, and the nouns that later stand for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_JOINTS = frozenset({"of", "for", "to", "on", "at", "in", "from", "with"})
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
class Reading:
    """A title or an institution found in some words, all in lower case: `words` is the part that names it, `modifiers`
    ("acting", "former") stood before it, `rest` is what else stood there ("lurland" of "president of Lurland")."""

    words: str
    modifiers: tuple[str, ...]
    rest: str
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offices:
    titles: Mapping[str, tuple[Office, ...]]
    nouns: Mapping[str, tuple[Office, ...]]
    institutions: Mapping[str, tuple[Institution, ...]]
    modifiers: frozenset[str]
    honorifics: Mapping[str, Gender]


_Named = TypeVar("_Named", bound="Office | Institution")


def offices() -> tuple[Office, ...]:
    """All offices, in the order of the data file."""
    return _each(_shipped().titles)


def institutions() -> tuple[Institution, ...]:
    """All institutions, in the order of the data file."""
    return _each(_shipped().institutions)


def titles() -> Mapping[str, tuple[Office, ...]]:
    """Every title in lower case, singular and plural, and the offices it may name (nearly always one)."""
    return _shipped().titles


def office(words: str) -> tuple[Office, Reading] | None:
    """The office that a title names ("First Deputy Foreign Minister", "Kremlin spokesperson", "minister of health").

    The longest title that ends the words counts, else the longest before their first preposition; None if none does.
    """
    return _read(words, _shipped().titles)


def institution(words: str) -> tuple[Institution, Reading] | None:
    """The institution that words name ("the Russian Foreign Ministry", "the Armenian side")."""
    return _read(words, _shipped().institutions)


def holders(noun: str) -> tuple[Office, ...]:
    """The offices whose holder `noun` can stand for ("the diplomat": foreign minister, ambassador, ...)."""
    return _shipped().nouns.get(" ".join(_words(noun)), ())


def honorific(word: str) -> Gender | None:
    """Whether a form of address or a title is for a man, a woman or either; None where the word tells nothing."""
    return _shipped().honorifics.get(" ".join(_words(word)))


def is_modifier(word: str) -> bool:
    """Whether `word` may stand before a title without changing whose it is ("acting", "senior", "ex")."""
    return " ".join(_words(word)) in _shipped().modifiers


def _words(words: str) -> list[str]:
    found = fold(words).lower().split()
    while len(found) > 1 and found[0] in _ARTICLES:
        found = found[1:]
    return found


def _read(text: str, index: Mapping[str, tuple[_Named, ...]]) -> tuple[_Named, Reading] | None:
    words = _words(text)
    at = _longest(words, index.keys())
    if at is None:
        return None
    start, end = at
    title = " ".join(words[start:end])
    one = index[title][0]
    singular = {fold(name) for name in (one.titles if isinstance(one, Office) else one.names)}
    known = _shipped().modifiers
    return one, Reading(
        words=title,
        modifiers=tuple(word for word in words[:start] if word in known),
        rest=" ".join([word for word in words[:start] if word not in known] + words[end + 1 :]),
        plural=title not in singular,
    )


def _longest(words: list[str], keys: Collection[str]) -> tuple[int, int] | None:
    """Where the longest of `keys` stands that ends the words, else that ends before their first preposition."""
    joint = next((i for i, word in enumerate(words) if i and word in _JOINTS), len(words))
    for end in (len(words), joint):
        for start in range(end):
            if " ".join(words[start:end]) in keys:
                return start, end
    return None


def _each(index: Mapping[str, tuple[_Named, ...]]) -> tuple[_Named, ...]:
    return tuple(dict.fromkeys(found for several in index.values() for found in several))


@cache
def _shipped() -> _Offices:
    sheet = read_sheet(_SHEET)
    head = Row(file=_SHEET, id="(head)", values=sheet)
    head.check_keys(frozenset({"offices", "institutions", "modifiers", "honorifics"}), frozenset({"shared"}))
    made = tuple(_office(row) for row in rows(_SHEET, sheet, "offices"))
    bodies = tuple(_institution(row) for row in rows(_SHEET, sheet, "institutions"))
    shared = frozenset(head.items("shared"))
    genders = head.mapping("honorifics")
    return _Offices(
        titles=_index(((title, one) for one in made for title in one.titles), shared),
        nouns=_index(((noun, one) for one in made for noun in one.nouns), None),
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


def _index(pairs: Iterator[tuple[str, _Named]], shared: frozenset[str] | None) -> Mapping[str, tuple[_Named, ...]]:
    """Singular and plural to what they name; a form that names two must be in `shared` (None: any may)."""
    made: dict[str, tuple[_Named, ...]] = {}
    for text, one in pairs:
        for key in dict.fromkeys(fold(form) for form in noun_forms(text)):
            before: tuple[_Named, ...] = made.get(key, ())
            if before and before[-1] is not one and shared is not None and text not in shared:
                raise VocabularyError(
                    f"{_SHEET}: {text!r} is {before[0].id} and {one.id}.", advice="Name it as shared."
                )
            made[key] = before if one in before else (*before, one)
    return MappingProxyType(made)
