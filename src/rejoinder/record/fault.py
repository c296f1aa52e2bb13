"""What `verify` finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultCode = Literal["changed", "dangling", "duplicate", "file-damaged", "misplaced", "outdated", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing that is wrong, with the table and id of the row.

    `changed`, `file-damaged` and `unreadable` are damage; `dangling`, `duplicate` and `misplaced` are rows that do not
    fit together; `outdated` is mended by making the derived rows again."""

    code: FaultCode
    table: str
    id: str
    message: str
