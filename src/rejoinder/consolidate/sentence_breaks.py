"""Where the sentences of a document end, without a reading of it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_STOP_OR_BREAK = re.compile(r"[.!?][\"'”’)\]]*(?=\s)|\n\s*\n")
_LAST_WORD = re.compile(r"(?<![\w.’'-])([\w.’'-]{1,12})\.$")
_GOES_ON = re.compile(r"\s*[a-z]")
_NO_END = word_list("abbreviations")
"""Words whose full stop ends no sentence."""


def breaks(text: str) -> tuple[int, ...]:
    """Where sentences end, and where the first begins."""
    return (0, *(m.end() for m in _STOP_OR_BREAK.finditer(text) if not _goes_on(text, m)))


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    return "\n" not in mark[0] and (is_abbreviation(text, mark.end()) or bool(_GOES_ON.match(text, mark.end())))


def is_abbreviation(text: str, end: int) -> bool:
    """Whether the full stop before `end` is that of an initial, a title or another short form ("U.S.", "Mr.",
    "Aug.")."""
    word = _LAST_WORD.search(text, max(0, end - 14), end)
    if word is None:
        return False
    last = word[1].lower()
    return last in _NO_END or (len(last.rpartition(".")[2]) == 1 and last[-1].isalpha())


def stretch(ends: Sequence[int], anchor: Span, length: int) -> Span:
    """The whole sentences around a clause; `ends` are those of `breaks`, `length` is that of the text."""
    start = ends[bisect.bisect_right(ends, anchor.start) - 1]
    after = bisect.bisect_left(ends, anchor.end)
    return Span(start=start, end=max(anchor.end, ends[after] if after < len(ends) else length))
