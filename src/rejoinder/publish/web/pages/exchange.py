"""An exchange: what was put on the table, clause by clause, and what came back, each line with its words."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.words import by_event
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.words.language import _
from rejoinder.record.sheets import Line
from rejoinder.record.view_rows import AnswerRow

_WORDS = 4  # passages that are shown below each act; the page of its moves has all


def find(desk: Desk, _asked: Asked, row_id: str) -> Found:
    """The exchange with its answers as rows, in time. Refusal 404 where there is none of this id on these days."""
    sheets = desk.sheets
    one = sheets.one("exchanges", row_id)
    if one is None:
        raise not_there(_("There is no exchange %(id)s on these days.") % {"id": repr(row_id[:80])})
    found = sheets.some("answers", one.detail["answers"])
    answers = sorted(found.values(), key=lambda line: (line.row["event_date"] or "9999", line.row["answer"], line.id))
    events = sheets.some("timeline", [one.row["offer"], *(line.row["answer"] for line in answers)])
    issues = sheets.some("issues", one.detail["issues"])
    words = by_event(desk, events.values(), _WORDS)
    return Found(
        view="answers",
        row_type=AnswerRow,
        title=title(one),
        lines=tuple(answers),
        total=len(answers),
        every=lambda: (line.row for line in answers),
        about={
            "exchange": one.row,
            "clauses": one.detail["clauses"],
            "events": {row_id: line.row for row_id, line in events.items()},
            "words": {row_id: [each["row"] for each in some] for row_id, some in words.items()},
        },
        shown={
            "one": one,
            "whom": whom(desk, [one, *answers]),
            "offer": events.get(one.row["offer"]),
            "events": events,
            "words": words,
            "clauses": [_clause(each, issues, answers, events) for each in one.detail["clauses"]],
            "sayers": [_sayer(desk, each) for each in one.detail["said_unanswered"]],
            "disputes": _disputes(desk, [one.row["offer"], *(line.row["answer"] for line in answers)]),
            "parties": sheets.some("parties", [*one.detail["by"], *one.detail["to"]]),
        },
    )


def title(one: Line) -> str:
    """Who to whom."""
    by = one.row["by"] or _("Somebody")
    return f"{by} → {one.row['to']}" if one.row["to"] else by


def _clause(clause: Any, issues: dict[str, Line], answers: list[Line], events: dict[str, Line]) -> dict[str, Any]:
    given = [line for line in answers if line.row["answer"] in clause["answers"]]
    name = issues[clause["issue"]].row["name"] if clause["issue"] in issues else clause["issue"]
    return {
        "issue": name,
        "status": clause["status"],
        "answers": [(line, events.get(line.row["answer"])) for line in given],
    }


def _sayer(desk: Desk, name: str) -> str:
    line = desk.sheets.one("parties", name)
    return str(line.row["name"]) if line is not None else name


def _disputes(desk: Desk, events: list[str]) -> list[Line]:
    found: dict[str, Line] = {}
    for event in events[:40]:
        for line in desk.sheets.page("disputes", {"event": event, "side": "1"}, most=10).lines:
            found[line.row["dispute"]] = line
    return list(found.values())
