"""The views: the account and what it rests on, as flat rows.

Each takes the material and, as `party` and `issue`, whose and which rows are wanted, one or several. The order of
rows is part of it. UsageError for a party or issue that is not there, with the nearest that are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rejoinder.errors import UsageError
from rejoinder.record.event_views import answer_rows, exchange_rows, timeline_rows
from rejoinder.record.filters import Named
from rejoinder.record.frames import Rows
from rejoinder.record.material import Material, gather
from rejoinder.record.party_views import party_rows
from rejoinder.record.reading_rows import MoveRow, PartyRow, StatementRow
from rejoinder.record.reading_views import move_rows, statement_rows
from rejoinder.record.stand_views import coverage_rows, dispute_rows, position_rows
from rejoinder.record.view_rows import (
    AnswerRow,
    CoverageLine,
    DisputeRow,
    ExchangeRow,
    PositionRow,
    TimelineRow,
)

__all__ = [
    "VIEWS",
    "Material",
    "answer_rows",
    "coverage_rows",
    "dispute_rows",
    "exchange_rows",
    "gather",
    "move_rows",
    "party_rows",
    "position_rows",
    "statement_rows",
    "timeline_rows",
    "view",
]

VIEWS: Mapping[str, tuple[type, Callable[..., tuple[Any, ...]]]] = MappingProxyType(
    {
        "exchanges": (ExchangeRow, exchange_rows),
        "timeline": (TimelineRow, timeline_rows),
        "answers": (AnswerRow, answer_rows),
        "disputes": (DisputeRow, dispute_rows),
        "positions": (PositionRow, position_rows),
        "coverage": (CoverageLine, coverage_rows),
        "statements": (StatementRow, statement_rows),
        "moves": (MoveRow, move_rows),
        "parties": (PartyRow, party_rows),
    }
)


def view(name: str, material: Material, *, party: Named = None, issue: Named = None) -> Rows[Any]:
    """The rows of one view, with the days for which they hold."""
    if not isinstance(name, str) or name not in VIEWS:
        raise UsageError(f"There is no view {name!r:.80}.", advice=f"There are {', '.join(VIEWS)}.")
    row_type, rows = VIEWS[name]
    return Rows(
        name=name,
        row_type=row_type,
        rows=rows(material, party, issue),
        as_of=material.account.as_of,
        known_at=material.known_at,
    )
