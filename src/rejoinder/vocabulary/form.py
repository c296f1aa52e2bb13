"""Words that stand for a party, and when two writings are the same words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Relation = Literal["name", "alias", "capital", "demonym", "person-demonym", "metonym", "institution", "generic"]
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", ".": ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of words that stands for an entry.

    `text` is without a leading "the", save where the words mean the party only with it ("the West"). `body` is the
    usual name of the institution or seat where the form is one ("State Department" for "Department of State"),
    `branch` what it is for (executive, foreign, parliament, ...). `ambiguous` says that the same words often mean
    something or somebody else, and `why` what; generic forms stand for whoever was named before, so they are always
    ambiguous.
    """

    text: str
    entry: str
    relation: Relation
    body: str = ""
    branch: str = ""
    ambiguous: bool = False
    why: str = ""


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """The key under which writings of the same words meet: accents, full stops, hyphens do not count, capitals do."""
    if text.isascii():
        if text.isalpha():
            return text
    else:
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.translate(_MARKS).split())


def without_article(text: str) -> str:
    """`text` without a leading "the"."""
    return text[4:] if text[:4].lower() == "the " else text
