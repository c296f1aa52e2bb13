"""Network: who addresses whom, as a drawing with its table beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from rejoinder.publish.exports.safety import shortened
from rejoinder.publish.web.choosing import chosen
from rejoinder.publish.web.found import Found, listed
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import Called, shared
from rejoinder.publish.web.pages.filters import offered
from rejoinder.publish.web.queries import NetworkAsked
from rejoinder.publish.words.language import _
from rejoinder.record.sheets import Line

_PARTIES, _PAIRS = 14, 80
_LETTERS = 18  # of a label beside the circle: more would leave the drawing, as wide letters do on a phone
_MIDDLE, _RADIUS, _OUTSIDE, _LINE = 300.0, 200.0, 216.0, 18.0


def find(desk: Desk, asked: NetworkAsked) -> Found:
    """Pairs of who addresses whom, the most frequent first."""
    busiest = desk.sheets.page("addressed", chosen(desk, asked, "addressed"), most=_PAIRS).lines
    known = shared(desk)
    return listed(
        desk,
        "addressed",
        _("Who addresses whom"),
        asked,
        shown=lambda _page: {
            **offered(desk, asked, "addressed", "party"),
            "drawing": drawing(busiest, known),
            "shared": known,
        },
    )


def drawing(pairs: tuple[Line, ...], known: Mapping[str, Called]) -> dict[str, Any]:
    """The parties that address and are addressed most, on a circle, and arcs between them; `known` are those whose
    names do not tell who they are."""
    weights: dict[str, int] = {}
    names: dict[str, str] = {}
    for line in pairs:
        for end in ("actor", "recipient"):
            weights[line.detail[end]] = weights.get(line.detail[end], 0) + line.row["n_events"]
            names[line.detail[end]] = line.row[end]
    kept = sorted(weights, key=lambda each: (-weights[each], names[each]))[:_PARTIES]
    places = {each: _place(at, len(kept)) for at, each in enumerate(kept)}
    most = max((line.row["n_events"] for line in pairs), default=1)
    arcs = [
        {
            "actor": line.detail["actor"],
            "recipient": line.detail["recipient"],
            "said": " → ".join(_label(line, end, known) for end in ("actor", "recipient")),
            "n": line.row["n_events"],
            "path": _arc(places[line.detail["actor"]], places[line.detail["recipient"]]),
            "width": round(1 + 7 * line.row["n_events"] / most, 1),
        }
        for line in pairs
        if line.detail["actor"] in places and line.detail["recipient"] in places
    ]
    nodes = [_node(each, names[each], known.get(each), weights[each], places[each]) for each in kept]
    return {"nodes": nodes, "arcs": arcs}


def _label(line: Line, end: str, known: Mapping[str, Called]) -> str:
    party = known.get(line.detail[end])
    return party.label if party else str(line.row[end])


def _place(at: int, of: int) -> tuple[float, float]:
    angle = 2 * math.pi * at / max(of, 1) - math.pi / 2
    return math.cos(angle), math.sin(angle)


def _node(row_id: str, name: str, known: Called | None, weight: int, place: tuple[float, float]) -> dict[str, Any]:
    x, y = place
    above = _LINE if known and y < -0.5 else 0  # two lines must not run into the circle
    anchor = "middle" if abs(x) < 0.2 else "start" if x > 0 else "end"
    return {
        "id": row_id,
        "name": name,
        "short": shortened(name, _LETTERS),
        "apart": shortened(known.least, _LETTERS) if known else "",
        "whole": known.apart if known else "",
        "n": weight,
        "x": round(_MIDDLE + _RADIUS * x, 1),
        "y": round(_MIDDLE + _RADIUS * y, 1),
        "r": round(4 + min(12, math.sqrt(weight)), 1),
        "label_x": round(_MIDDLE + _OUTSIDE * x, 1),
        "label_y": round(_MIDDLE + (_OUTSIDE + 8) * y + 5 - above, 1),
        "anchor": anchor,
    }


def _arc(start: tuple[float, float], end: tuple[float, float]) -> str:
    """From rim to rim, bent towards the middle, to one side, so that the way back is seen beside it."""
    (x1, y1), (x2, y2) = start, end
    bend = 0.25
    mx, my = (x1 + x2) / 2 * bend - (y2 - y1) * 0.12, (y1 + y2) / 2 * bend + (x2 - x1) * 0.12
    at = [round(_MIDDLE + _RADIUS * value, 1) for value in (x1, y1, mx, my, x2, y2)]
    return f"M {at[0]} {at[1]} Q {at[2]} {at[3]} {at[4]} {at[5]}"
