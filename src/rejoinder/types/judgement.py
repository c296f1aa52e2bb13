"""A person's decisions about the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Decision = Literal["same", "not-same", "right", "wrong", "unsure", "corrected", "answers", "not-answers"]
"""`unsure` puts a line aside and changes nothing else."""
CORRECTABLE = ("kind", "modality", "date", "actors", "recipients")
"""The fields of a move that a judgement can correct: a date as `2022-01-26`, `2022-01`, `2022`,
`2022-01-24..2022-01-28` or empty (unknown), parties by their names with semicolons between them, or empty (nobody)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about rows (ids), append-only: a later judgement that withdraws it restores the earlier view.

    `same` and `not-same` are about two moves or events, `answers` and `not-answers` about an answer and what it
    answers; any other about each of its subjects. `field` and `value` are set for `corrected`; `made_at` has a zone;
    `withdraws` is the id of the judgement taken back.
    """

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    field: str | None
    value: str | None
    by: str
    made_at: dt.datetime
    withdraws: str | None = None


Withdrawal = tuple[dt.datetime, str, str]
"""When a withdrawal was made, its id, and that of the judgement it takes back."""


def taken_back(withdrawals: Iterable[Withdrawal]) -> dict[str, str]:
    """For each judgement (id) that is taken back the one that does so; taking back a taking-back restores."""
    by: dict[str, str] = {}
    for _made_at, withdrawal, withdrawn in sorted(withdrawals, reverse=True):
        if withdrawal not in by:
            by[withdrawn] = withdrawal
    return by


def withdrawn_by(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each of the judgements that is taken back the one that does so."""
    return taken_back((one.made_at, one.id, one.withdraws) for one in judgements if one.withdraws)


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody has taken back, in the order in which they were made."""
    ordered = sorted(judgements, key=lambda one: (one.made_at, one.id))
    void = withdrawn_by(ordered)
    return [one for one in ordered if one.id not in void and not one.withdraws]
