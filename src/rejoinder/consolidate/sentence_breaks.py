"""Where the sentences of a document end, without a reading of it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from rejoinder.types.span import Span

_STOP_OR_BREAK = re.compile(r"[.!?][\"'”’)\]]*(?=\s)|\n\s*\n")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|No|vs))\.$")


def breaks(text: str) -> tuple[int, ...]:
    """Where sentences end, and where the first begins."""
    return (0, *(m.end() for m in _STOP_OR_BREAK.finditer(text) if not is_abbreviation(text, m.end())))


def is_abbreviation(text: str, end: int) -> bool:
    """Whether the full stop before `end` is that of an initial or a title ("U.S.", "Mr.")."""
    return _ABBREVIATED.search(text[max(0, end - 6) : end]) is not None


def stretch(ends: Sequence[int], anchor: Span, length: int) -> Span:
    """The whole sentences around a clause; `ends` are those of `breaks`, `length` is that of the text."""
    start = ends[bisect.bisect_right(ends, anchor.start) - 1]
    after = bisect.bisect_left(ends, anchor.end)
    return Span(start=start, end=max(anchor.end, ends[after] if after < len(ends) else length))
