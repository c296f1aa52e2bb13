"""One article as published, its text fixed once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from rejoinder.types.span import OffsetMap, Span
from rejoinder.types.time import When

ZoneKind = Literal["headline", "standfirst", "body", "caption", "byline", "dateline", "teaser", "furniture"]
READ_ZONES: frozenset[str] = frozenset({"headline", "standfirst", "body", "dateline"})
Severity = Literal["warning", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Trouble with one source, kept in the record: `code` is stable and searchable, `advice` one line.

    `rejected` means that no document came of it; with a `warning` the document was read.
    """

    source: str
    code: str
    severity: Severity
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the page and what it is; zones ascend, do not overlap, and cover every non-blank character."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of the publication; None is unknown. `found` tells for each known field where it was found
    (`given`, `json-ld`, `meta`, `byline`, `dateline`, `credit`, `url`, ...), as (field, place) pairs in field order."""

    outlet: str | None = None
    published: When | None = None
    origin: str | None = None
    url: str | None = None
    language: str | None = None
    byline: str | None = None
    title: str | None = None
    found: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: text fixed at ingest, zones over it, and the way back to the source file.

    `id` is derived from the content (raw bytes, and the place inside a container file), `name` is the file name as the
    user knows it (`articles.jsonl#3` for the third line of a container). Lines that were hard-wrapped are joined by
    replacing the newline with a blank, so nothing moves. `raw` is the decoded source, newlines untouched.
    """

    id: str
    name: str
    media: str
    raw: str
    text: str
    zones: tuple[Zone, ...]
    offsets: OffsetMap
    metadata: Metadata
    problems: tuple[Problem, ...] = ()

    def zone_at(self, offset: int) -> ZoneKind:
        """What part of the page `offset` lies in; furniture where no zone holds it."""
        last = bisect_right(self.zones, offset, key=_start) - 1
        return self.zones[last].kind if last >= 0 and offset < self.zones[last].span.end else "furniture"


def _start(zone: Zone) -> int:
    return zone.span.start
