"""Columns that several views share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rejoinder.record.material import Source, Witnesses
from rejoinder.record.view_rows import EventCode
from rejoinder.types.time import When


def dates(when: When | None) -> dict[str, Any]:
    """First and last day and precision."""
    if when is None:
        return {"event_date": None, "event_date_last": None, "date_precision": None}
    return {"event_date": when.first, "event_date_last": when.last, "date_precision": when.precision}


def in_time(when: When | None) -> tuple[dt.date, dt.date]:
    """The order of time; what has no date comes last."""
    return (when.first, when.last) if when else (dt.date.max, dt.date.max)


def witness_columns(witnesses: Witnesses) -> dict[str, Any]:
    """How many documents and origins, and since when it is known."""
    return {
        "n_articles": witnesses.n_articles,
        "n_origins": witnesses.n_origins,
        "known_from": witnesses.known_from,
    }


def source_columns(source: Source) -> dict[str, Any]:
    """The words that show it, and where they stand."""
    return {"quote": source.quote, "document": source.document, "outlet": source.outlet}


def code_columns(code: EventCode | None) -> dict[str, Any]:
    """The codes of other event data."""
    names = ("plover", "plover_mode", "quad", "cameo", "negation", "future", "hypothetical")
    return {name: getattr(code, name) if code else None for name in names}
