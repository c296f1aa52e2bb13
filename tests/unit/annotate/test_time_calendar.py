import datetime as dt

import pytest

from rejoinder.annotate import time_calendar as c

DAY = dt.date(2021, 1, 2)


def test_week_is_monday_to_sunday_and_counts_in_its_own_year() -> None:
    week = c.week(DAY)
    assert (week.value, week.first, week.last) == ("2020-W53", dt.date(2020, 12, 28), dt.date(2021, 1, 3))


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", -2, "2020-12-31"),
        ("week", 1, "2021-W01"),
        ("weekend", 1, "2021-W01-WE"),
        ("month", -1, "2020-12"),
        ("quarter", -1, "2020-Q4"),
        ("half", 1, "2021-H2"),
        ("year", -25, "1996"),
        ("decade", -1, "201"),
        ("century", -1, "19"),
    ],
)
def test_moved(unit: str, count: int, value: str) -> None:
    assert c.moved(DAY, unit, count).value == value


@pytest.mark.parametrize(
    ("whole", "part", "first", "last"),
    [
        (c.month(2024, 2), "late", "2024-02-21", "2024-02-29"),
        (c.month(2021, 5), "mid", "2021-05-11", "2021-05-20"),
        (c.year(2021), "early", "2021-01-01", "2021-04-30"),
        (c.year(2021), "end", "2021-12-01", "2021-12-31"),
        (c.decade(1990), "mid", "1994-01-01", "1996-12-31"),
        (c.season(2021, "WI"), "late", "2022-02-01", "2022-02-28"),
        (c.century(20), "first half", "1901-01-01", "1950-12-31"),
        (c.day(DAY), "late", "2021-01-02", "2021-01-02"),
    ],
)
def test_narrowed(whole: c.Period, part: str, first: str, last: str) -> None:
    inner = c.narrowed(whole, part)
    assert (inner.first.isoformat(), inner.last.isoformat(), inner.value) == (first, last, whole.value)


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2021, "04-04"), (2022, "04-17"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert c.easter(year).isoformat() == f"{year}-{day}"


def test_last_weekday_of_a_month() -> None:
    assert c.nth_weekday(2021, 5, 0, -1) == dt.date(2021, 5, 31)
    assert c.nth_weekday(2021, 11, 3, 4) == dt.date(2021, 11, 25)


def test_backward_span_is_refused() -> None:
    with pytest.raises(ValueError, match="2022 is after 2021"):
        c.spanning(c.year(2022), c.year(2021))
