"""A text as times are looked for in it: in plain letters, its addresses and versions closed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rejoinder.annotate.time_words import plain
from rejoinder.types.span import Span

_MARKS = ('"', "“", "‘", "'", "`")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"://|^\W?www\.|\w@\w|\.(?:com|org|net|info|int|gov|edu|html?|php|pdf|jpe?g|png)\b|\d\.\d+\.\d+\.\d|\w/\d{4}/\d|[a-z]/\d"
)
_LONGEST = 2000
_BEFORE = re.compile(r"([\w.'%$€£-]+)[\s\"“(]*$")
_AFTER = re.compile(r"[\s,]*([\w'-]+)")
_LADY_MAY = re.compile(r"(?:theresa|mrs\.?|ms\.?|minister) may(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A text in both writings, and the stretches in it that hold no times; `lady_may`: a person of that name occurs."""

    text: str
    plain: str
    closed: tuple[Span, ...]
    lady_may: bool

    def before(self, at: int) -> str:
        """The word that ends just before `at`, in small letters, with its full stop; empty where there is none."""
        found = _BEFORE.search(self.plain[max(0, at - 24) : at])
        return found.group(1) if found else ""

    def after(self, at: int) -> str:
        """The word that begins just after `at`, as written."""
        found = _AFTER.match(self.text[at : at + 32])
        return found.group(1) if found else ""

    def quoted_title(self, span: Span) -> bool:
        """Whether the words stand as a title does: after a quotation mark, each with a capital."""
        words = self.text[span.start : span.end].split()
        return self.text[max(0, span.start - 1) : span.start] in _MARKS and all(w[0].isupper() for w in words)

    def shut(self, span: Span) -> bool:
        """Whether `span` touches an address or the like."""
        at = bisect_right(self.closed, span.end, key=lambda s: s.start)
        return any(s.touches(span) for s in self.closed[max(0, at - 2) : at])


def surroundings(text: str) -> Surroundings:
    """The text with its addresses, file names and versions closed."""
    lowered = plain(text)
    tokens = (t for t in _TOKEN.finditer(lowered) if t.end() - t.start() > 5)
    closed = tuple(
        Span(start=t.start(), end=t.end())
        for t in tokens
        if _ADDRESS.search(lowered[t.start() : min(t.end(), t.start() + _LONGEST)])
    )
    return Surroundings(text=text, plain=lowered, closed=closed, lady_may=_LADY_MAY.search(lowered) is not None)
