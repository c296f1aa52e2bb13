"""Names that differ only in how they were put into Latin letters."""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def folded(word: str) -> str:
    """A name's word without accents, case, doubled letters, or the choice between i, y and j."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    letters: list[str] = []
    for letter in plain:
        same = {"y": "i", "j": "i", "’": "'"}.get(letter, letter)
        if same.isalpha() and (not letters or letters[-1] != same):
            letters.append(same)
    return "".join(letters)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, in order; an initial keeps its one letter."""
    return tuple(word for word in (folded(token) for token in _TOKEN.findall(name)) if word)


def plain_name(name: str) -> str:
    """A name for comparing those that are no persons: no article, no case, blanks folded."""
    return _ARTICLE.sub("", " ".join(name.split())).casefold()


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: one is missing, an initial of the other, or nearly the same."""
    if not a or not b:
        return True
    first, second = sorted((a[0], b[0]), key=len)
    if second.startswith(first) and (len(first) == 1 or len(first) >= 3):
        return True
    return len(first) >= 5 and len(second) - len(first) <= 1 and _one_letter_apart(first, second)


def _one_letter_apart(short: str, long: str) -> bool:
    """Whether one letter changed or added makes the two the same."""
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :]
    return short[at:] == long[at + 1 :]
