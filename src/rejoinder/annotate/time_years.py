"""Years, quarters, seasons, decades and centuries that are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rejoinder.annotate.time_calendar import Period, century, decade, moved, quarter, season, spanning, year
from rejoinder.annotate.time_parts import in_part
from rejoinder.annotate.time_setting import MEMORY, Resolved, Setting, dated, vague
from rejoinder.annotate.time_words import SEASONS, ordinal, quantity

_WHICH = {"last": -1, "this": 0, "next": 1}
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_THEN = frozenset(("year-ago", "year-quarter"))
_NEAR = 120
"""Days for which a quarter that has ended is still the one that is reported on."""


def year_number(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """`1997`, `late 1997`, `1974-1990`; None where the second is not after the first."""
    first = year(int(parts["year"]))
    if "year2" in parts:
        ending = parts["year2"]
        last = year(int(ending if len(ending) == 4 else parts["year"][:2] + ending))
        return dated(spanning(first, last), "years") if first.first < last.first else None
    return in_part(dated(first, "year"), parts, setting)


def spoken_year(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`nineteen ninety-six`, `the year two thousand`."""
    if "mill" in parts:
        more = quantity(parts["mill"].removeprefix("the year two thousand").replace("and", "").strip() or "zero")
        return dated(year(2000 + int(more or 0)), "year")
    low = 0 if parts["lo"] == "hundred" else int(quantity(parts["lo"]) or 0)
    return dated(year((1900 if parts["hi"] == "nineteen" else 1800) + low), "year")


def fiscal_year(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A fiscal year: its value, but no days, since each country and company begins it in another month."""
    return vague(parts["year"], "fiscal")


def decade_name(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the 1990s`, `the early '90s`, `the nineties`."""
    if "decade" in parts:
        first = int(parts["decade"])
    else:
        tens = _DECADES[parts["word"]] if "word" in parts else int(parts["short"])
        first = 1900 + tens
    return in_part(dated(decade(first), "decade"), parts, setting)


def century_name(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the 20th century`."""
    number = ordinal(parts["century"])
    if not 1 <= number <= 25:
        raise ValueError(f"no century {number}")
    return in_part(dated(century(number), "century"), parts, setting)


def season_name(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A season with its year, or last, this, next, or the one that fits."""
    code = SEASONS[parts["season"]]
    rel = parts.get("rel")
    if rel in ("every", "each"):
        return vague(f"XXXX-{code}", "set", "SET")
    if "year" in parts:
        return in_part(dated(season(int(parts["year"]), code), "season"), parts, setting)
    today = setting.day(f"XXXX-{code}")
    if "which" in parts:
        return in_part(dated(season(today.year + _WHICH[parts["which"]], code), "season"), parts, setting)
    return in_part(dated(_season_near(code, rel or "", today, setting), "season"), parts, setting)


def _season_near(code: str, rel: str, today: dt.date, setting: Setting) -> Period:
    begun = season(today.year - (season(today.year, code).first > today), code)
    coming = season(begun.first.year + 1, code)
    running = begun.last >= today
    if rel in ("last", "previous"):
        return season(begun.first.year - 1, code) if running else begun
    if rel in ("next", "coming"):
        return coming
    if rel == "this":
        same = [s for s in (begun, coming) if s.first.year == today.year] or [begun]
        return begun if running else same[-1]
    return coming if setting.tense == "future" and not running else begun


def quarter_spoken_of(setting: Setting) -> Period | None:
    """The last quarter in the text, one that has ended before any other; None where there is none."""
    running = None
    for found in reversed(setting.earlier[-MEMORY:]):
        if found.period is not None and found.period.unit == "quarter" and found.rule not in _THEN:
            if setting.today is None or found.period.last < setting.today:
                return found.period
            running = running or found.period
    return running


def quarter_name(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the third quarter`, `Q3 2021`; a fiscal quarter has a value but no days."""
    number = int(parts["q"]) if "q" in parts else ordinal(parts["ord"])
    named = parts.get("year2") or parts.get("year")
    which = parts.get("which") or parts.get("rel")
    if named:
        period = quarter(int(named), number)
    elif which:
        period = quarter(setting.day(f"XXXX-Q{number}").year + _WHICH[which], number)
    else:
        today = setting.day(f"XXXX-Q{number}")
        period = quarter(today.year, number)
        ended_long_ago = (today - period.last).days > _NEAR
        if setting.tense == "future" and ended_long_ago:
            period = quarter(today.year + 1, number)
        elif setting.tense != "future" and period.first > today:
            period = quarter(today.year - 1, number)
    if "fiscal" in parts:
        return vague(period.value, "fiscal")
    return in_part(dated(period, "quarter"), parts, setting)


def latest_quarter(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the latest quarter`: the one the text speaks of, else the one before publication."""
    return dated(quarter_spoken_of(setting) or moved(setting.day(), "quarter", -1), "latest-quarter")


def year_quarter(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the 1988 quarter`: that year's quarter of the same number as the one spoken of."""
    mentioned = quarter_spoken_of(setting)
    if mentioned is None:
        return dated(year(int(parts["year"])), "year-quarter")
    return dated(quarter(int(parts["year"]), (mentioned.first.month + 2) // 3), "year-quarter")


def year_ago(setting: Setting, rule: str = "year-ago") -> Resolved:
    """A year before what is spoken of: the same quarter where that is a quarter, else the year before publication."""
    for found in reversed(setting.earlier[-6:]):
        if found.type == "DURATION" and found.value.endswith("M"):
            break
        if found.period is not None and found.period.unit == "quarter" and found.rule not in _THEN:
            return dated(quarter(found.period.first.year - 1, (found.period.first.month + 2) // 3), rule)
    return dated(moved(setting.day(), "year", -1), rule)
