"""Nouns for a business, before which a state's name only says where it is from."""

from __future__ import annotations

import re

from rejoinder.vocabulary.word_lists import word_list

BUSINESSES = word_list("nouns for a business")
_BEHIND = re.compile(rf"\s(?:[a-z-]{{2,15}}\s)?(?:{'|'.join(sorted(BUSINESSES))})\b")


def is_of_a_business(text: str, end: int) -> bool:
    """Whether the name that ends there stands before a noun for a business ("U.S. conglomerate", "UK oil company")."""
    return _BEHIND.match(text, end) is not None
