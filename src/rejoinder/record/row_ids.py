"""The ids of rows that have none of their own: each is made of what the row says."""

from __future__ import annotations

from typing import Any

from rejoinder.types.account import CoverageRow, Position
from rejoinder.types.identity import content_id


def position_id(row: Position) -> str:
    """The id of a party's stand."""
    return content_id("position", row.party, row.issue, row.stance, row.event, row.move)


def coverage_id(row: CoverageRow) -> str:
    """The id of what an outlet made of an event."""
    return content_id("coverage", row.outlet, row.event)


def address_id(actor: str, recipient: str) -> str:
    """The id of a pair of parties (ids) of which one addresses the other."""
    return content_id("address", actor, recipient)


def account_row_id(row: Any) -> str:
    """A row's own id, or for a position or a line of coverage, which have none, the one that is made of it."""
    match row:
        case Position():
            return position_id(row)
        case CoverageRow():
            return coverage_id(row)
    return str(row.id)
