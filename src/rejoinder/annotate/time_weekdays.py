"""Weekdays that are named: which one is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rejoinder.annotate.time_calendar import day, week
from rejoinder.annotate.time_parts import WHICH, in_part
from rejoinder.annotate.time_setting import Resolved, Setting, dated, vague
from rejoinder.annotate.time_words import weekday_number


def weekday(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """A weekday: today's own name is today, else the last one, or with a future verb the next."""
    number = weekday_number(parts["weekday"])
    rel = parts.get("rel", "").removeprefix("the ")
    value = f"XXXX-WXX-{number + 1}"
    if parts.get("many") or rel in ("every", "each"):
        return vague(value, "set", "SET")
    today = setting.day(value)
    if "week" in parts:
        monday = week(today).first + dt.timedelta(weeks=WHICH[parts["week"]])
        return in_part(dated(day(monday + dt.timedelta(days=number)), "weekday-of-week"), parts, setting)
    behind = dt.timedelta(days=(today.weekday() - number) % 7)
    ahead = dt.timedelta(days=(number - today.weekday()) % 7)
    week_long = dt.timedelta(weeks=1)
    anchor = setting.anchor()
    if rel in ("following", "previous") and anchor and anchor.unit == "day":
        step = (
            (number - anchor.first.weekday() - 1) % 7 + 1
            if rel == "following"
            else -((anchor.first.weekday() - number - 1) % 7 + 1)
        )
        return in_part(dated(day(anchor.first + dt.timedelta(days=step)), "weekday-beside"), parts, setting)
    if rel in ("last", "past", "previous"):
        found, rule = today - (behind or week_long), "weekday-last"
    elif rel in ("next", "coming", "following"):
        found, rule = today + (ahead or week_long), "weekday-next"
    elif not behind:
        found, rule = today, "weekday-today"
    elif setting.tense == "future" or (rel == "this" and setting.tense != "past"):
        found, rule = today + ahead, "weekday-ahead"
    else:
        found, rule = today - behind, "weekday-past"
    return in_part(dated(day(found), rule), parts, setting)
