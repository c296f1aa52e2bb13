"""Days as the news gives them: to a day, a month, a year, or an interval."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "week", "month", "year", "interval"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class When:
    """The days on which something may have happened: first to last, both inclusive, no time zone (the day as
    published).

    `phrase` keeps the words that gave it ("this week"); empty where none did.
    """

    first: dt.date
    last: dt.date
    precision: Precision
    phrase: str = ""

    def iso(self) -> str:
        """`2021-12-17`, `2021-12`, `2021`, or `2021-12-13..2021-12-19`."""
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision == "month":
            return self.first.isoformat()[:7]
        if self.precision == "year":
            return self.first.isoformat()[:4]
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    def meets(self, other: When) -> bool:
        """Whether both may be the same day."""
        return self.first <= other.last and other.first <= self.last


def day(date: dt.date, phrase: str = "") -> When:
    """One day."""
    return When(first=date, last=date, precision="day", phrase=phrase)
