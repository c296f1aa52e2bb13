"""HTML cut into tags and text in one pass, every piece with its place; no tree is built and nothing recurses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_INTEREST = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ATTRIBUTES_READ = 100_000
# Elements whose content is no markup: it ends at their own end tag and nowhere else.
HOLDS_NO_MARKUP = frozenset(
    {"script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "textarea", "title"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A start tag, end tag, stretch of text, or the content of an element that holds no markup (`raw`; `name` is
    the element)."""

    kind: Literal["start", "end", "text", "raw", "declaration", "comment"]
    name: str
    start: int
    end: int
    attributes: dict[str, str]
    closed: bool = True


_NONE: dict[str, str] = {}


def pieces(html: str) -> Iterator[Piece]:
    """Every piece in order. Whatever is not closed runs to the end of the page, as in a browser, with `closed`
    false."""
    at = 0
    lost_quotes: dict[str, int] = {}
    lost_ends: dict[str, int] = {}
    while at < len(html):
        tag = html.find("<", at)
        if tag < 0:
            yield _piece("text", "", at, len(html))
            return
        following = html[tag + 1 : tag + 2]
        if not (following.isalpha() or following in ("/", "!", "?")):
            # A lone "<" is text; so is all up to the next one.
            stop = html.find("<", tag + 1)
            stop = len(html) if stop < 0 else stop
            yield _piece("text", "", at, stop)
            at = stop
            continue
        if tag > at:
            yield _piece("text", "", at, tag)
        if following in ("!", "?"):
            piece = _declaration(html, tag)
        elif following == "/":
            piece = _end_tag(html, tag)
        else:
            piece = _start_tag(html, tag, lost_quotes)
        yield piece
        at = piece.end
        if piece.kind == "start" and piece.name in HOLDS_NO_MARKUP and piece.closed:
            content = _raw_content(html, piece.name, at, lost_ends)
            yield content
            at = content.end


def _piece(
    kind: Literal["text", "comment", "declaration"], name: str, start: int, end: int, *, closed: bool = True
) -> Piece:
    return Piece(kind=kind, name=name, start=start, end=end, attributes=_NONE, closed=closed)


def _declaration(html: str, at: int) -> Piece:
    """A comment, a document type with its own entities, or a processing instruction."""
    if html.startswith("<!--", at):
        end = html.find("-->", at + 2 if html.startswith("<!-->", at) else at + 4)
        return _piece("comment", "", at, len(html) if end < 0 else end + 3, closed=end >= 0)
    end = html.find(">", at)
    bracket = html.find("[", at, end if end >= 0 else len(html))
    if bracket >= 0 and html[at : at + 9].lower() == "<!doctype":
        close = html.find("]", bracket)
        end = html.find(">", close) if close >= 0 else -1
    return _piece("declaration", "", at, len(html) if end < 0 else end + 1, closed=end >= 0)


def _end_tag(html: str, at: int) -> Piece:
    name = _NAME.match(html, at + 2)
    end = html.find(">", at)
    stop = len(html) if end < 0 else end + 1
    return Piece(
        kind="end", name=name.group().lower() if name else "", start=at, end=stop, attributes=_NONE, closed=end >= 0
    )


def _start_tag(html: str, at: int, lost: dict[str, int]) -> Piece:
    """A start tag up to the ">" that stands in no attribute value."""
    match = _NAME.match(html, at + 1)
    name = match.group().lower() if match else ""
    inside = at + 1 + len(name)
    place = inside
    while True:
        found = _INTEREST.search(html, place)
        if found is None:
            return Piece(kind="start", name=name, start=at, end=len(html), attributes=_NONE, closed=False)
        if found.group() == ">":
            break
        place = _after_value(html, found, lost)
    body = html[inside : min(found.start(), inside + _ATTRIBUTES_READ)]
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(body):
        attributes.setdefault(key.lower(), double or single or bare)
    return Piece(kind="start", name=name, start=at, end=found.end(), attributes=attributes)


def _after_value(html: str, quote: re.Match[str], lost: dict[str, int]) -> int:
    """Past the value that this quotation mark opens; past the mark alone where none opens or it is never closed."""
    if html[max(0, quote.start() - 20) : quote.start()].rstrip()[-1:] != "=":
        return quote.end()
    mark = quote.group()
    if lost.get(mark, len(html) + 1) <= quote.end():
        return quote.end()
    close = html.find(mark, quote.end())
    if close < 0:
        lost[mark] = quote.end()
        return quote.end()
    return close + 1


def _raw_content(html: str, name: str, at: int, lost: dict[str, int]) -> Piece:
    """The content of a script and the like, up to its end tag."""
    match = None
    if lost.get(name, len(html) + 1) > at:
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, at)
    if match is None:
        lost[name] = min(at, lost.get(name, at))
        return Piece(kind="raw", name=name, start=at, end=len(html), attributes=_NONE, closed=False)
    return Piece(kind="raw", name=name, start=at, end=match.start(), attributes=_NONE)
