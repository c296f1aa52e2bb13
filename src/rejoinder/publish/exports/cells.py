"""Values as cells of tables for other programs: nothing for an unknown one, no formula."""

from __future__ import annotations

from typing import Any

from rejoinder.publish.exports.safety import cell, one_line


def plain(value: Any, *, tabs: bool = False) -> Any:
    """A value of a row as a cell; between `tabs` on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    return cell(one_line(value) if tabs else value)
