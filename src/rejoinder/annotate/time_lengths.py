"""How long, and how often: durations and repeated times."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.annotate.time_setting import Resolved, Setting, vague
from rejoinder.annotate.time_words import quantity

_LETTERS = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1), "day": ("P", "D", 1),
    "night": ("P", "D", 1), "week": ("P", "W", 1), "weekend": ("P", "WE", 1), "fortnight": ("P", "W", 2),
    "month": ("P", "M", 1), "quarter": ("P", "Q", 1), "half": ("P", "M", 6), "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10), "century": ("P", "Y", 100),
}  # fmt: skip
_VAGUE = {"decade": "PXDE", "century": "PXCE"}
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def length(count: float | None, unit: str) -> str:
    """`P3D` for three days, `PXD` for some days, `PT30M` for half an hour."""
    unit = "century" if unit == "centurie" else unit
    before, letter, times = _LETTERS[unit]
    if count is None:
        return _VAGUE.get(unit, f"{before}X{letter}")
    if count == 0.5 and unit in ("hour", "minute", "day", "year"):
        return {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M"}[unit]
    return f"{before}{count * times:.10g}{letter}"


def duration(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """A stretch of time, or how often where "a year" follows a number."""
    count, unit = quantity(parts["qty"]), parts["unit"]
    if "half" in parts and count is not None:
        count += 0.5
    alone = not (parts.get("about") or "lead" in parts or "half" in parts or setting.fixed)
    if parts["qty"] in ("a", "an") and alone:
        if unit in ("second", "minute", "night", "weekend", "quarter", "fortnight", "decade", "century", "centurie"):
            return None
        return vague(length(1, unit), "rate", "SET")
    return vague(length(count, unit), "duration", "DURATION")


def unit_long(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`a decade-long war`, `the months-old talks`."""
    return vague(length(1, parts["unit"]), "duration", "DURATION")


def units(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`for weeks`, `in recent years`."""
    return vague(length(None, parts["unit"]), "duration-vague", "DURATION")


def repeated(parts: Mapping[str, str], setting: Setting) -> Resolved:
    """`daily`, `every two years`, `twice a week`."""
    if "adverb" in parts:
        return vague(_ADVERBS[parts["adverb"]], "set", "SET")
    unit = parts.get("unit") or parts.get("per") or parts.get("times") or "year"
    count = (
        {"other": 2.0, "few": None}[parts["n"]]
        if parts.get("n") in ("other", "few")
        else quantity(parts.get("n", "one"))
    )
    return vague(length(count, "year" if unit == "annum" else unit), "set", "SET")
