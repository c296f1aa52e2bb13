"""What a page of the desk is: where, of what, and how its rows are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rejoinder.publish.web.found import Found
from rejoinder.publish.web.queries import Asked

Find = Callable[..., Found]
MEDIA: Mapping[str, str] = MappingProxyType(
    {"html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8",
     "jsonl": "application/jsonl; charset=utf-8"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf:
    """A page: where it is, its template, what may be asked of it, and how that is found. `item` pages are of one row,
    whose id ends the path; a `live` one shows more than the account: what was added to the record since; one with
    `forms` that change something holds the token of its reader, and is in no memory but their browser's."""

    path: str
    template: str
    asked: type[Asked]
    find: Find
    view: str
    row_type: type
    summary: str
    item: bool = False
    live: bool = False
    forms: bool = False
