"""Which rows of a view have the values that are wanted: the places among which a page is sought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rejoinder.record.schema import Words

Wanted = str | tuple[str, ...]
"""The value that a row must have, or several of which it must have one."""
_WORDS = Words()
_HAS = "{0}.cut = ? AND {0}.view = ? AND {0}.facet = ? AND {0}.value "


def places(cut: int, view: str, by: Mapping[str, Wanted]) -> tuple[str, list[Any]]:
    """Where the places of the rows that have all of these values are taken from, as `f`, and what is bound to it.

    The first value leads the search, so the rarest should stand first."""
    if not by:
        return "sheet_rows AS f WHERE f.cut = ? AND f.view = ?", [cut, view]
    source, given = "", []
    for at, (facet, value) in enumerate(sorted(by.items(), key=lambda each: isinstance(each[1], tuple))):
        some = value if isinstance(value, tuple) else (value,)
        one = "= ?" if isinstance(value, str) else f"IN ({', '.join('?' * len(some))})"
        if not at and isinstance(value, tuple):  # a row may have two of them, and is one row
            source, given = "sheet_rows AS f WHERE f.cut = ? AND f.view = ?", [cut, view]
        if source:
            there = f"SELECT 1 FROM sheet_facets AS g WHERE {_HAS.format('g')}{one} AND g.place = f.place"  # noqa: S608 - marks only
            source += f" AND EXISTS ({there})"
        else:
            source = f"sheet_facets AS f WHERE {_HAS.format('f')}{one}"
        given += [cut, view, facet, *map(bound, some)]
    return source, given


def bound(value: str) -> Any:
    """A value as it is laid out."""
    return _WORDS.process_bind_param(value, None)  # type: ignore[arg-type]


def said(value: Any) -> str:
    """A laid out value as it was given."""
    return str(_WORDS.process_result_value(value, None))  # type: ignore[arg-type]
