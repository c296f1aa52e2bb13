import datetime as dt

import pytest

from rejoinder.ingest.dates import day_of_url, find_day, given_when, without_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Tuesday, February 01, 2022, 05:06 PM IST", "2022-02-01"),
        ("21 November 2023 16:36", "2023-11-21"),
        ("Thursday 5th February 1976", "1976-02-05"),
        ("Updated Sept. 3, 2019", "2019-09-03"),
        ("11/21/2023 8:09:24 AM", "2023-11-21"),
        ("21/11/2023", "2023-11-21"),
        ("2022-01-18T09:00:00Z", "2022-01-18"),
        ("17.12.2021", "2021-12-17"),
    ],
)
def test_days_as_pages_write_them(words: str, iso: str) -> None:
    found = find_day(words)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize("words", ["03/04/2022", "30 February 2022", "00/00/0000", "no date", "2099-13-45T99", "May 5"])
def test_no_day_is_invented(words: str) -> None:
    assert find_day(words) is None


def test_the_month_of_the_dateline_decides_between_two_readings() -> None:
    found = find_day("03/04/2022", month=4)
    assert found is not None
    assert found.iso() == "2022-04-03"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2023-11", "2023-11"),
        (2023, "2023"),
        (dt.date(2023, 11, 21), "2023-11-21"),
        ("2023-11-01..2023-11-21", "2023-11-01..2023-11-21"),
    ],
)
def test_metadata_may_be_less_exact(value: object, iso: str) -> None:
    found = given_when(value)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize(
    "value",
    [True, None, [], "2023-13", "soon", 17, 1642496400000, "2023-11-21..2023-11-01", "-2021-01-01", "\u22122021-01-01"],
)
def test_other_values_are_no_date(value: object) -> None:
    assert given_when(value) is None


def test_addresses_and_leftovers() -> None:
    assert day_of_url("https://example.org/2021/12/17/talks").iso() == "2021-12-17"  # type: ignore[union-attr]
    assert day_of_url("https://example.org/99999999") is None
    assert without_date("Published: Tuesday, March 12, 2019, 05:06 PM by Brack") == "by Brack"
