"""What the value of a time phrase depends on besides its words, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rejoinder.annotate.time_calendar import Period
from rejoinder.annotate.time_tense import Tense

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
MANY_YEARS = 8
"""How far a leap day may lie away."""
MEMORY = 50
"""How many of the times before it a phrase may count from."""


class UnanchoredError(Exception):
    """The words count from a day that is not known; `value` is as much of a TIMEX3 value as they give by themselves."""

    def __init__(self, value: str = "") -> None:
        super().__init__(value)
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a phrase comes to: its TIMEX3 value, and its days if any. `report` marks a day of speaking only."""

    type: TimeType
    value: str
    period: Period | None = None
    rule: str
    report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The day of publication (None: unknown), the tense around the phrase, and what was found before it, in text order.

    `ahead` is the period of the phrase right after, for "two days before Dec. 3"; `year` a later year named in the
    sentence; `fixed` tells that a preposition stands before the phrase, `article` that an article does.
    """

    today: dt.date | None
    tense: Tense | None = None
    earlier: Sequence[Resolved] = field(default_factory=tuple)
    ahead: Period | None = None
    year: int | None = None
    fixed: bool = False
    article: bool = False

    def day(self, otherwise: str = "") -> dt.date:
        """The day of publication. Raises UnanchoredError where it is not known."""
        if self.today is None:
            raise UnanchoredError(otherwise)
        return self.today

    def anchor(self) -> Period | None:
        """The last days that the text gave, days of mere speaking only where there are no others."""
        told = None
        for found in reversed(self.earlier[-MEMORY:]):
            if found.period is not None:
                if not found.report:
                    return found.period
                told = told or found.period
        return told


def dated(period: Period, rule: str, value: str | None = None) -> Resolved:
    """A date with its days."""
    return Resolved(type="DATE", value=period.value if value is None else value, period=period, rule=rule)


def vague(value: str, rule: str, kind: TimeType = "DATE") -> Resolved:
    """A phrase that gives no days."""
    return Resolved(type=kind, value=value, rule=rule)
