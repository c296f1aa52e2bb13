"""What the head of a page says of its publication."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from rejoinder.ingest.addresses import page_url
from rejoinder.ingest.dates import given_when
from rejoinder.ingest.html_blocks import VisiblePage
from rejoinder.ingest.html_json_ld import from_json_ld, json_ld, one_line
from rejoinder.ingest.html_scanner import Piece
from rejoinder.ingest.problems import warning
from rejoinder.ingest.source import known, merged
from rejoinder.types.document import Metadata, Problem
from rejoinder.types.time import When
from rejoinder.vocabulary.agencies import is_agency
from rejoinder.vocabulary.outlets import outlet_of_host

_DATES = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "date",
]
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Metadata of the page's head and what does not agree in it."""

    metadata: Metadata
    problems: tuple[Problem, ...]


def head_of(page: VisiblePage, *, source: str) -> Head:
    """What JSON-LD, `meta`, `title`, `link` and `time` say, in this order; a date that none of them gives is looked
    for by htmldate."""
    meta = _meta(page.heads)
    linked, faults = json_ld(page.heads)
    title = next((content for piece, content in page.heads if piece.name == "title"), None)
    dates = [(place, value) for place, value in _stated_dates(linked, meta, page.heads) if value]
    faults += [f"{place} gives {_short(value)!r}, no day" for place, value in dates if given_when(value) is None]
    read = [(place, when) for place, value in dates if (when := given_when(value)) is not None]
    if len({when.iso() for place, when in read if place != "time"}) > 1:
        faults.append("dates differ: " + ", ".join(f"{place} {when.iso()}" for place, when in read))
    if title and linked.get("headline") and not _share_words(str(linked["headline"]), title):
        faults.append(f"headline {_short(linked['headline'])!r} against title {_short(title)!r}")
        linked = {key: value for key, value in linked.items() if key != "headline"}
    found = merged(
        from_json_ld(linked),
        known(read[0][0], published=read[0][1]) if read else Metadata(),
        _from_meta(meta, page.heads),
        known("title", title=one_line(title)),
    )
    if found.published is None:
        found = merged(found, known("page", published=_looked_for(page.clean)))
    problems = (warning(source, "metadata-conflict", "; ".join(faults) + "."),) if faults else ()
    return Head(metadata=found, problems=problems)


def _meta(heads: Sequence[tuple[Piece, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for piece, _ in heads:
        if piece.name == "meta":
            name = (
                piece.attributes.get("property")
                or piece.attributes.get("name")
                or piece.attributes.get("itemprop")
                or ""
            )
            content = piece.attributes.get("content", "")
            if name and content:
                found.setdefault(name.lower(), entities.unescape(content))
    return found


def _stated_dates(
    linked: dict[str, object], meta: dict[str, str], heads: Sequence[tuple[Piece, str]]
) -> list[tuple[str, object]]:
    dates: list[tuple[str, object]] = [("json-ld", linked.get("datePublished") or linked.get("dateCreated"))]
    dates += [("meta", meta[name]) for name in _DATES if name in meta][:1]
    times = [p.attributes["datetime"] for p, _ in heads if p.name == "time" and p.attributes.get("datetime")]
    return dates + [("time", value) for value in times[:1] if given_when(value)]


def _from_meta(meta: dict[str, str], heads: Sequence[tuple[Piece, str]]) -> Metadata:
    canonical = [
        p.attributes.get("href")
        for p, _ in heads
        if p.name == "link" and "canonical" in p.attributes.get("rel", "").lower()
    ]
    url = next(filter(None, map(page_url, [*canonical, meta.get("og:url")])), None)
    outlet = next((one_line(meta[name]) for name in _OUTLETS if name in meta), None)
    author = next((one_line(meta[name]) for name in _AUTHORS if name in meta and "://" not in meta[name]), None)
    language = next((p.attributes.get("lang") for p, _ in heads if p.name == "html" and p.attributes.get("lang")), None)
    host = outlet_of_host(urlsplit(url).hostname or "") if url else None
    return merged(
        known(
            "meta",
            outlet=outlet,
            origin=is_agency(author) if author else None,
            url=url,
            byline=author,
            title=next((one_line(meta[name]) for name in _TITLES if name in meta), None),
            language=language[:2].lower() if language and language[:2].isalpha() else None,
        ),
        known("url", outlet=host.name if host else None),
    )


def _looked_for(clean: str) -> When | None:
    """A date that htmldate finds in the marked places of the page; only one whose year stands there, so that no
    clock decides."""
    # Imported here: only pages that give no date elsewhere need it.
    from htmldate import find_date

    try:
        value = find_date(
            clean, extensive_search=False, original_date=True, min_date="1900-01-01", max_date="2199-12-31"
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return given_when(value) if value and value[:4] in clean else None


def _short(value: object) -> str:
    return str(value)[:40]


def _share_words(one: str, other: str) -> bool:
    words = [set(re.findall(r"\w{3,}", entities.unescape(text).lower())) for text in (one, other)]
    return bool(words[0] & words[1])
