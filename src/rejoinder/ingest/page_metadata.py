"""What the lines of an article tell of its publication: outlet, author, day, agency, headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rejoinder.ingest.credits import is_credit, is_date_line
from rejoinder.ingest.datelines import Dateline
from rejoinder.ingest.dates import find_day, month_named, without_date
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.ingest.phrases import bare, is_address, is_masthead
from rejoinder.ingest.source import known, merged
from rejoinder.types.document import Metadata, ZoneKind
from rejoinder.types.time import When
from rejoinder.vocabulary.agencies import find_agency
from rejoinder.vocabulary.furniture import furniture
from rejoinder.vocabulary.outlets import outlet_named, outlet_of_host

_LONGEST = 200
_NOTICE = re.compile(r"(?:©|\(c\)|copyright)", re.IGNORECASE)
_BY = re.compile(r"^\W*(?:by|written by|reporting by|author)\b:?\s+", re.IGNORECASE)


def found_in_page(
    paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], datelines: Sequence[tuple[int, Dateline]]
) -> Metadata:
    """What the page says of itself. `datelines` are (number of the paragraph, dateline), in order. Unknown stays
    None."""
    body = next((i for i, kind in enumerate(kinds) if kind == "body"), len(kinds))
    title = next((p.words for p, kind in zip(paragraphs, kinds, strict=True) if kind == "headline"), None)
    bylines = [p for p, kind in zip(paragraphs, kinds, strict=True) if kind == "byline"]
    month = next((month_named(line.date) for _, line in datelines if line.date), None)
    return merged(
        _outlet(paragraphs, kinds, body),
        _published(bylines, datelines, month),
        _origin(paragraphs, kinds, datelines),
        known("byline", byline=_author(bylines)),
        known("headline", title=title[:_LONGEST] if title else None),
    )


def _outlet(paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], body: int) -> Metadata:
    around = [(i, p) for i, p in enumerate(paragraphs) if kinds[i] in ("furniture", "byline")]
    for _, paragraph in around:
        name = outlet_named(paragraph.words)
        if name and paragraph.titled == 1.0 and bare(paragraph.words) not in furniture().sections | furniture().lines:
            return known("masthead", outlet=name.name)
    for i, paragraph in around[:3]:
        words = paragraph.words.strip()
        if i < body and kinds[i] == "furniture" and i <= 5:
            if is_address(words) and "/" not in words and "@" not in words:
                host = outlet_of_host(words)
                return known("masthead", outlet=host.name if host else words)
            if is_masthead(paragraph):
                return known("masthead", outlet=_cased(words))
    return Metadata()


def _cased(words: str) -> str:
    """A masthead in capitals as it would be written in a line."""
    return words if not words.isupper() else " ".join(w if len(w) <= 2 else w.capitalize() for w in words.split())


def _published(bylines: Sequence[Paragraph], datelines: Sequence[tuple[int, Dateline]], month: int | None) -> Metadata:
    dated: Iterator[When | None] = (find_day(p.words, month=month) for p in bylines)
    when = next((found for found in dated if found), None)
    if when is not None:
        return known("byline", published=when)
    full = next((find_day(line.date) for _, line in datelines if line.date), None)
    return known("dateline", published=full)


def _origin(
    paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], datelines: Sequence[tuple[int, Dateline]]
) -> Metadata:
    opening = next((line.origin for _, line in datelines[:1] if line.origin), None)
    if opening:
        return known("dateline", origin=opening)
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        agency = find_agency(_spaced(paragraph.words)) if kind == "byline" else None
        if agency:
            credited = paragraph.stops or paragraph.words.startswith("(")
            return known("credit" if credited else "byline", origin=agency)
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind == "furniture" and paragraph.count <= 15 and _NOTICE.search(paragraph.words):
            agency = find_agency(paragraph.words)
            if agency:
                return known("credit", origin=agency)
    return Metadata()


def _author(bylines: Sequence[Paragraph]) -> str | None:
    for paragraph in bylines:
        if is_date_line(paragraph) or paragraph.count > 16 or is_credit(paragraph):
            continue
        words = paragraph.words
        if find_day(words, month=1):
            words = without_date(_spaced(words))
        words = _BY.sub("", words).strip(" .()|-–—")
        if words:
            return words[:_LONGEST]
    return None


def _spaced(words: str) -> str:
    """A blank where a capital follows a small letter without one: two lines that a page has run together."""
    cuts = [i + 1 for i, (a, b) in enumerate(pairwise(words)) if a.islower() and b.isupper()]
    return " ".join(words[a:b] for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True))
