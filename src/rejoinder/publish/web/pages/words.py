"""The words that rows rest on, and the way by which each came to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.rendering import parts
from rejoinder.record.sheets import Line
from rejoinder.types.origins import agency_of


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
    row = line.row
    hops = _hops(row, statement.row if statement is not None else None)
    spoken = {hop["name"] for hop in hops if hop["role"] == "speaker"}
    return {
        "id": line.id,
        "row": row,
        "kind": "move" if "trigger" in row else "statement",
        "hops": hops,
        "way": list(dict.fromkeys(hop["name"] for hop in hops)),
        "word": [] if "trigger" not in row else [one for one in parts(row["holders"]) if one not in spoken],
        "inside": statement.row if statement is not None and statement.id != line.id else None,
    }


def _hops(row: Mapping[str, Any], said: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """The way from who said it to the page, each with what it did: `speaker`, `carrier`, `agency`, `outlet`; of a
    speaker whom it `serves`, and whether it is `unnamed`."""
    hops: list[dict[str, Any]] = []
    if said is not None:
        speakers, unnamed = parts(said["speakers"]), said["anonymity"] == "unnamed"
        serves = [one for one in dict.fromkeys(parts(said["acts_for"])) if one not in speakers]
        hops += [_hop("speaker", name, serves, unnamed=unnamed) for name in speakers]
        hops += [_hop("carrier", name) for name in parts(said["chain"])]
    if (agency := agency_of(row["origin"])) is not None:
        hops.append(_hop("agency", agency))
    return [*hops, _hop("outlet", row["outlet"] or row["document"])]


def _hop(role: str, name: str, serves: Sequence[str] = (), *, unnamed: bool = False) -> dict[str, Any]:
    return {"role": role, "name": name, "serves": [*serves], "unnamed": unnamed}


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
