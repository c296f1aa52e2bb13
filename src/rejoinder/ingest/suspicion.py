"""Signs that a text was made to hurt its reader, or was damaged."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections import Counter

from rejoinder.ingest.problems import warning
from rejoinder.types.document import Problem

_LONGEST_WORD = 2_000
_LONGEST_RUN = 500
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)})\b(?: (\d{{4}})\b)?", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_SAME_CHARACTER = re.compile(r"(\S)\1{499}")
_SAME_WORD = re.compile(r"\b(\w{2,20})(?: \1\b){99}")


def suspicions(text: str, *, source: str) -> tuple[Problem, ...]:
    """Warnings about repetition, characters that grow when they are normalised, and days that no calendar has."""
    found = [_repetition(text), _unicode(text), _impossible_day(text)]
    return tuple(warning(source, code, message) for code, message in filter(None, found))


def _repetition(text: str) -> tuple[str, str] | None:
    longest = max(map(len, text.split()), default=0)
    if longest > _LONGEST_WORD:
        return "suspicious-repetition", f"A word of {longest} characters."
    if _SAME_CHARACTER.search(text):
        return "suspicious-repetition", f"One character more than {_LONGEST_RUN} times in a row."
    if _SAME_WORD.search(text):
        return "suspicious-repetition", "One word a hundred times in a row."
    return None


def _unicode(text: str) -> tuple[str, str] | None:
    if text.isascii():
        return None
    counts = Counter(char for char in text if char > "\u02ff")
    grown = sum(n * len(unicodedata.normalize("NFKC", char)) for char, n in counts.items())
    if grown > 2 * len(text) + 1000:
        return "suspicious-unicode", f"Characters that would grow to {grown} when normalised."
    marks = sum(n for char, n in counts.items() if unicodedata.combining(char))
    if marks > 100 and 4 * marks > len(text):
        return "suspicious-unicode", f"{marks} combining marks."
    return None


def _impossible_day(text: str) -> tuple[str, str] | None:
    for match in _DAY_MONTH.finditer(text):
        day, month, year = int(match[1]), _MONTHS[match[2].lower()], int(match[3] or 2000)
        if not year >= 1 or day < 1 or day > calendar.monthrange(max(1, year), month)[1]:
            return "bad-date", f"No such day: {match[0]}."
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[2])
        if not (1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31):
            return "bad-date", f"No such day: {match[0]}."
    return None
