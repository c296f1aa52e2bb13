"""Times that count from another: from the day of publication, or from a day that the text gave before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rejoinder.annotate.time_calendar import Period, around, moved
from rejoinder.annotate.time_lengths import length
from rejoinder.annotate.time_parts import in_part, unit_around
from rejoinder.annotate.time_setting import Resolved, Setting, dated, vague
from rejoinder.annotate.time_words import quantity
from rejoinder.annotate.time_years import quarter_spoken_of, season_name, year_ago

_ONE_DAY = dt.timedelta(days=1)
_WHICH = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "entire": 0,
    "full": 0,
    "whole": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_BESIDE = {"previous": -1, "prior": -1, "preceding": -1, "same": 0, "that": 0, "following": 1}
_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_COUNTED = {"fortnight": ("week", 2), "centurie": ("century", 1), "night": ("day", 1)}
_FORWARD = frozenset(("later", "hence", "from now", "from today", "time", "afterward", "afterwards"))
_FROM_PUBLICATION = frozenset(("ago", "hence", "from now", "from today", "time"))
_SHORT = frozenset(("hour", "minute", "second"))


def unit_but_one(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the week after next`, `the month before last`."""
    return dated(
        moved(setting.day(), parts["unit"], 2 if parts["far"] == "after next" else -2), f"{parts['unit']}-but-one"
    )


