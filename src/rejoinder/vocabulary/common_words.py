"""The commonest words of languages, by which a text shows its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rejoinder.vocabulary.datafile import shipped


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """The words of each language by its ISO 639-1 code. ValueError where the file holds anything else."""
    data = shipped("common_words.yaml")
    if not isinstance(data, dict):
        raise ValueError("common_words.yaml: expected languages")
    for code, words in data.items():
        if not isinstance(code, str) or not all(isinstance(word, str) for word in words):
            raise ValueError(f"common_words.yaml: {code}: expected words")
    return MappingProxyType({code: frozenset(words) for code, words in data.items()})
