import datetime as dt

import pytest

from rejoinder.annotate.times import time_expressions
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.span import Span
from rejoinder.types.time import When, day

FRIDAY = "2021-12-17"
WEDNESDAY = "2022-01-12"


def found(text: str, published: str | None = FRIDAY) -> dict[str, TimeExpression]:
    when = day(dt.date.fromisoformat(published)) if published else None
    return {e.span.of(text): e for e in time_expressions(text, [Span(start=0, end=len(text))], when)}


def days(expression: TimeExpression) -> str | None:
    return expression.when.iso() if expression.when else None


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # a weekday of the publication's own name is that day
        ("The Norland envoy said Friday that the talks were over.", "Friday", "2021-12-17"),
        ("A Norland envoy on Friday dismissed the plan.", "Friday", "2021-12-17"),
        # else the one before, or with a verb to come the one after
        ("The paper was handed over on Wednesday.", "Wednesday", "2021-12-15"),
        ("On Monday, Norland had asked for a pause.", "Monday", "2021-12-13"),
        ("Three aides said on Thursday that no note came.", "Thursday", "2021-12-16"),
        ("Both sides will meet again on Tuesday in Osterby.", "Tuesday", "2021-12-21"),
        ("On Tuesday, leaders will meet in Osterby.", "Tuesday", "2021-12-21"),
        ("The council is due to vote Monday.", "Monday", "2021-12-20"),
        ("Talks were to be held on Sunday, the minister said.", "Sunday", "2021-12-19"),
        ("Envoys agreed to meet on Thursday.", "Thursday", "2021-12-23"),
        ("The parties failed to meet on Thursday.", "Thursday", "2021-12-16"),
        ("Osterby has until Monday to answer.", "Monday", "2021-12-20"),
        ("By Tuesday the ships had left the strait.", "Tuesday", "2021-12-14"),
        ("From Saturday, the ministry said, ships would be turned back.", "Saturday", "2021-12-18"),
        ("The truce lapses on Tuesday.", "Tuesday", "2021-12-21"),
        ("Norland agreed to it only on Monday.", "Monday", "2021-12-13"),
        ("Norland could not be reached Wednesday.", "Wednesday", "2021-12-15"),
        ("On Tuesday, she said, talks will resume.", "Tuesday", "2021-12-21"),
        ("Last Friday they walked out.", "Last Friday", "2021-12-10"),
        ("Next Friday they return.", "Next Friday", "2021-12-24"),
        ("They will return this Sunday.", "this Sunday", "2021-12-19"),
        ("They return on Tuesday next week.", "Tuesday next week", "2021-12-21"),
        ("They left on Tuesday of last week.", "Tuesday of last week", "2021-12-07"),
    ],
)
def test_weekday(text: str, phrase: str, expected: str) -> None:
    assert days(found(text)[phrase]) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "value", "expected", "precision"),
    [
        ("Norland sent a list this week.", "this week", "2021-W50", "2021-12-13..2021-12-19", "week"),
        ("The claims of last week stand.", "last week", "2021-W49", "2021-12-06..2021-12-12", "week"),
        ("It was leaked last month.", "last month", "2021-11", "2021-11", "month"),
        ("It was leaked earlier this year.", "earlier this year", "2021", "2021-01-01..2021-12-17", "interval"),
        ("They meet later this month.", "later this month", "2021-12", "2021-12-17..2021-12-31", "interval"),
        ("It failed late last week.", "late last week", "2021-W49", "2021-12-10..2021-12-12", "interval"),
        ("It is due early next year.", "early next year", "2022", "2022-01-01..2022-04-30", "interval"),
        ("Norland refused it in October.", "October", "2021-10", "2021-10", "month"),
        ("The summit will be held in May.", "May", "2022-05", "2022-05", "month"),
        ("The summit was held in May.", "May", "2021-05", "2021-05", "month"),
        ("In 2023 a review follows, with a report in March.", "March", "2023-03", "2023-03", "month"),
        ("They expect it by the end of May.", "the end of May", "2022-05", "2022-05-21..2022-05-31", "interval"),
        ("It ended in mid-January.", "mid-January", "2021-01", "2021-01-11..2021-01-20", "interval"),
        ("It ended in the early 1990s.", "the early 1990s", "199", "1990-01-01..1993-12-31", "interval"),
        ("It began in the 1970s.", "the 1970s", "197", "1970-01-01..1979-12-31", "interval"),
        ("The border of 1974-1990 is void.", "1974-1990", "1974/1990", "1974-01-01..1990-12-31", "interval"),
        ("A siege from May to July.", "May to July", "2021-05/2021-07", "2021-05-01..2021-07-31", "interval"),
        ("The pact holds since 2022.", "2022", "2022", "2022", "year"),
        ("They went back to 1954 lines.", "1954", "1954", "1954", "year"),
        ("They want it by the end of the year.", "the end of the year", "2021", "2021-12-01..2021-12-31", "interval"),
        ("It fell in the third quarter.", "the third quarter", "2021-Q3", "2021-07-01..2021-09-30", "interval"),
        ("It rose in the first quarter of 2022.", "the first quarter of 2022", "2022-Q1",
         "2022-01-01..2022-03-31", "interval"),
        ("It was signed last summer.", "last summer", "2021-SU", "2021-06-01..2021-08-31", "interval"),
        ("It dates from the 19th century.", "the 19th century", "18", "1801-01-01..1900-12-31", "interval"),
        ("They met over the weekend.", "over the weekend", "2021-W49-WE", "2021-12-11..2021-12-12", "interval"),
        ("Shells fell overnight.", "overnight", "2021-12-17TNI", "2021-12-16..2021-12-17", "interval"),
        ("The week after next they vote.", "The week after next", "2021-W52", "2021-12-27..2022-01-02", "week"),
        ("It was agreed two weeks ago.", "two weeks ago", "2021-W48", "2021-11-29..2021-12-05", "week"),
        ("It was agreed four months ago.", "four months ago", "2021-08", "2021-08", "month"),
        ("It will lapse in the second half of 2022.", "the second half of 2022", "2022-H2",
         "2022-07-01..2022-12-31", "interval"),
    ],
)  # fmt: skip
def test_stretches(text: str, phrase: str, value: str, expected: str, precision: str) -> None:
    expression = found(text)[phrase]
    assert (expression.value, days(expression)) == (value, expected)
    assert expression.when
    assert expression.when.precision == precision
    assert expression.when.phrase == phrase


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("It came on Dec. 17.", "Dec. 17", "2021-12-17"),
        ("It came on December 17, 2020.", "December 17, 2020", "2020-12-17"),
        ("It came on 17 December.", "17 December", "2021-12-17"),
        ("It came on the 17th of May 2019.", "the 17th of May 2019", "2019-05-17"),
        ("It came on the 14th.", "the 14th", "2021-12-14"),
        ("It will come on the 14th.", "the 14th", "2022-01-14"),
        ("It came on Friday, Dec. 10.", "Friday, Dec. 10", "2021-12-10"),
        ("They will sign on Jan. 5.", "Jan. 5", "2022-01-05"),
        ("The log of 2021-12-03 shows it.", "2021-12-03", "2021-12-03"),
        ("Filed 12/13/2021 by hand.", "12/13/2021", "2021-12-13"),
        ("Filed 13.12.2021 by hand.", "13.12.2021", "2021-12-13"),
        ("Norland mourned the Sept. 11 attacks.", "Sept. 11 attacks", "2001-09-11"),
        ("It was signed ten days ago.", "ten days ago", "2021-12-07"),
        ("It failed yesterday.", "yesterday", "2021-12-16"),
        ("It resumes tomorrow.", "tomorrow", "2021-12-18"),
        ("It resumes the day after tomorrow.", "the day after tomorrow", "2021-12-19"),
        ("The truce holds until Christmas.", "Christmas", "2021-12-25"),
        ("It was signed on Good Friday 2022.", "Good Friday 2022", "2022-04-15"),
        ("A leap day, Feb. 29, was chosen.", "Feb. 29", "2020-02-29"),
        ("The gunboat came on the night of Dec. 16.", "the night of Dec. 16", "2021-12-16"),
    ],
)  # fmt: skip
def test_days(text: str, phrase: str, expected: str) -> None:
    assert days(found(text)[phrase]) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Talks start at 5 p.m. on Monday, it was said.", "5 p.m. on Monday", "2021-12-13T17:00"),
        ("Fire stopped on Monday at 0600 GMT.", "Monday at 0600 GMT", "2021-12-13T06:00"),
        ("Fire stopped at noon.", "noon", "2021-12-17T12:00"),
        ("Shots were heard Monday night.", "Monday night", "2021-12-13TNI"),
        ("They will talk tonight.", "tonight", "2021-12-17TNI"),
        ("It lasted for more than two months.", "more than two months", "P2M"),
        ("After two weeks of talks they parted.", "two weeks", "P2W"),
        ("It would reopen four months after Norland shut it.", "four months", "P4M"),
        ("A decade-long war followed.", "A decade-long", "P10Y"),
        ("They spoke for half an hour.", "half an hour", "PT30M"),
        ("They have waited for years.", "years", "PXY"),
        ("It pays $3 million a year.", "a year", "P1Y"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("The ferry now runs twice a week.", "twice a week", "P1W"),
        ("Norland is now alone.", "now", "PRESENT_REF"),
        ("It was recently agreed.", "recently", "PAST_REF"),
        ("It closed the books of fiscal 2021.", "fiscal 2021", "2021"),
        ("They left the Tuesday after the vote.", "the Tuesday after", "XXXX-WXX-2"),
    ],
)
def test_values(text: str, phrase: str, value: str) -> None:
    assert found(text)[phrase].value == value


