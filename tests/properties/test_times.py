import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.annotate.time_words import WEEKDAYS
from rejoinder.annotate.times import time_expressions
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.span import Span
from rejoinder.types.time import When, day

DATES = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
WORDS = """the|a|last|next|this|early|late|end of|mid-|two|3|twenty-four|several|half an|hundred|day|week|weekend|month
|quarter|year|years|decade|century|ago|later|earlier|before|after|Friday|Sun.|Mondays|May|Sept.|Feb.|30|31|29|17th
|0|1999|2021|9999|0001|-|/|:|,|.|to|from|between|and|and a half|5 p.m.|0600 GMT|25:61|noon|morning|night|yesterday
|overnight|tomorrow|the 20th century|1990s|'90s|third|fiscal|Q5|winter|Easter|Christmas|every|twice a|said|will
|every other|2021-02-30|13/13/2021|1/2/03|999999999|year-ago|the following|the previous|in|by|until|old|0000-00-00
|\u00a0|(|)|"|“|https://x.example/2021|time|the day|the week after next"""
PIECES = st.sampled_from(WORDS.split("|"))
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)
)


def times(text: str, published: When | None) -> tuple[TimeExpression, ...]:
    return time_expressions(text, [Span(start=0, end=len(text))], published)


@settings(deadline=None)
@given(TEXTS, st.one_of(st.none(), DATES))
def test_any_text_gives_ordered_spans_and_days(text: str, date: dt.date | None) -> None:
    end = 0
    for expression in times(text, day(date) if date else None):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        if expression.when:
            assert expression.when.first <= expression.when.last
            assert expression.when.phrase == expression.span.of(text)
            assert expression.type in ("DATE", "TIME")


@settings(deadline=None)
@given(TEXTS, DATES)
def test_same_text_gives_the_same(text: str, date: dt.date) -> None:
    assert times(text, day(date)) == times(text, day(date))


@settings(deadline=None)
@given(
    st.sampled_from(WEEKDAYS),
    st.dates(min_value=dt.date(1, 2, 1), max_value=dt.date(9999, 11, 1)),
    st.sampled_from(["It ended on {}.", "It will end on {}.", "Last {} it ended.", "Next {} it ends.", "The {} talks"]),
)
def test_weekday_lies_within_a_week(name: str, date: dt.date, frame: str) -> None:
    (expression,) = times(frame.format(name.title()), day(date))
    assert expression.when
    assert expression.when.precision == "day"
    assert abs(expression.when.first - date) <= dt.timedelta(days=7)
    assert expression.when.first.weekday() == WEEKDAYS.index(name)


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 39), st.integers(1900, 2100))
def test_written_date_is_that_day_or_none(month: int, number: int, year: int) -> None:
    name = dt.date(2000, month, 1).strftime("%B")
    (expression,) = times(f"on {number} {name} {year} it", None)
    try:
        expected = dt.date(year, month, number)
    except ValueError:
        assert (expression.value, expression.when) == ("", None)
    else:
        assert expression.value == expected.isoformat()
        assert expression.when
        assert expression.when.first == expression.when.last == expected


@settings(deadline=None)
@given(TEXTS, st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)), st.integers(0, 40))
def test_uncertain_publication_never_adds_days(text: str, first: dt.date, length: int) -> None:
    last = first + dt.timedelta(days=length)
    unsure = times(text, When(first=first, last=last, precision="interval"))
    sure = {e.span: e for e in times(text, day(first))}
    assert all(sure[e.span].when for e in unsure if e.when and e.span in sure)
