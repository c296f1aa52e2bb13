"""Days of publication as pages and metadata give them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from rejoinder.types.time import When, day

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_ISO = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[^\d-]|[Tt])")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\b\.?\s?(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?({_MONTH})\b\.?,?[\s-](\d{{4}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_MONTH_DAY = re.compile(rf"\b(?:({_MONTH})\b\.?\s(\d{{1,2}})|(\d{{1,2}})\s({_MONTH})\b)", re.IGNORECASE)
_URL = re.compile(r"/(\d{4})[/-]?(\d{2})[/-]?(\d{2})(?=[/-]|$)")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}\s?(?:hrs|GMT|UTC)\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:GMT|UTC|EST|EDT|CET|CEST|BST|MSK|IST|PST|PDT|ET|local time)\b|UTC?[+-]\d{1,2}(?::\d{2})?"
    r"|\b(?:first |originally |last )?(?:published|updated|posted|modified|created|issued|release date|date)\b"
    r"|\b(?:on|at|the)\b",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1500, 2199


def find_day(words: str, *, month: int | None = None) -> When | None:
    """The first full date in `words`. Numbers such as 3/4/2022 count only where one is no month, both are the same,
    or `month` (known from elsewhere) decides."""
    found = [*_named(words), *_numbered(words, month)]
    return min(found, key=lambda item: item[0])[1] if found else None


def is_time(words: str) -> bool:
    """Whether it is a time of day and nothing else, as live reports have it above each entry."""
    return _CLOCK.search(words) is not None and not re.search(r"\w", _AROUND.sub(" ", _CLOCK.sub(" ", words)))


def without_date(words: str) -> str:
    """What is left of `words` without dates, times of day, weekdays and words such as "updated"."""
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST, _NUMBERS, _CLOCK, _AROUND):
        words = pattern.sub(" ", words)
    return " ".join(re.findall(r"\w[\w.'’-]*", words))


def without_day(words: str) -> str:
    """What is left of `words` without a date that has no year, times of day and weekdays."""
    return without_date(_MONTH_DAY.sub(" ", words))


def month_named(words: str) -> int | None:
    """The month of a date without a year ("Nov 17"), if there is one."""
    match = _MONTH_DAY.search(words)
    return _MONTHS[(match[1] or match[4]).lower()] if match else None


def day_of_url(url: str) -> When | None:
    """The date in the path of a web address, `/2021/12/17/` or `/20211217/`."""
    match = _URL.search(url)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def given_when(value: object) -> When | None:
    """A date as metadata gives it: a day, a month, a year, `first..last`, or a time stamp, of which the day counts.

    None for anything else, also for a day that no calendar has."""
    if isinstance(value, dt.datetime):
        try:
            return day(value.date())
        except ValueError:
            return None  # a moment that is none, as NaT of pandas
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    words = value.strip()
    if words.startswith(("-", "\N{MINUS SIGN}")):
        return None  # years before our era
    if match := re.fullmatch(r"(\d{4})(?:-(\d{2}))?", words):
        return _period(int(match[1]), int(match[2]) if match[2] else None)
    if match := re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", words):
        first, last = given_when(match[1]), given_when(match[2])
        if first and last and first.first <= last.last:
            return When(first=first.first, last=last.last, precision="interval")
        return None
    return find_day(words) if len(words) <= 80 else None


def _period(year: int, month: int | None) -> When | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return When(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), precision="year")
    last = calendar.monthrange(year, month)[1]
    return When(first=dt.date(year, month, 1), last=dt.date(year, month, last), precision="month")


def _named(words: str) -> Iterator[tuple[int, When]]:
    for match in _ISO.finditer(words):
        yield from _placed(match.start(), _day(int(match[1]), int(match[2]), int(match[3])))
    for match in _MONTH_FIRST.finditer(words):
        yield from _placed(match.start(), _day(int(match[3]), _MONTHS[match[1].lower()], int(match[2])))
    for match in _DAY_FIRST.finditer(words):
        yield from _placed(match.start(), _day(int(match[3]), _MONTHS[match[2].lower()], int(match[1])))


def _numbered(words: str, month: int | None) -> Iterator[tuple[int, When]]:
    for match in _NUMBERS.finditer(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > 12 or first == second or second == month:
            yield from _placed(match.start(), _day(year, second, first))
        elif second > 12 or first == month:
            yield from _placed(match.start(), _day(year, first, second))


def _placed(at: int, when: When | None) -> Iterator[tuple[int, When]]:
    if when is not None:
        yield at, when


def _day(year: int, month: int, number: int) -> When | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return day(dt.date(year, month, number))
    except ValueError:
        return None
