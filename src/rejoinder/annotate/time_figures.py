"""Dates written in figures only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from rejoinder.annotate.time_calendar import day
from rejoinder.annotate.time_setting import Resolved, Setting, dated, vague


def numeric(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """`17/12/2021`; None where the figures are none of a date, no days where day and month may be exchanged."""
    first, second, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    if year < 100:
        if parts["sep"] != "/":
            return None
        year += 2000 if year < 50 else 1900
    if not 1000 <= year <= 2199 or not (first and second) or (first > 31 or second > 31):
        return None
    if parts["sep"] == "." or first > 12 or first == second:
        return dated(day(dt.date(year, second, first)), "numeric-date")
    if second > 12:
        return dated(day(dt.date(year, first, second)), "numeric-date")
    return vague("", "ambiguous")


def iso(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """`2021-12-17`, `2021/12/17`, with or without a time of day."""
    year = int(parts["y"])
    if not 1000 <= year <= 2199:
        return None
    found = dated(day(dt.date(year, int(parts["m"]), int(parts["d"]))), "iso")
    if "clock" in parts:
        return replace(found, type="TIME", value=f"{found.value}T{parts['clock']}")
    return found
