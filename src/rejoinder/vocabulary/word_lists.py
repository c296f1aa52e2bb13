"""Lists of words that reading needs, as data."""

from __future__ import annotations

from functools import cache

from rejoinder.vocabulary.datafile import shipped


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `word_lists.yaml`; ValueError where there is no such list or it is no text."""
    data = shipped("word_lists.yaml")
    words = data.get(name) if isinstance(data, dict) else None
    if not isinstance(words, str):
        raise ValueError(f"word_lists.yaml: no list {name!r}")
    return frozenset(words.split())
