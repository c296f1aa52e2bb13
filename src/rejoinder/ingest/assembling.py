"""A document out of a text, its paragraphs, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.ingest.datelines import Dateline, dateline
from rejoinder.ingest.dates import day_of_url
from rejoinder.ingest.language import language_of
from rejoinder.ingest.mapping import Mapped
from rejoinder.ingest.page_metadata import found_in_page
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.ingest.problems import rejected, warning
from rejoinder.ingest.source import NOTHING_KNOWN, Source, known, merged
from rejoinder.ingest.suspicion import suspicions
from rejoinder.ingest.zoning import zones_of
from rejoinder.types.document import READ_ZONES, Document, Metadata, Problem, Zone, ZoneKind
from rejoinder.types.identity import content_id
from rejoinder.types.span import Span

_LANGUAGE_READ = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A readable text with its paragraphs (offsets into it), the way back to the source, and what its markup says
    of it."""

    mapped: Mapped
    paragraphs: tuple[Paragraph, ...]
    media: str
    stated: Metadata = NOTHING_KNOWN
    problems: tuple[Problem, ...] = ()


def assembled(source: Source, page: Page) -> Document | Problem:
    """The document, or why none comes of it."""
    text = page.mapped.text
    told = merged(source.given, source.fields, page.stated)
    kinds = zones_of(page.paragraphs, outlet=told.outlet)
    readable = [p for p, kind in zip(page.paragraphs, kinds, strict=True) if kind in READ_ZONES]
    if not any(c.isalpha() for p in readable for c in p.words):
        return rejected(source.name, "no-text", "Nothing on the page reads as an article.")
    datelines = _datelines(page.paragraphs, kinds)
    seen = found_in_page(page.paragraphs, kinds, datelines)
    # The headline as it stands over the article is a better title than the one in the head of the page.
    metadata = merged(source.given, source.fields, known("headline", title=seen.title), page.stated, seen)
    problems = [*source.problems, *page.problems, *suspicions(text, source=source.name)]
    if metadata.published is None and metadata.url:
        metadata = merged(metadata, known("url", published=day_of_url(metadata.url)))
        if metadata.published is not None:
            problems.append(
                warning(source.name, "date-from-url", f"{metadata.published.iso()} stands in the address only.")
            )
    metadata = _with_language(metadata, " ".join(p.words for p in readable))
    if metadata.language and metadata.language.lower()[:2] != _LANGUAGE_READ:
        problems.append(warning(source.name, "language-not-read", f"Its language is {metadata.language}."))
    return Document(
        id=content_id("doc", *source.identity),
        name=source.name,
        media=page.media,
        raw=source.raw,
        text=text,
        zones=_zones(page.paragraphs, kinds, dict(datelines)),
        offsets=page.mapped.offsets,
        metadata=metadata,
        problems=_once(problems),
    )


def _with_language(metadata: Metadata, words: str) -> Metadata:
    """The language by the words themselves; what a page says of its own language counts only where they do not tell."""
    if dict(metadata.found).get("language") == "given":
        return metadata
    heard = language_of(words)
    if heard is None:
        return metadata
    return merged(known("words", language=heard), replace(metadata, language=None))


def _datelines(paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind]) -> list[tuple[int, Dateline]]:
    """The datelines of body paragraphs, with the number of the paragraph; looser ones only where the article opens."""
    found = []
    opening = True
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] in ("body", "standfirst") and paragraph.prose:
            line = dateline(paragraph.words, opening=opening)
            if line is not None:
                found.append((i, line))
            opening = opening and kinds[i] == "standfirst"
    return found


def _zones(
    paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind], datelines: dict[int, Dateline]
) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    for i, paragraph in enumerate(paragraphs):
        start = paragraph.start
        if i in datelines:
            middle = start + datelines[i].length
            end = start + len(paragraph.words[: datelines[i].length].rstrip())
            zones.append(Zone(span=Span(start=start, end=end), kind="dateline"))
            start = middle
        zones.append(Zone(span=Span(start=start, end=paragraph.end), kind=kinds[i]))
    return tuple(zones)


def _once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problems))
