"""The figures and ordinals by which one clause is told from another."""

from __future__ import annotations

import re

from rejoinder.consolidate.stems import text_stems

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|(?:19|20)\d\d)\b"
)
# "For the first time" counts nothing.
_FIRST = "1."


def numerals(words: str) -> frozenset[str]:
    """The figures and ordinals in a clause, but for what counts years, days and nothing at all."""
    dates = {stem for match in _DATE.finditer(words) for stem in text_stems(match.group())}
    return frozenset(s for s in text_stems(words) if s[:1].isdigit() and s not in dates and s != _FIRST)