def test_no_days_for_lengths_and_vague_words() -> None:
    expressions = found("For two weeks now they met daily, as in the past and in fiscal 2021.")
    assert {e.when for e in expressions.values()} == {None}
    assert [e.type for e in expressions.values()] == ["DURATION", "DATE", "SET", "DATE", "DATE"]


def test_counts_from_the_last_date_in_the_text() -> None:
    expressions = found("The truce began on Dec. 3. Two days later it broke. The previous week had been calm.")
    assert days(expressions["Two days later"]) == "2021-12-05"
    assert days(expressions["The previous week"]) == "2021-11-22..2021-11-28"
    expressions = found("The truce began on Dec. 3. The day before, shots were heard.")
    assert days(expressions["The day before"]) == "2021-12-02"


def test_does_not_count_from_a_day_of_speaking() -> None:
    expressions = found("Norland left on Dec. 3, the envoy said on Wednesday. Two days later the truce broke.")
    assert days(expressions["Two days later"]) == "2021-12-05"


def test_counts_from_a_date_that_follows() -> None:
    expressions = found("It came two days before Dec. 3 and the week before Christmas.")
    assert days(expressions["two days before"]) == "2021-12-01"
    assert days(expressions["the week before"]) == "2021-12-13..2021-12-19"


def test_nothing_to_count_from_gives_no_days() -> None:
    expression = found("The following day they parted.")["The following day"]
    assert (expression.value, expression.when) == ("", None)


