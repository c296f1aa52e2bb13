"""The judgements: on one line, and all of them in the audit."""

from __future__ import annotations

import dataclasses
from typing import Any

from rejoinder.publish.judged import JudgementRow, judgement_rows
from rejoinder.publish.web.choosing import unknown
from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.decided_lines import told
from rejoinder.publish.web.pages.unlinked import unlinked
from rejoinder.publish.web.queries import AuditAsked
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _
from rejoinder.record.sheets import Line
from rejoinder.types.judgement import Judgement

_SUBJECTS = 6  # lines of a judgement that the audit shows


def judged_on(desk: Desk, *rows: str) -> list[dict[str, Any]]:
    """The judgements on these lines, the latest first."""
    standing = desk.standing
    found = [one for one in reversed(standing.judgements) if not set(rows).isdisjoint(one.subjects)]
    return [_shown(desk, one) for one in found]


def find(desk: Desk, asked: AuditAsked) -> Found:
    """The judgements of one page, the latest first."""
    names = sorted({one.by for one in desk.standing.judgements})
    if asked.by is not None and asked.by not in names:
        raise unknown(_("Nobody called %(name)s has decided anything."), asked.by, names)
    wanted = [one for one in reversed(desk.standing.judgements) if _wanted(one, asked)]
    start = placed(asked.after)
    rows = {row.id: dataclasses.asdict(row) for row in judgement_rows(desk.standing.judgements)}
    some = wanted[start : start + asked.per_page]
    following = start + asked.per_page
    lines = tuple(
        Line(id=one.id, place=start + at, row=rows[one.id], detail={"judgement": one}) for at, one in enumerate(some)
    )
    subjects = [subject for one in some for subject in one.subjects[:_SUBJECTS]]
    return Found(
        view="judgements",
        row_type=JudgementRow,
        title=_("Audit"),
        lines=lines,
        total=len(wanted),
        following=f"l{following}" if following < len(wanted) else None,
        every=lambda: (rows[one.id] for one in wanted),
        shown={
            "shown": [_shown(desk, one) for one in some],
            "names": names,
            "words": told(desk, subjects),
            "unlinked": unlinked(desk, subjects),
            "most": _SUBJECTS,
        },
    )


def placed(after: str | None) -> int:
    """How many rows stand before those of a cursor of a list that is held whole. Refusal 400 for another cursor."""
    if after is None:
        return 0
    if after[0] != "l" or "-" in after:
        raise Refusal(400, _("The cursor is of another order of these rows."), advice=_("Begin again without after."))
    return int(after[1:])


def _wanted(one: Judgement, asked: AuditAsked) -> bool:
    return (
        (asked.by is None or one.by == asked.by)
        and (asked.decision is None or one.decision == asked.decision)
        and (asked.line is None or asked.line in one.subjects)
    )


def _shown(desk: Desk, one: Judgement) -> dict[str, Any]:
    return {
        "judgement": one,
        "in_force": one.id in desk.standing.force,
        "withdrawn_by": desk.standing.withdrawn_by.get(one.id),
        "version": desk.standing.version(one.subjects[0]) if one.subjects else 0,
    }
