"""The entries of a live log ("14.20 The talks have begun"), each with its day."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from rejoinder.types.span import Span
from rejoinder.types.time import When, day

_ENTRY = re.compile(
    r"^[ \t]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
    r"(?P<hour>[01]?\d|2[0-3])(?:[.:]?(?P<minute>[0-5]\d))(?:\s?(?P<half>[ap])\.?m\b\.?)?(?=[ \t]*$|\s+\S)",
    re.MULTILINE | re.IGNORECASE,
)
"""A clock time that opens a line, perhaps after its weekday."""
_YEAR = re.compile(r"\s*(?:19\d\d|20[0-5]\d)")
"""Four figures that open a line and may be a year; a table of years is no log."""
_ENTRIES = 3


def _minutes(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + int(match["minute"])


def log_entries(text: str, published: When | None) -> list[tuple[Span, When]]:
    """The heads of a live log's entries with their days, in text order: the day of publication, and the days before
    it where the clock runs over midnight. Empty where fewer than three lines begin with a clock time."""
    heads = [m for m in _ENTRY.finditer(text) if m["half"] or len(m["hour"]) == 2 or text[m.end("hour")] in ".:"]
    if len(heads) < _ENTRIES or published is None or published.precision != "day":
        return []
    if all(_YEAR.fullmatch(m.group()) for m in heads):
        return []
    times = [_minutes(m) for m in heads]
    rises = sum(b >= a for a, b in pairwise(times))
    upward = rises * 2 >= len(times) - 1
    turns = [0]
    for a, b in pairwise(times):
        turns.append(turns[-1] + ((b < a) if upward else (b > a)))
    behind = [turns[-1] - t for t in turns] if upward else turns
    return [
        (Span(start=m.start("hour"), end=m.end()), day(published.first - dt.timedelta(days=n)))
        for m, n in zip(heads, behind, strict=True)
    ]
