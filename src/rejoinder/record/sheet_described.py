"""How the rows of each view are described: by which values they can be filtered, and what is related to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rejoinder.record import sheet_facets, sheet_readings
from rejoinder.record.sheet_known import Described, Known
from rejoinder.record.sheet_schema import later

DESCRIBED: Mapping[str, Callable[[Known, Any], Described]] = MappingProxyType(
    {
        "exchanges": sheet_facets.exchange,
        "timeline": sheet_facets.timeline,
        "answers": sheet_facets.answer,
        "disputes": sheet_facets.side,
        "positions": sheet_facets.position,
        "coverage": sheet_facets.coverage,
        "statements": sheet_readings.statement,
        later("statements"): sheet_readings.statement,
        "moves": sheet_readings.move,
        later("moves"): sheet_readings.move,
        "parties": sheet_readings.party,
        "issues": sheet_readings.issue,
        "documents": sheet_readings.document,
        "sources": sheet_readings.source,
        "families": sheet_readings.family,
        "addressed": sheet_facets.address,
        "doubts": sheet_readings.doubt,
    }
)
