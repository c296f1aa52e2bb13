"""Words between quotation marks: straight or curly, interrupted, running over paragraphs, or left open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.types.annotation import Quotation
from rejoinder.types.span import Span

_MARK = re.compile(r"[\"“”„«»]|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_CLOSERS = {"“": "”“", "„": "“”", "«": "»", '"': '"', "''": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_ONLY_CLOSES = frozenset("”»’")


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _ONLY_CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return before.isspace() or before in "([—–-:/" or mark.group() in "“„«"


def _paragraph_quotations(text: str, paragraph: Span) -> list[Quotation]:
    out: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            if _opens(text, mark, paragraph):
                opened = mark
        elif mark.group() in _CLOSERS[opened.group()] and mark.end() > opened.end() + 1:
            inner = Span(start=opened.end(), end=mark.start())
            out.append(Quotation(outer=Span(start=opened.start(), end=mark.end()), inner=inner, closed=True))
            opened = None
        elif opened.group() in _SINGLE and mark.group() not in _SINGLE and _opens(text, mark, paragraph):
            opened = mark  # the single mark was an apostrophe
    if opened is not None and opened.group() not in _SINGLE:
        inner = Span(start=opened.end(), end=paragraph.end)
        out.append(Quotation(outer=Span(start=opened.start(), end=paragraph.end), inner=inner, closed=False))
    return out


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations, in text order. A quotation does not cross the end of a paragraph: one that goes on in the next
    paragraph is two, the first of them not closed. Single marks inside double ones are not told apart."""
    return tuple(q for p in paragraphs for q in _paragraph_quotations(text, p))
