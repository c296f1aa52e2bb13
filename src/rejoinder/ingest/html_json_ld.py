"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Sequence

from rejoinder.ingest.addresses import page_url
from rejoinder.ingest.html_scanner import Piece
from rejoinder.ingest.source import known
from rejoinder.types.document import Metadata
from rejoinder.vocabulary.agencies import is_agency

_ARTICLE = re.compile(r"(?:News|Blog|Report|Analysis|Opinion|Live)?\w{0,20}(?:Article|Posting|Report)", re.IGNORECASE)
_LONGEST = 300
_MOST_NODES = 500


def json_ld(heads: Sequence[tuple[Piece, str]]) -> tuple[dict[str, object], list[str]]:
    """The first article among the page's JSON-LD, and the blocks that cannot be read."""
    faults: list[str] = []
    article: dict[str, object] = {}
    for piece, content in heads:
        if piece.name != "script" or "ld+json" not in piece.attributes.get("type", "").lower():
            continue
        try:
            value = json.loads(content) if len(content) < 1_000_000 else None
        except (ValueError, RecursionError):
            faults.append("a block of JSON-LD cannot be read")
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if not article and any(isinstance(n, str) and _ARTICLE.fullmatch(n) for n in names):
                article = node
    return article, faults


def from_json_ld(linked: dict[str, object]) -> Metadata:
    """The metadata of that article; an author that is an agency is its origin."""
    author = _name(linked.get("author"))
    agency = is_agency(author) if author else None
    supplier = _name(linked.get("sourceOrganization"))
    return known(
        "json-ld",
        outlet=_name(linked.get("publisher")),
        origin=agency or (is_agency(supplier) if supplier else None),
        url=page_url(linked.get("url")),
        byline=author,
        title=one_line(linked.get("headline")),
    )


def one_line(value: object) -> str | None:
    """One line of plain words."""
    if not isinstance(value, str):
        return None
    words = " ".join("".join(c if c.isprintable() else " " for c in entities.unescape(value)).split())
    return words[:_LONGEST] or None


def _nodes(value: object) -> Iterator[dict[str, object]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(v for k, v in node.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))


def _name(value: object) -> str | None:
    """The name of a person or organisation of JSON-LD, several joined by commas."""
    if isinstance(value, list):
        names = [name for one in value[:5] if (name := _name(one))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        inner = value.get("name")
        return one_line(inner) if isinstance(inner, str) else None
    return one_line(value)
