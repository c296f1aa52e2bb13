"""Parts of a period: its beginning, its end, what is over of it, the morning of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from rejoinder.annotate.time_calendar import Period, around, moved, narrowed
from rejoinder.annotate.time_setting import Resolved, Setting
from rejoinder.annotate.time_words import DAYPARTS

_PARTS = {
    "very early": "early",
    "beginning": "start",
    "close": "end",
    "latter half": "second half",
    "middle": "mid",
    "turn": "start",
}

WHICH = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
"""How far "last", "this" and "next" lie from the running one."""


def in_part(found: Resolved, parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`found` narrowed to what "early", "later", "the end of" or "morning" says of it."""
    if found.period is None:
        return found
    part = parts.get("part") or parts.get("adv") or ""
    part = _PARTS.get(part, part)
    period = found.period
    if part in ("earlier", "later", "rest", "remainder") and period.unit != "day":
        today = setting.today
        if today and period.first <= today <= period.last:
            ends = (period.first, today) if part == "earlier" else (today, period.last)
            period = replace(period, first=ends[0], last=ends[1], unit="interval")
    elif part:
        period = narrowed(period, part)
    value = period.value if part.endswith(" half") else found.value
    if "daypart" in parts:
        if period.unit == "day":
            return replace(found, type="TIME", value=f"{value}T{DAYPARTS[parts['daypart']]}", period=period)
        return replace(found, type="TIME")
    return replace(found, value=value, period=period)


def unit_around(today: dt.date, unit: str, count: int) -> Period:
    """The week, month, ... `count` of them after the one around `today`."""
    return moved(today, unit, count) if count else around(today, unit)
