"""What each time phrase comes to: TIMEX3 value and days, by the rule that found it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rejoinder.annotate import (
    time_clock,
    time_dates,
    time_figures,
    time_lengths,
    time_relative,
    time_weekdays,
    time_years,
)
from rejoinder.annotate.time_calendar import spanning
from rejoinder.annotate.time_phrases import Phrase
from rejoinder.annotate.time_setting import Resolved, Setting, TimeType, UnanchoredError, dated, vague
from rejoinder.annotate.time_words import time_words, weekday_number

_Rule = Callable[[Mapping[str, str], Setting], Resolved | None]

_RULES: Mapping[str, _Rule] = {
    "iso": time_figures.iso,
    "numeric": time_figures.numeric,
    "month-day": time_dates.month_day,
    "day-month": time_dates.month_day,
    "month": time_dates.month_name,
    "weekday": time_weekdays.weekday,
    "weekday-hung": lambda parts, setting: vague(f"XXXX-WXX-{weekday_number(parts['weekday']) + 1}", "weekday-hung"),
    "day-of-month": time_dates.day_of_month,
    "known-day": time_dates.known_day,
    "holiday": time_dates.holiday,
    "yesterday": time_clock.day_far,
    "deictic": time_clock.deictic,
    "this-day": time_clock.this_day,
    "day-beside": time_relative.day_beside,
    "offset": time_relative.offset,
    "in-time": time_relative.offset,
    "unit-but-one": time_relative.unit_but_one,
    "offset-from": time_relative.offset_from,
    "relative": time_relative.relative,
    "part-of": time_relative.part_of,
    "unit-end": time_relative.unit_end,
    "the-unit": time_relative.the_unit,
    "clock": time_clock.clock,
    "year-ago": lambda parts, setting: time_years.year_ago(setting),
    "latest-quarter": time_years.latest_quarter,
    "quarter": time_years.quarter_name,
    "year-quarter": time_years.year_quarter,
    "century": time_years.century_name,
    "decade": time_years.decade_name,
    "spoken-year": time_years.spoken_year,
    "fiscal-year": time_years.fiscal_year,
    "season": time_years.season_name,
    "year": time_years.year_number,
    "set": time_lengths.repeated,
    "duration": time_lengths.duration,
    "unit-long": time_lengths.unit_long,
    "vague": time_lengths.units,
    "units": time_lengths.units,
    "some-day": lambda parts, setting: vague("FUTURE_REF", "reference"),
}
_TIMES = frozenset(("clock", "this-day", "clock-day"))


def _range(phrase: Phrase, setting: Setting) -> Resolved | None:
    left, right = (_by_rule(part, setting) for part in phrase.inner)
    if left is None or right is None or left.period is None or right.period is None:
        return None
    first, last = left.period, right.period
    if first.first > last.first and "year" in phrase.inner[1].parts and "year" not in phrase.inner[0].parts:
        named = {**phrase.inner[0].parts, "year": phrase.inner[1].parts["year"]}
        again = _by_rule(replace(phrase.inner[0], parts=named), setting)
        first = again.period if again and again.period else first
    elif first.first > last.last and setting.today:
        later = _by_rule(phrase.inner[1], replace(setting, tense="future"))
        last = later.period if later and later.period else last
    return dated(spanning(first, last), "range")


def _clock_day(phrase: Phrase, setting: Setting) -> Resolved | None:
    date = _by_rule(phrase.inner[1], setting)
    if date is None or date.period is None:
        return vague("", "clock", "TIME")
    return time_clock.clock(phrase.inner[0].parts, setting, on=date.period)


def _by_rule(phrase: Phrase, setting: Setting) -> Resolved | None:
    if phrase.rule == "range":
        return _range(phrase, setting)
    if phrase.rule == "clock-day":
        return _clock_day(phrase, setting)
    return _RULES[phrase.rule](phrase.parts, setting)


def resolved(phrase: Phrase, words: str, setting: Setting) -> Resolved | None:
    """What `phrase` comes to, `words` being it in plain letters; None where it turns out to be no time.

    Days that no calendar has get the empty value under the rule `impossible`, never other days.
    """
    kind: TimeType = "TIME" if phrase.rule in _TIMES or "daypart" in phrase.parts else "DATE"
    if phrase.rule == "reference":
        return vague(time_words().references[" ".join(words.split())], "reference")
    try:
        return _by_rule(phrase, setting)
    except UnanchoredError as unknown:
        return vague(unknown.value, "unanchored", kind)
    except (ValueError, OverflowError):
        return vague("", "impossible", kind)
