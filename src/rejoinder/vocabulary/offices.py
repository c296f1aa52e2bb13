"""Which office or institution some words name, and what forms of address tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rejoinder.vocabulary.form import fold
from rejoinder.vocabulary.office_sheet import Gender, Institution, Named, Office, office_sheet

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_JOINTS = frozenset({"of", "for", "to", "on", "at", "in", "from", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A title or an institution found in some words, all in lower case: `words` is the part that names it, `modifiers`
    ("acting", "former") stood before it, `rest` is what else stood there ("lurland" of "president of Lurland")."""

    words: str
    modifiers: tuple[str, ...]
    rest: str
    plural: bool


def offices() -> tuple[Office, ...]:
    """All offices, in the order of the data file."""
    return _each(office_sheet().titles)


def institutions() -> tuple[Institution, ...]:
    """All institutions, in the order of the data file."""
    return _each(office_sheet().institutions)


def office(words: str) -> tuple[Office, Reading] | None:
    """The office that a title names ("First Deputy Foreign Minister", "Kremlin spokesperson", "minister of health").

    The longest title that ends the words counts, else the longest before their first preposition; None if none does.
    """
    return _read(words, office_sheet().titles)


def institution(words: str) -> tuple[Institution, Reading] | None:
    """The institution that words name ("the Russian Foreign Ministry", "the Armenian side")."""
    return _read(words, office_sheet().institutions)


def honorific(word: str) -> Gender | None:
    """Whether a form of address or a title is for a man, a woman or either; None where the word tells nothing."""
    return office_sheet().honorifics.get(" ".join(_words(word)))


def is_modifier(word: str) -> bool:
    """Whether `word` may stand before a title without changing whose it is ("acting", "senior", "ex")."""
    return " ".join(_words(word)) in office_sheet().modifiers


def _words(words: str) -> list[str]:
    found = fold(words).lower().split()
    while len(found) > 1 and found[0] in _ARTICLES:
        found = found[1:]
    return found


def _read(text: str, index: Mapping[str, tuple[Named, ...]]) -> tuple[Named, Reading] | None:
    words = _words(text)
    at = _longest(words, index.keys())
    if at is None:
        return None
    start, end = at
    title = " ".join(words[start:end])
    one = index[title][0]
    singular = {fold(name) for name in (one.titles if isinstance(one, Office) else one.names)}
    known = office_sheet().modifiers
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


def _each(index: Mapping[str, tuple[Named, ...]]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(found for several in index.values() for found in several))
