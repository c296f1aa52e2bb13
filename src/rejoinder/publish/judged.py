"""Judgements as rows: who decided what, when, and whether it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.types.judgement import Judgement, in_force, withdrawn_by


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """A judgement: who decided what about which lines, and when (UTC). `withdraws` is the one that it takes back,
    `withdrawn_by` the one that takes it back; `in_force` is false for both."""

    id: str
    made_at: str
    by: str
    decision: str
    subjects: str
    field: str | None
    value: str | None
    withdraws: str | None
    in_force: bool
    withdrawn_by: str | None


def judgement_rows(judgements: Sequence[Judgement]) -> tuple[JudgementRow, ...]:
    """The rows of judgements that stand in the order in which they were made, in that order."""
    force = {one.id for one in in_force(judgements)}
    by = withdrawn_by(judgements)
    return tuple(
        JudgementRow(
            id=one.id,
            made_at=one.made_at.isoformat(timespec="seconds"),
            by=one.by,
            decision=one.decision,
            subjects="; ".join(one.subjects),
            field=one.field,
            value=one.value,
            withdraws=one.withdraws,
            in_force=one.id in force,
            withdrawn_by=by.get(one.id),
        )
        for one in judgements
    )
