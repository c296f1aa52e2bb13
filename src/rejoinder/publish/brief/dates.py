"""Days in sentences."""

from __future__ import annotations

import datetime as dt

from rejoinder.publish.brief import translated
from rejoinder.publish.words import wording as desk
from rejoinder.record.material import Material
from rejoinder.types.time import When


def day(date: dt.date) -> str:
    """`15 December 2021`."""
    if translated.spoken():
        return desk.day(date)
    return f"{date.day} {date:%B %Y}"


def date(when: When) -> str:
    """When something happened: `15 December 2021`, `December 2021`."""
    if translated.spoken():
        return translated.date(when)
    match when.precision:
        case "day":
            return day(when.first)
        case "month":
            return f"{when.first:%B %Y}"
        case "year":
            return f"{when.first.year}"
        case "week":
            return f"the week of {day(when.first)}"
    return f"{day(when.first)} to {day(when.last)}"


def on(when: When | None) -> str:
    """The same as an adverb: `on 15 December 2021`, `in December 2021`; empty where it is not known."""
    if when is None:
        return ""
    if translated.spoken():
        return translated.date(when)
    if when.precision == "interval":
        return f"between {day(when.first)} and {day(when.last)}"
    return f"{'on' if when.precision == 'day' else 'in'} {date(when)}"


def last_day(material: Material) -> dt.date | None:
    """The day of the account: the one asked for, or the last on which an article was published."""
    return material.account.as_of or max(
        (one.published.last for one in material.reported if one.published), default=None
    )
