"""Paragraphs of a page, and what can be seen of each without understanding it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rejoinder.ingest.lines import NO_LINES, joins, lines_of

Hint = Literal["heading", "caption", "byline", "navigation", "aside", "code", "comment"]
_BULLET = re.compile(r"(?:[•‣◦▪●·*–—-]|\d{1,2}[.)])\s+")
_STOP_INSIDE = re.compile(r"[a-z0-9)][.!?][\"”’']?\s+[\"“‘'(]?[A-Z]")
_CLOSERS = "\"'”’»)]"
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*|\d[\d,.:%/-]*")
_SMALL_WORDS = (
    "a an and as at but by for from in into is its nor not of off on or over per so than that the their to up v via vs "
    "with"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of a text that stands by itself (`start`, `end` in that text) and its words; `hint` is what markup
    says of it."""

    start: int
    end: int
    words: str
    hint: Hint | None = None
    level: int = 0

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.words) is not None

    @property
    def plain(self) -> str:
        """Its words without a bullet."""
        return _BULLET.sub("", self.words, count=1)

    @property
    def count(self) -> int:
        """How many words it has."""
        return _count(self.words)

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.words.rstrip(_CLOSERS + " ").endswith((".", "!", "?", "…")) and not self.cut

    @property
    def cut(self) -> bool:
        """Whether it was shortened by whoever made the page."""
        return self.words.endswith(("...", "…", "[...]", "[…]"))

    @property
    def sentences(self) -> int:
        """About how many sentences it has."""
        return _sentences(self.words)

    @property
    def prose(self) -> bool:
        """Whether it is running text: a sentence of some length, or several."""
        if self.stops:
            return self.count >= 8 or (self.count >= 5 and any(c in self.words for c in '"“”«»'))
        return self.count >= 25 and self.sentences >= 2

    @property
    def titled(self) -> float:
        """The share of its content words that begin with a capital; 1.0 for a line in capitals."""
        words = [w for w in _WORD.findall(self.words[:1000]) if w[0].isalpha() and w.lower() not in _SMALL]
        return sum(w[0].isupper() for w in words) / len(words) if words else 0.0

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals throughout."""
        letters = [c for c in self.words[:500] if c.isalpha()]
        return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)

    @property
    def quotation(self) -> bool:
        """Whether all of it stands between quotation marks."""
        return len(self.words) > 2 and self.words[0] in '"“«' and self.words.rstrip(".").endswith(('"', "”", "»"))

    @property
    def key(self) -> str:
        """Its letters and digits in small letters, by which a repetition is known."""
        return " ".join(_WORD.findall(self.words.casefold()[:2000]))


@lru_cache(maxsize=4096)
def _count(words: str) -> int:
    return len(_WORD.findall(words[:4000]))


@lru_cache(maxsize=4096)
def _sentences(words: str) -> int:
    return len(_STOP_INSIDE.findall(words[:20000])) + 1


def reflowed(text: str, *, soft: bool = False, apart: frozenset[int] = NO_LINES) -> tuple[str, list[Paragraph]]:
    """The text with the newlines inside paragraphs replaced by blanks, of the same length, and its paragraphs in
    order.

    `soft` where the format says that a mere newline ends nothing; `apart` are the numbers of lines that stand alone."""
    lines = lines_of(text)
    joined = joins(lines, soft=soft, apart=apart)
    characters = list(text)
    paragraphs: list[Paragraph] = []
    begin: int | None = None
    for line, on in zip(lines, joined, strict=True):
        if line.blank:
            continue
        begin = line.start if begin is None else begin
        if on:
            _blank_newline(characters, line.end)
            continue
        words = "".join(characters[begin : line.end])
        paragraphs.append(Paragraph(start=begin, end=line.end, words=words))
        begin = None
    return "".join(characters), paragraphs


def _blank_newline(characters: list[str], at: int) -> None:
    while characters[at] != "\n":
        at += 1
    characters[at] = " "
