"""Times of day, and the parts of days that count from publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from rejoinder.annotate.time_calendar import Period, day
from rejoinder.annotate.time_parts import in_part
from rejoinder.annotate.time_setting import Resolved, Setting, dated, vague
from rejoinder.annotate.time_words import quantity

_ONE_DAY = dt.timedelta(days=1)


def deictic(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`today`, `yesterday`, `tomorrow`, `tonight`, `overnight`, with a part of the day or without."""
    word = parts["word"]
    today = setting.day("PRESENT_REF" if word == "today" else "")
    if word == "overnight":
        nights = Period(value=f"{today.isoformat()}TNI", first=today - _ONE_DAY, last=today, unit="interval")
        return Resolved(type="TIME", value=nights.value, period=nights, rule="overnight")
    found = dated(day(today + {"yesterday": -1, "tomorrow": 1}.get(word, 0) * _ONE_DAY), word)
    return in_part(found, {"daypart": "night"} if word == "tonight" else parts, setting)


def day_far(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the day before yesterday`, `the day after tomorrow`."""
    return dated(day(setting.day() + (-2 if parts["far"].startswith("before") else 2) * _ONE_DAY), "day-far")


def this_day(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`this morning`, `last night`, `that evening`, `the next morning`."""
    rel = parts["rel"].removeprefix("the ")
    if rel in ("this", "last"):
        base = day(setting.day() - (rel == "last") * _ONE_DAY)
    else:
        anchor = setting.anchor()
        if anchor is None or anchor.unit != "day":
            return vague("", "part-of-day", "TIME")
        base = day(anchor.first + {"previous": -1, "that": 0, "same": 0}.get(rel, 1) * _ONE_DAY)
    return replace(in_part(dated(base, "part-of-day"), parts, setting), rule="part-of-day")


def clock_text(parts: Mapping[str, str]) -> str:
    """The time of day, `HH:MM`."""
    if "word" in parts:
        return "24:00" if parts["word"] == "midnight" else "12:00"
    if "mil" in parts:
        return f"{parts['mil'][:2]}:{parts['mil'][2:]}"
    if "h24" in parts:
        return f"{int(parts['h24']):02}:{parts['min24']}"
    if "hour" in parts:
        hour = int(parts["hour"]) if parts["hour"].isdigit() else int(quantity(parts["hour"]) or 0)
        return f"{hour:02}:00"
    hour = int(parts["h"]) % 12 + 12 * (parts["ap"] == "p")
    return f"{hour:02}:{parts.get('min', '00')}"


def clock(parts: Mapping[str, str], setting: Setting, on: Period | None = None) -> Resolved:
    """A time of day: on the day beside it, else on the last day named in its sentence, else on publication's."""
    date = on
    if (
        date is None
        and setting.earlier
        and setting.earlier[-1].period
        and setting.earlier[-1].period.unit == "day"
        and not setting.fixed
    ):
        date = setting.earlier[-1].period
    date = date or day(setting.day(f"XXXX-XX-XXT{clock_text(parts)}"))
    if date.unit != "day":
        return vague("", "clock", "TIME")
    return Resolved(type="TIME", value=f"{date.first.isoformat()}T{clock_text(parts)}", period=date, rule="clock")
