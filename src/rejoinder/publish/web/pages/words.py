"""The words that rows rest on, and the way by which each came to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.rendering import parts
from rejoinder.record.sheets import Line


def passages(desk: Desk, rows: Sequence[str], most: int | None = None) -> list[dict[str, Any]]:
    """These moves and statements by day of publication and place, each with its way: speaker, carriers, agency, outlet.

    At most so many; of each origin one comes first."""
    moves = desk.sheets.told("moves", rows)
    inside = [line.row["statement"] for line in moves.values() if line.row["statement"]]
    statements = desk.sheets.told("statements", [*(row for row in rows if row not in moves), *inside])
    found = [
        _passage(line, statements.get(line.row.get("statement") or line.id))
        for line in (*moves.values(), *(statements[row] for row in rows if row in statements))
    ]
    found = _told_once(found)
    found.sort(key=lambda one: (one["row"]["known_from"] or "9999", one["row"]["document"], one["row"]["start"]))
    return found if most is None else _of_each_origin(found)[:most]


def by_event(desk: Desk, events: Iterable[Line], most: int) -> Mapping[str, list[dict[str, Any]]]:
    """The passages of each event (id)."""
    return {event.id: passages(desk, event.detail["moves"], most) for event in events}


def _passage(line: Line, statement: Line | None) -> dict[str, Any]:
    row, way = line.row, []
    if statement is not None:
        way += parts(statement.row["speakers"]) + parts(statement.row["chain"])
    origin = row["origin"] or ""
    if origin.startswith("agency "):
        way.append(origin.removeprefix("agency "))
    way.append(row["outlet"] or row["document"])
    return {
        "id": line.id,
        "row": row,
        "kind": "move" if "trigger" in row else "statement",
        "way": list(dict.fromkeys(way)),
        "inside": statement.row if statement is not None and statement.id != line.id else None,
    }


def _told_once(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the same words on the same word in one document the first."""
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in sorted(found, key=lambda one: one["row"]["start"]):
        row = one["row"]
        first.setdefault((row["document_id"], row["quote"].casefold(), row.get("holders"), row.get("modality")), one)
    return list(first.values())


def _of_each_origin(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: set[str] = set()
    first: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    for one in found:
        origin = one["row"]["origin"] or one["row"]["document_id"]
        (rest if origin in seen else first).append(one)
        seen.add(origin)
    return first + rest
