"""Which outlets tell a side of a dispute, and which left it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rejoinder.publish.web.holding import Desk
from rejoinder.record.sheets import Line

_MOST = 500


def left_out(desk: Desk, events: Iterable[str], telling: Sequence[str]) -> dict[str, Any]:
    """Of the events of a side the outlets that tell one of them beside those already named (`also`), and the lines of
    coverage of those that tell none and are held to have left one out (`left`), those that cut it from a copy first."""
    lines = [line for event in events for line in desk.sheets.page("coverage", {"event": event}, most=_MOST).lines]
    told = {line.row["outlet"] for line in lines if line.row["treatment"] != "omitted"}
    named = set(telling)
    left: dict[str, Line] = {}
    for line in sorted(lines, key=lambda one: (one.row["reason"] != "cut", one.row["outlet"], one.place)):
        if line.row["treatment"] == "omitted" and line.row["outlet"] not in told | named:
            left.setdefault(line.row["outlet"], line)
    return {"also": sorted(told - named), "left": list(left.values())}
