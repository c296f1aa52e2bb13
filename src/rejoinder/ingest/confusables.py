"""Letters of one alphabet that pass for letters of another inside a word."""

from __future__ import annotations

import re

_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝ"
_CYRILLIC_AS_LATIN = "ABESIJKMHOPCTYXaesijopcyxdhqw"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_GREEK_AS_LATIN = "ABEZHIKMNOPTYXo"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _CYRILLIC_AS_LATIN + _GREEK_AS_LATIN)
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
_MIXED = re.compile(r"[A-Za-z\u0370-\u03ff\u0400-\u052f]{2,80}")


def lookalikes(text: str) -> list[tuple[int, int, str]]:
    """Words that mix Latin letters with look-alikes of Cyrillic or Greek (or the other way about), each with the
    word they pass for: (start, end, word), ascending, of equal length."""
    if not _FOREIGN.search(text) or not _LATIN.search(text):
        return []
    found = []
    for match in _MIXED.finditer(text):
        word = match.group()
        foreign = _FOREIGN.findall(word)
        if not foreign or len(foreign) == len(word):
            continue
        as_latin, as_cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
        if not _FOREIGN.search(as_latin):
            found.append((match.start(), match.end(), as_latin))
        elif not _LATIN.search(as_cyrillic):
            found.append((match.start(), match.end(), as_cyrillic))
    return found
