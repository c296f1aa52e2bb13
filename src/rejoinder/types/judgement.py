"""A person's decisions about the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Decision = Literal["same", "not-same", "right", "wrong", "corrected", "answers", "not-answers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about one or two rows (ids), append-only: a later judgement of kind withdrawal restores the
    earlier view.

    `field` and `value` are set for `corrected`; `made_at` is UTC; `withdraws` is the id of the judgement taken back.
    """

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    field: str | None
    value: str | None
    by: str
    made_at: dt.datetime
    withdraws: str | None = None