@pytest.mark.parametrize("phrase", ["30 February", "Feb. 30, 2021", "February 29, 2021", "April 31", "2021-02-30"])
def test_impossible_dates_are_found_without_days(phrase: str) -> None:
    expression = found(f"It was dated {phrase} by the clerk.")[phrase]
    assert (expression.value, expression.when, expression.rule) == ("", None, "impossible")


def test_exchangeable_figures_are_ambiguous() -> None:
    expression = found("It was dated 03/04/2021 by the clerk.")["03/04/2021"]
    assert (expression.value, expression.when, expression.rule) == ("", None, "ambiguous")


def test_unknown_publication_leaves_only_what_is_written_out() -> None:
    expressions = found("On Friday, 17 December and in October, and on Dec. 3, 2021 and this week, in 1997.", None)
    assert {p: (e.value, days(e)) for p, e in expressions.items()} == {
        "Friday, 17 December": ("XXXX-12-17", None),
        "October": ("XXXX-10", None),
        "Dec. 3, 2021": ("2021-12-03", "2021-12-03"),
        "this week": ("", None),
        "1997": ("1997", "1997"),
    }


def test_publication_known_to_the_month_dates_what_does_not_hang_on_the_day() -> None:
    text = "Last month, last year and on Friday they met."
    month = When(first=dt.date(2022, 1, 1), last=dt.date(2022, 1, 31), precision="month")
    times = {e.span.of(text): days(e) for e in time_expressions(text, [Span(start=0, end=len(text))], month)}
    assert times == {"Last month": "2021-12", "last year": "2021", "Friday": None}


def test_reads_only_the_given_places() -> None:
    text = "Menu of Monday.\nTalks failed on Tuesday.\nMore on Thursday."
    place = Span(start=16, end=40)
    assert [e.span.of(text) for e in time_expressions(text, [place], day(dt.date(2021, 12, 17)))] == ["Tuesday"]


def test_other_languages_have_none() -> None:
    assert time_expressions("On Friday", [Span(start=0, end=9)], None, "de") == ()


def test_opening_of_a_meeting_report() -> None:
    text = "Osterby received a Norland envoy, the first in more than three years, Wednesday after a week of bargaining."
    expressions = found(text, WEDNESDAY)
    assert {p: (e.type, e.value) for p, e in expressions.items()} == {
        "more than three years": ("DURATION", "P3Y"),
        "Wednesday": ("DATE", "2022-01-12"),
        "a week": ("DURATION", "P1W"),
    }
