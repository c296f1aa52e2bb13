"""Days, weekdays and months that are named: which one is meant."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping

from rejoinder.annotate.time_calendar import (
    day,
    easter,
    month,
    moved,
    nth_weekday,
    spanning,
)
from rejoinder.annotate.time_parts import WHICH, in_part
from rejoinder.annotate.time_setting import MANY_YEARS, Resolved, Setting, dated, vague
from rejoinder.annotate.time_tense import Tense
from rejoinder.annotate.time_words import month_number, time_words, weekday_number

_NEAR = 60
"""Days within which a date without a year is this one, whatever the verb says."""


def _valid(year: int, number: int, of_month: int) -> dt.date | None:
    if not 1 <= of_month <= calendar.monthrange(2000, number)[1]:
        raise ValueError(f"no day {of_month} in month {number}")
    try:
        return dt.date(year, number, of_month)
    except ValueError:
        return None


def _nearest(candidates: Iterable[dt.date | None], today: dt.date, tense: Tense | None) -> dt.date:
    days = sorted(d for d in candidates if d)
    past, future = [d for d in days if d <= today], [d for d in days if d >= today]
    if not (past and future):
        return past[-1] if past else future[0]
    near, far = today - past[-1], future[0] - today
    if min(near.days, far.days) <= _NEAR or tense is None:
        return past[-1] if near <= far else future[0]
    return past[-1] if tense == "past" else future[0]


def month_day(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A day of a month, with its year or the one that fits: of the weekday, else the nearest."""
    number = month_number(parts["month"])
    days = [int("".join(c for c in parts[key] if c.isdigit())) for key in ("day", "day2") if key in parts]
    if "year" in parts:
        found = [day(dt.date(int(parts["year"]), number, d)) for d in days]
    else:
        today = setting.today
        for d in days:
            _valid(2000, number, d)
        if today is None:
            return vague(f"XXXX-{number:02}-{days[0]:02}", "month-day")
        chosen = _year_fitting(parts, number, days[0], setting, today)
        found = [day(dt.date(chosen.year, number, d)) for d in days]
    whole = found[0] if len(found) == 1 else spanning(found[0], found[1])
    return in_part(dated(whole, "month-day"), parts, setting)


def _year_fitting(parts: Mapping[str, str], number: int, of_month: int, setting: Setting, today: dt.date) -> dt.date:
    candidates = [
        _valid(y, number, of_month)
        for y in range(today.year - MANY_YEARS, today.year + MANY_YEARS + 1)
        if 1 <= y <= 9999
    ]
    rel = parts.get("rel")
    if rel in ("last", "past"):
        return max(d for d in candidates if d and d < today)
    if rel == "next":
        return min(d for d in candidates if d and d > today)
    if setting.year and (named := _valid(setting.year, number, of_month)):
        return named
    if "weekday" in parts:
        fits = [
            d
            for d in candidates
            if d and d.weekday() == weekday_number(parts["weekday"]) and abs(d.year - today.year) < 2
        ]
        if fits:
            return _nearest(fits, today, setting.tense)
    return _nearest(candidates, today, setting.tense)


def month_name(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A month, with its year or the one that fits: the last, or with a future verb the next."""
    number = month_number(parts["month"])
    if parts.get("rel") in ("every", "each"):
        return vague(f"XXXX-{number:02}", "set", "SET")
    if "year" in parts:
        return in_part(dated(month(int(parts["year"]), number), "month-year"), parts, setting)
    if "which" in parts:
        return _month_of(parts, number, setting)
    today = setting.day(f"XXXX-{number:02}")
    year = today.year - (number > today.month)
    rel = parts.get("rel")
    if rel in ("next", "coming"):
        year = today.year + (number <= today.month)
    elif rel in ("last", "past", "previous"):
        year = today.year - (number >= today.month)
    elif rel == "this":
        year = today.year
    elif setting.year:
        year = setting.year
    elif setting.tense == "future":
        year = today.year + (number < today.month)
        if setting.article and (today.month - number) % 12 < 6:
            year = today.year - (number > today.month)
    elif setting.tense is None and not setting.article and 0 < (number - today.month) % 12 <= 2:
        year = today.year + (number < today.month)
    return in_part(dated(month(year, number), "month"), parts, setting)


def _month_of(parts: Mapping[str, str], number: int, setting: Setting) -> Resolved:
    """`May last year`; `May of that year`, by the last year in the text."""
    which = parts["which"]
    if which in ("last", "this", "next"):
        year = setting.day(f"XXXX-{number:02}").year + WHICH[which]
    else:
        anchor = setting.anchor()
        if anchor is None or anchor.first.year != anchor.last.year:
            return vague(f"XXXX-{number:02}", "beside-unknown")
        year = anchor.first.year + (which == "the following")
    return in_part(dated(month(year, number), "month-year"), parts, setting)


def day_of_month(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """ "the 17th": of the month that the text or the publication is in."""
    number = int(parts["day"][:-2])
    if "month" in parts:
        return month_day(parts, setting)
    today = setting.day(f"XXXX-XX-{number:02}")
    if not 1 <= number <= 31:
        raise ValueError(f"no day {number}")
    shift = WHICH.get(parts.get("which", ""), 0)
    candidates = []
    for step in (shift,) if "which" in parts else (-2, -1, 0, 1, 2):
        whole = moved(today, "month", step)
        if number <= whole.last.day:
            candidates.append(whole.first.replace(day=number))
    if not candidates:
        raise ValueError(f"no day {number} in that month")
    if len(candidates) == 1:
        return dated(day(candidates[0]), "day-of-month")
    past = [d for d in candidates if d <= today]
    future = [d for d in candidates if d >= today]
    return dated(day(future[0] if setting.tense == "future" else past[-1]), "day-of-month")


def known_day(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A day that its date names without a year."""
    return dated(day(dt.date.fromisoformat(time_words().known_days[parts["known"]])), "known-day")


def holiday(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A day with a name, in its year or the nearest."""
    how = time_words().holidays[parts["holiday"]]

    def falls(year: int) -> dt.date | None:
        if "easter" in how:
            return easter(year) + dt.timedelta(days=int(str(how["easter"])))
        if isinstance(nth := how.get("nth"), list):
            return nth_weekday(year, *nth)
        number, of_month = str(how["date"]).split("-")
        return dt.date(year, int(number), int(of_month))

    if "year" in parts:
        return dated(day(falls(int(parts["year"])) or dt.date.min), "holiday")
    today = setting.day()
    candidates = sorted(d for y in (today.year - 1, today.year, today.year + 1) if (d := falls(y)))
    rel = parts.get("rel")
    if rel == "last":
        return dated(day(max(d for d in candidates if d < today)), "holiday")
    if rel == "next":
        return dated(day(min(d for d in candidates if d > today)), "holiday")
    return dated(day(_nearest(candidates, today, setting.tense)), "holiday")
