"""Days, weeks, months, seasons and centuries as stretches of the calendar, with their TIMEX3 values."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from rejoinder.types.time import Precision, When

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "interval"]
_PRECISIONS: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar, both ends inclusive, and its TIMEX3 value."""

    value: str
    first: dt.date
    last: dt.date
    unit: Unit

    def when(self, phrase: str) -> When:
        """The same days as a `When` that keeps its words."""
        precision = _PRECISIONS.get(self.unit, "interval")
        return When(first=self.first, last=self.last, precision=precision, phrase=phrase)


def day(date: dt.date) -> Period:
    """One day."""
    return Period(value=date.isoformat(), first=date, last=date, unit="day")


def week(date: dt.date) -> Period:
    """Monday to Sunday around `date`."""
    monday = date - dt.timedelta(days=date.weekday())
    year, number, _ = date.isocalendar()
    return Period(value=f"{year:04}-W{number:02}", first=monday, last=monday + 6 * _ONE_DAY, unit="week")


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the week around `date`."""
    around = week(date)
    return Period(value=around.value + "-WE", first=around.first + 5 * _ONE_DAY, last=around.last, unit="weekend")


def month(year: int, number: int) -> Period:
    """A month."""
    first = dt.date(year, number, 1)
    last = dt.date(year, number, calendar.monthrange(year, number)[1])
    return Period(value=f"{year:04}-{number:02}", first=first, last=last, unit="month")


def _months(value: str, year: int, number: int, length: int, unit: Unit) -> Period:
    ahead = year * 12 + number - 1 + length - 1
    return Period(value=value, first=dt.date(year, number, 1), last=month(ahead // 12, ahead % 12 + 1).last, unit=unit)


def quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4 of the calendar year."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> Period:
    """The first or second half of the calendar year."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6, "half")


def season(year: int, code: str) -> Period:
    """A season of the northern year: `SP` from March, `SU` June, `FA` September, `WI` December to the next February."""
    return _months(f"{year:04}-{code}", year, _SEASON_STARTS[code], 3, "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(value=f"{number:04}", first=dt.date(number, 1, 1), last=dt.date(number, 12, 31), unit="year")


def decade(first_year: int) -> Period:
    """Ten years from `first_year`."""
    return Period(
        value=f"{first_year // 10:03}",
        first=dt.date(first_year, 1, 1),
        last=dt.date(first_year + 9, 12, 31),
        unit="decade",
    )


def century(number: int) -> Period:
    """The 20th century is 20: 1901 to 2000, written `19`."""
    last = number * 100
    return Period(value=f"{number - 1:02}", first=dt.date(last - 99, 1, 1), last=dt.date(last, 12, 31), unit="century")


def around(date: dt.date, unit: str) -> Period:
    """The day, week, weekend, month, quarter, half, year, decade or century that holds `date`."""
    by_month = (date.month - 1) // 3 + 1
    makers = {
        "day": lambda: day(date),
        "week": lambda: week(date),
        "weekend": lambda: weekend(date),
        "month": lambda: month(date.year, date.month),
        "quarter": lambda: quarter(date.year, by_month),
        "half": lambda: half(date.year, (by_month + 1) // 2),
        "year": lambda: year(date.year),
        "decade": lambda: decade(date.year // 10 * 10),
        "century": lambda: century((date.year - 1) // 100 + 1),
    }
    return makers[unit]()


_SPANS_OF_DAYS = {"day": 1, "week": 7, "weekend": 7}
_SPANS_OF_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def moved(date: dt.date, unit: str, count: int) -> Period:
    """The period of `unit` that lies `count` of them after the one around `date` (before it where negative)."""
    if unit in _SPANS_OF_DAYS:
        return around(date + dt.timedelta(days=count * _SPANS_OF_DAYS[unit]), unit)
    ahead = date.year * 12 + date.month - 1 + count * _SPANS_OF_MONTHS[unit]
    return around(dt.date(ahead // 12, ahead % 12 + 1, 1), unit)


_SHARES = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3), "first half": (0, 1, 2), "second half": (1, 2, 2)}


def narrowed(whole: Period, part: str) -> Period:
    """The `early`, `mid` or `late` third, a half, or the `start` or `end` of a period; its value is that of the whole.

    Start and end are a month of a year, ten days of a month, three days of a week, otherwise a third.
    """
    if whole.unit == "day":
        return whole
    if whole.unit == "year" and part in ("first half", "second half"):
        return half(whole.first.year, 1 if part == "first half" else 2)
    if whole.unit == "year" and part in ("start", "end"):
        inner = month(whole.first.year, 1 if part == "start" else 12)
        return replace(inner, value=whole.value, unit="interval")
    share = {"start": "early", "end": "late"}.get(part, part)
    if share not in _SHARES:
        return whole
    low, high, of = _SHARES[share]
    first, last = _cut(whole, low, high, of)
    return replace(whole, first=first, last=last, unit="interval")


def _cut(whole: Period, low: int, high: int, of: int) -> tuple[dt.date, dt.date]:
    if whole.unit == "month" and of == 3:
        starts = (1, 11, 21, whole.last.day + 1)
        return whole.first.replace(day=starts[low]), whole.first.replace(day=starts[high] - 1)
    length = (whole.last - whole.first).days + 1
    if whole.unit in ("quarter", "half", "season", "year", "decade", "century") and of == 3:
        return _cut_years(whole, low, high)
    return whole.first + length * low // of * _ONE_DAY, whole.first + (length * high // of - 1) * _ONE_DAY


def _cut_years(whole: Period, low: int, high: int) -> tuple[dt.date, dt.date]:
    if whole.unit == "decade":
        starts = (0, 4, 7, 10)
        base = whole.first.year
        return dt.date(base + starts[low], 1, 1), dt.date(base + starts[high] - 1, 12, 31)
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    begin = whole.first.year * 12 + whole.first.month - 1
    from_month, to_month = begin + months * low // 3, begin + months * high // 3 - 1
    return month(from_month // 12, from_month % 12 + 1).first, month(to_month // 12, to_month % 12 + 1).last


def spanning(first: Period, last: Period) -> Period:
    """From the first day of one period to the last day of another. Raises ValueError where it would run backwards."""
    if first.first > last.last:
        raise ValueError(f"{first.value} is after {last.value}")
    return Period(value=f"{first.value}/{last.value}", first=first.first, last=last.last, unit="interval")


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, hundreds = year % 19, year // 100
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    moon = (32 + 2 * (hundreds % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * moon) // 451
    months, days = divmod(epact + moon - 7 * late + 114, 31)
    return dt.date(year, months, days + 1)


def nth_weekday(year: int, number: int, weekday: int, which: int) -> dt.date:
    """The `which`-th weekday (0 Monday) of a month; the last where `which` is -1."""
    days = [
        d for d in range(1, calendar.monthrange(year, number)[1] + 1) if dt.date(year, number, d).weekday() == weekday
    ]
    return dt.date(year, number, days[which - 1 if which > 0 else which])
