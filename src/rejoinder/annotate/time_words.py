"""The words that times are made of, and a text made plain for matching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from rejoinder.vocabulary.datafile import shipped


def words(line: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(line.split())


MONTHS = words("january february march april may june july august september october november december")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = words(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)

_PLAIN = str.maketrans(
    {
        **{chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)},
        **dict.fromkeys("\n\r\t\u00a0\u2007\u2009\u202f\u2002\u2003", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    }
)


def plain(text: str) -> str:
    """`text` in small letters with plain blanks, dashes and apostrophes; every character stays at its place."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The time words that ship as data; every set is of plain words."""

    holidays: Mapping[str, Mapping[str, object]]
    known_days: Mapping[str, str]
    references: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    numbers: Mapping[str, frozenset[str]]
    tense: Mapping[str, frozenset[str]]


def _sets(section: object) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in cast("dict[str, str]", section).items()}


@cache
def time_words() -> TimeWords:
    """The shipped time words."""
    data = cast("dict[str, dict[str, object]]", shipped("times.yaml"))
    references = {
        phrase.strip(): value for value, line in data["references"].items() for phrase in str(line).split(",")
    }
    return TimeWords(
        holidays=cast("dict[str, dict[str, object]]", data["holidays"]),
        known_days={name: str(date) for name, date in data["known_days"].items()},
        references=references,
        names=_sets(data["names"]),
        numbers=_sets(data["numbers"]),
        tense=_sets(data["tense"]),
    )


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, for a name or abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def quantity(words: str) -> float | None:
    """How many: `3`, `twenty-four`, `a couple of`, `half an`; None where that is left open (`several`, `2 to 3`)."""
    said = words.strip().removesuffix(" of")
    if said in ("a", "an", "another", "the"):
        return 1
    if said in ("a couple", "couple"):
        return 2
    if said in ("a dozen", "dozen"):
        return 12
    if said.startswith("half"):
        return 0.5
    if said.endswith(" and a half"):
        whole = quantity(said.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if said[0].isdigit():
        try:
            return float(said.replace(",", ""))
        except ValueError:
            return None
    return _spelled(said)


def _spelled(words: str) -> float | None:
    total = 0
    for word in words.replace("-", " ").split():
        if word in ONES:
            total += ONES.index(word)
        elif word in TENS:
            total += 10 * TENS.index(word)
        elif word in ("hundred", "thousand"):
            total = max(total, 1) * (100 if word == "hundred" else 1000)
        elif word not in ("a", "and"):
            return None
    return float(total) if total else None


def ordinal(word: str) -> int:
    """1 for `first`, `1st`; 0 where the word is no ordinal that is known."""
    digits = word[:-2]
    if digits.isdigit():
        return int(digits)
    return ORDINALS.index(word) if word in ORDINALS else 0
