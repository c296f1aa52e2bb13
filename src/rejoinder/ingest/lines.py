"""The lines of a text, and which of them were one paragraph before somebody wrapped them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_BULLET = re.compile(r"(?:[•‣◦▪●·*–—-]|\d{1,2}[.)])[ \t]+")
_FIRST_CHUNK = re.compile(r"[^\s-]*-?")
_WIDEST = 200
NO_LINES: frozenset[int] = frozenset()
_NARROWEST = 30
_SLACK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its blanks at either end: where it starts and ends in the text, its words, and its
    indentation."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def bullet(self) -> bool:
        """Whether it begins an item of a list."""
        return _BULLET.match(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """Every line in order; `text` has no newline but `\\n`."""
    found = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        indent = len(line) - len(line.lstrip()) if stripped else 0
        found.append(Line(start=at + indent, end=at + indent + len(stripped), text=stripped, indent=indent))
        at += len(line) + 1
    return found


def joins(lines: Sequence[Line], *, soft: bool = False, apart: frozenset[int] = NO_LINES) -> list[bool]:
    """For each line whether the next one goes on where it was cut: broken at the width of the page, or in
    mid-sentence.

    Where `soft`, every line goes on that does not end as a sentence does; those numbered in `apart` never do."""
    width = _page_width(lines)
    result = [False] * len(lines)
    in_item: Line | None = None
    for i in range(len(lines) - 1):
        here, after = lines[i], lines[i + 1]
        if here.blank:
            in_item = None
        elif here.bullet:
            in_item = here
        if not _may_join(here, after) or i in apart or i + 1 in apart:
            continue
        if after.indent > here.indent + 1 and in_item is None:
            continue
        result[i] = _broken(here, after, width) or (soft and not _ends(here.text))
    return result


def _page_width(lines: Sequence[Line]) -> int:
    """The width at which lines were wrapped; 0 where most lines were not."""
    pairs = [(a, b) for a, b in pairwise(lines) if _may_join(a, b)]
    candidates = [len(a.text) + a.indent for a, _ in pairs if len(a.text) <= _WIDEST]
    if len(candidates) < 2:
        return 0
    width = max(candidates)
    full = [(a, b) for a, b in pairs if len(a.text) <= _WIDEST and _full(a, b, width)]
    in_sentence = sum(b.text[0].islower() and not _ends(a.text) for a, b in full)
    return (
        width
        if len(full) >= max(2, 0.6 * len(pairs)) and in_sentence >= 0.25 * len(full) and width >= _NARROWEST
        else 0
    )


def _may_join(here: Line, after: Line) -> bool:
    return not (here.blank or after.blank or after.bullet or _no_prose(here) or _no_prose(after))


def _no_prose(line: Line) -> bool:
    """A web address, or something else without a blank that is long."""
    return " " not in line.text and (len(line.text) > 30 or "://" in line.text)


def _full(here: Line, after: Line, width: int) -> bool:
    """Whether the first piece of the next line had no room left on this one."""
    chunk = _FIRST_CHUNK.match(after.text)
    piece = len(chunk.group()) if chunk else 0
    return here.indent + len(here.text) + 1 + piece > width - _SLACK


def _broken(here: Line, after: Line, width: int) -> bool:
    if width and _full(here, after, width):
        return True
    if not width and " " not in after.text and not _ends(after.text):
        return False
    goes_on = after.text[0].islower() or here.text.endswith((",", "-", "–", "—", "(", "&"))
    # A long line without a stop before a small letter was cut by hand or by a narrower column.
    return goes_on and not _ends(here.text) and len(here.text) >= (20 if width else 40) and len(here.text) <= _WIDEST


def _ends(text: str) -> bool:
    """Whether the line ends as a sentence does."""
    return text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":", ";"))
