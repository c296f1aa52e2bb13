"""Which columns of a view are read by people, and how: the rest is in JSON and CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rejoinder.publish.exports.safety import shortened
from rejoinder.types.time import When

_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading and what stands below it for a row; `narrow` columns are never wrapped, others share what room is left
    by their `weight`."""

    title: str
    value: Callable[[Any], str]
    narrow: bool = False
    weight: int = 2
    most: int | None = None
    """The widest that the column may become."""


def when(row: Any) -> str:
    """The date of a row as precise as it is known; empty where it is not."""
    if row.event_date is None:
        return ""
    date = When(first=row.event_date, last=row.event_date_last, precision=row.date_precision)
    return date.iso().replace("..", " to ")


def short_id(row_id: str) -> str:
    """The kind and six digits of an id, which commands take as well."""
    kind, dash, rest = row_id.partition("-")
    digits, dot, side = rest.partition(".")
    return f"{kind}{dash}{digits[:6]}{dot}{side}"


def _id(name: str = "id") -> Column:
    return Column(title="id", value=lambda row: short_id(getattr(row, name)), narrow=True)


def _plain(title: str, name: str | None = None, *, narrow: bool = False, weight: int = 2) -> Column:
    def value(row: Any) -> str:
        found = getattr(row, name or title)
        if isinstance(found, dt.date):
            return found.isoformat()
        return "" if found is None else shortened(str(found), _LONGEST)

    return Column(title=title, value=value, narrow=narrow, weight=weight)


def _decision(row: Any) -> str:
    if row.withdraws:
        return f"takes back {row.withdraws}"
    return f"{row.decision}: {row.field} {row.value}" if row.field else str(row.decision)


def _told(row: Any) -> str:
    return f"{row.n_articles}/{row.n_origins}"


def _treatment(row: Any) -> str:
    """`omitted (cut)` where it was cut from a copy."""
    return f"{row.treatment} (cut)" if row.reason == "cut" else str(row.treatment)


def _days(row: Any) -> str:
    return "" if row.days_open is None else str(row.days_open)


def _acts(row: Any) -> str:
    return row.kind if row.modality == "actual" else f"{row.kind} ({row.modality})"


_WHEN = Column(title="date", value=when, weight=1, most=10)
_TOLD = Column(title="told by", value=_told, narrow=True)
_BETWEEN = (_plain("by"), _plain("to"))

COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "exchanges": (
            _id(),
            _WHEN,
            *_BETWEEN,
            Column(title="on the table", value=lambda row: shortened(row.quote or row.gloss or "", _LONGEST), weight=6),
            _plain("status", narrow=True),
            Column(title="days", value=_days, narrow=True),
            _plain("answered by", "answered_by"),
        ),
        "timeline": (
            _id(),
            _WHEN,
            _plain("who", "actors"),
            Column(title="act", value=_acts, weight=1, most=14),
            _plain("to whom", "recipients"),
            _plain("words", "quote", weight=6),
            _plain("on whose word", "holders"),
            _TOLD,
        ),
        "answers": (
            _id(),
            _WHEN,
            _plain("who", "answered_by"),
            _plain("how", "disposition", narrow=True),
            _plain("to whom", "answered"),
            _plain("words", "quote", weight=6),
            _plain("to what", "to_gloss", weight=4),
            _TOLD,
        ),
        "disputes": (
            _id(),
            _plain("holders"),
            _plain("account", "quote", weight=6),
            _plain("document"),
            _TOLD,
        ),
        "positions": (
            _plain("party"),
            _plain("issue"),
            _plain("stance"),
            _WHEN,
            _plain("words", "quote", weight=6),
            _plain("document"),
        ),
        "coverage": (
            _plain("outlet"),
            Column(title="treatment", value=_treatment, narrow=True),
            _WHEN,
            _plain("who", "actors"),
            _plain("act", "kind"),
            _plain("event", "gloss", weight=6),
            _plain("with it in", "kept_in", weight=3),
        ),
        "statements": (
            _id(),
            _plain("speaker", "speakers"),
            _plain("for", "acts_for"),
            _plain("form", narrow=True),
            _plain("words", "quote", weight=6),
            _plain("carried by", "chain"),
            _plain("document"),
        ),
        "moves": (
            _id(),
            _WHEN,
            _plain("who", "actors"),
            Column(title="act", value=_acts, weight=1, most=14),
            _plain("to whom", "recipients"),
            _plain("words", "quote", weight=6),
            _plain("on whose word", "holders"),
            _plain("document"),
        ),
        "judgements": (
            _plain("when", "made_at", narrow=True),
            _plain("who", "by"),
            Column(title="decision", value=_decision),
            _plain("lines", "subjects", weight=4),
            Column(title="holds", value=lambda row: "yes" if row.in_force else "no", narrow=True),
            Column(title="id", value=lambda row: row.id, narrow=True),
        ),
        "changes": (
            _plain("change", narrow=True),
            _plain("in", "view", narrow=True),
            Column(title="id", value=lambda row: short_id(row.row), narrow=True),
            _plain("who"),
            _plain("to whom", "whom"),
            _plain("what", "field"),
            _plain("before"),
            _plain("after"),
            _plain("words", weight=5),
        ),
        "parties": (
            _id(),
            _plain("name"),
            _plain("type", narrow=True),
            _plain("acts for", "principal"),
            _plain("role"),
            _plain("statements", "n_statements"),
            _plain("acts", "n_events"),
            _plain("also called", "forms", weight=6),
        ),
    }
)