def relative(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`this week`, `last month`, `the following year`, `the same day`; a fiscal one has a value but no days."""
    rel, unit = parts["rel"], parts["unit"]
    if unit in _SEASONS:
        return season_name({**parts, "season": unit, "rel": "this" if rel == "current" else rel}, setting)
    if (
        rel in ("last", "past", "next", "coming")
        and parts.get("the") == "the"
        and unit != "day"
        and "part" not in parts
    ):
        return vague(length(1, unit), "stretch", "DURATION")
    if rel in _BESIDE or (unit == "day" and rel == "next"):
        found = _beside(_BESIDE.get(rel, 1), unit, setting)
    elif unit == "weekend":
        found = _weekend(rel, setting)
    else:
        found = dated(unit_around(setting.day(), unit, _WHICH[rel]), f"{'this' if not _WHICH[rel] else rel}-{unit}")
    found = in_part(found, parts, setting)
    return vague(found.value, "fiscal") if "fiscal" in parts else found


def _beside(step: int, unit: str, setting: Setting) -> Resolved:
    """The unit before, with or after the one the text spoke of last."""
    anchor = setting.anchor()
    if anchor and _fits(anchor, unit):
        return dated(unit_around(anchor.first, unit, step), "beside")
    if step == -1 and unit not in ("day", "weekend"):
        return dated(unit_around(setting.day(), unit, step), "beside-publication")
    return vague("", "beside-unknown")


def _fits(anchor: Period, unit: str) -> bool:
    """Whether one `unit` holds all of the anchor, so that it can be counted from there."""
    return around(anchor.first, unit) == around(anchor.last, unit)


def _weekend(rel: str, setting: Setting) -> Resolved:
    today = setting.day()
    this = around(today, "weekend")
    if rel in ("next", "coming", "upcoming"):
        return dated(moved(today, "weekend", 1) if this.first <= today else this, "weekend-next")
    begun = this.first <= today
    if rel in ("last", "past") or (not begun and setting.tense != "future" and rel != "this"):
        return dated(moved(today, "weekend", -1), "weekend-last")
    if rel == "this" and not begun and setting.tense == "past":
        return dated(moved(today, "weekend", -1), "weekend-last")
    return dated(this, "weekend")


def part_of(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the end of the year`, `later in the week`, `mid-year`: of the publication's."""
    if parts["unit"] == "weekend":
        return _weekend("this", setting)
    return in_part(dated(around(setting.day(), parts["unit"]), f"part-of-{parts['unit']}"), parts, setting)


def unit_end(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`year-end`, `the month's end`."""
    return part_of({"unit": parts["unit"], "part": "end"}, setting)


def the_unit(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the weekend`, `the quarter`, `the year`, the one that runs or has just ended."""
    unit = parts.get("unit") or parts.get("unit2") or parts.get("unit3") or "week"
    if unit == "weekend":
        return _weekend("the", setting)
    if "ended" in parts and unit != "quarter":
        return vague(length(1, unit), "stretch", "DURATION")
    if unit == "quarter":
        if "ended" in parts and setting.ahead:
            return _quarter_to(setting.ahead.last)
        return dated(quarter_spoken_of(setting) or moved(setting.day(), "quarter", -1), "the-quarter")
    return dated(around(setting.day(), unit), f"the-{unit}")


def _quarter_to(end: dt.date) -> Resolved:
    """The three months that end on a day, with the value of the calendar's quarter that they share most with."""
    middle = around(end - 45 * _ONE_DAY, "quarter")
    days = Period(value=middle.value, first=moved(end, "month", -2).first, last=end, unit="quarter")
    return dated(days, "the-quarter")


def offset(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`ten days ago` from publication, `two days later` and `a year earlier` from the last day in the text."""
    direction = parts["dir"]
    count = quantity(parts["qty"])
    unit, times = _COUNTED.get(parts["unit"], (parts["unit"], 1))
    if unit == "year" and count == 1 and direction in ("ago", "earlier"):
        anchor = setting.anchor()
        if direction == "ago" or anchor is None or anchor.unit in ("year", "quarter", "interval"):
            return year_ago(setting)
    if count is None:
        far = "PAST_REF" if direction == "ago" else "FUTURE_REF" if direction in _FROM_PUBLICATION else ""
        return vague(far or length(None, unit), f"offset-{direction}-vague", "DATE" if far else "DURATION")
    sign = 1 if direction in _FORWARD else -1
    if direction in _FROM_PUBLICATION:
        return _counted(setting.day(), unit, sign * count * times, f"offset-{direction.replace(' ', '-')}")
    anchor = setting.anchor()
    if anchor is None or unit in _SHORT or not _fits(anchor, "day" if unit == "week" else unit):
        return vague(length(count, parts["unit"]), "offset-unknown", "DURATION")
    return _counted(anchor.first, unit, sign * count * times, f"offset-{direction}")


def _counted(start: dt.date, unit: str, count: float, rule: str) -> Resolved:
    if unit in _SHORT:
        days = Period(value="", first=start - _ONE_DAY, last=start, unit="interval")
        return Resolved(
            type="TIME", value="PAST_REF" if count < 0 else "FUTURE_REF", period=days if count < 0 else None, rule=rule
        )
    if count != int(count):
        if unit not in ("year", "decade"):
            return vague(length(abs(count), unit), rule, "DURATION")
        return dated(moved(start, "month", int(count * (12 if unit == "year" else 120))), rule)
    if unit in ("decade", "century"):
        return dated(moved(start, "year", int(count) * (10 if unit == "decade" else 100)), rule)
    return dated(moved(start, unit, int(count)), rule)


def offset_from(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`two days before` a date that follows."""
    count = quantity(parts["qty"])
    unit = parts["unit"]
    ahead = setting.ahead
    if count is None or ahead is None or count != int(count) or not _fits(ahead, "day" if unit == "week" else unit):
        return vague(length(count, unit), "offset-from-unknown", "DURATION")
    return _counted(ahead.first, unit, count if parts["dir"] == "after" else -count, f"offset-{parts['dir']}")


def day_beside(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`the day before`: of the date that follows, else of the last one in the text."""
    unit, step = parts["unit"], -1 if parts["dir"] == "before" else 1
    anchor = setting.ahead or (None if "date" in parts else setting.anchor())
    if "date" in parts and not setting.ahead and parts["beside"] == "a":
        return vague(length(1, unit), "duration", "DURATION")
    if anchor is None or not _fits(anchor, unit):
        return vague("", "beside-unknown")
    if unit == "week":
        exact = anchor.unit == "day" and parts["beside"] == "a"
        return dated(moved(anchor.first, "day", 7 * step) if exact else moved(anchor.first, "week", step), "beside")
    return dated(moved(anchor.first, unit, step), "beside")
