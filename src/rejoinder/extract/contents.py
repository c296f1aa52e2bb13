"""Content spans: what exactly was said, and in which form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rejoinder.types.annotation import CueReading, Quotation, Sentence
from rejoinder.types.extraction import Form
from rejoinder.types.span import Span, covering

_EDGE = " \t\n,;:–—-•*"
_WORD = re.compile(r"\w+")
_MONTH = r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
_UNCUT = re.compile(
    rf"\b(?:[A-Z]\.){{2,4}}|[$£€]?(?<![\d.,])\d{{1,12}}(?:[.,]\d{{1,6}}){{1,5}}|\b{_MONTH}\s\d{{1,2}}\b|\b\d{{1,2}}\s{_MONTH}"
)
"""Initials, figures with a point in them, and days of a month that is cut short."""
_SCRAP = 8
_APART = 4
"""Up to how many words are a scrap, and how many are left out before it."""
_ADDED = re.compile(r",\s(?:who|which)\s(?:[\w’'-]{1,30}\s){1,8}$")
"""What is added about a speaker, up to further words of that speaker."""
_POSSESSIVE_REST = re.compile(r"['’]s\s")


_ARTICLE_REST = re.compile(r",\s(?:an?|the)\s*$")
"""The first word of what follows a comma."""


def trimmed(text: str, span: Span) -> Span:
    """`span` without blanks, commas, dashes and bullets at its ends, an article that belongs to what follows, or a lone
    full stop after it; initials ("U.S."), a figure ("£1.9") or a day ("Aug. 15") are in it whole or not at all."""
    start, end = span.start, span.end
    for match in _UNCUT.finditer(text, max(0, start - 12), min(len(text), end + 12)):
        start = match.start() if match.start() < start < match.end() else start
        end = match.end() if match.start() < end < match.end() else end
    if rest := _POSSESSIVE_REST.match(text, start, end):
        start = rest.end()
    while start < end and text[start] in _EDGE:
        start += 1
    if article := _ARTICLE_REST.search(text, max(start, end - 8), end):
        end = article.start()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if (
        end - start > 1
        and text[end - 1] == "."
        and text[end - 2].isalnum()
        and "." not in text[max(start, end - 4) : end - 1]
    ):
        end -= 1
    return Span(start=start, end=end)


def overlap(a: Span, b: Span) -> int:
    """Characters that both hold."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _snapped(text: str, part: Span, quotations: Sequence[Quotation], cue: Span) -> Span:
    """A part that holds most of a quotation, or lies in one, is made to end where the quotation ends."""
    for q in quotations:
        shared = overlap(part, q.outer)
        if not shared or q.outer.touches(cue):
            continue
        length = q.inner.end - q.inner.start
        inside = overlap(part, q.inner) >= 0.9 * (part.end - part.start)
        if shared >= 0.5 * length or (inside and shared >= 12):
            part = covering((part, q.outer)) if not inside else q.outer
    return part


def direct_or_not(text: str, parts: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """Direct where every word stands in quotation marks, mixed where some do, else indirect."""
    words = [m for p in parts for m in _WORD.finditer(text, p.start, p.end)]
    quoted = [w for w in words if any(q.inner.start <= w.start() and w.end() <= q.inner.end for q in quotations)]
    if words and len(quoted) >= len(words) - (1 if len(words) > 8 else 0):
        return "direct"
    return "mixed" if quoted else "indirect"


def without_outer_marks(part: Span, quotations: Sequence[Quotation]) -> Span:
    """The part of a direct statement without the marks around it; a comma inside the closing mark stays."""
    for q in quotations:
        if overlap(part, q.outer) >= 0.8 * (part.end - part.start) and part.touches(q.inner):
            return Span(start=max(part.start, q.inner.start), end=min(part.end, q.inner.end))
    return part


def _sentence_of(span: Span, sentences: Sequence[Sentence]) -> int:
    return max(range(len(sentences)), key=lambda i: (overlap(sentences[i].span, span), -i), default=0)


def utterances(
    text: str, reading: CueReading, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> list[tuple[Span, ...]]:
    """The contents that one cue carries, in text order: the parts of one sentence that the cue interrupts are one
    content, a further sentence of the same utterance is a content of its own, as is what is quoted behind a colon, and
    a quotation of several sentences is one."""
    parts = sorted({trimmed(text, _snapped(text, p, quotations, reading.cue)) for p in reading.content})
    parts = [p for p in _merged(parts, quotations) if p.end - p.start > 1]
    parts = _without_scraps(text, parts, reading, quotations, sentences)
    if not parts:
        return []
    groups = [[parts[0]]]
    for before, after in pairwise(parts):
        if (
            _sentence_of(before, sentences) == _sentence_of(after, sentences)
            and not _turns_to_quoting(text, before, after, quotations)
            and not _in_relative_clause(text, after, reading)
        ):
            groups[-1].append(after)
        else:
            groups.append([after])
    return [tuple(g) for g in groups]


def _without_scraps(
    text: str,
    parts: Sequence[Span],
    reading: CueReading,
    quotations: Sequence[Quotation],
    sentences: Sequence[Sentence],
) -> list[Span]:
    """The parts without a few words that stand apart from what is before them in their sentence: what is said goes on
    right behind its attribution, and what the narrator adds is no part of it."""
    out: list[Span] = []
    for part in parts:
        if (
            out
            and _sentence_of(out[-1], sentences) == _sentence_of(part, sentences)
            and len(part.of(text).split()) <= _SCRAP
            and not any(q.outer.touches(part) for q in quotations)
            and _words_apart(text, out[-1], part, reading) >= _APART
        ):
            continue
        out.append(part)
    return out


def _words_apart(text: str, before: Span, after: Span, reading: CueReading) -> int:
    """The words between two parts behind what the attribution itself takes."""
    attribution = [s.end for s in (reading.cue, reading.source) if s and before.end <= s.start and s.end <= after.start]
    return len(text[max(attribution, default=before.end) : after.start].split())


def _in_relative_clause(text: str, part: Span, reading: CueReading) -> bool:
    """Whether a part stands in what is added about its speaker ("says Brana, who finds the idea “bold”")."""
    source = reading.source
    return source is not None and _ADDED.match(text, source.end, part.start) is not None


def _turns_to_quoting(text: str, before: Span, after: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether reported words go on in quoted ones behind a colon ("he would not, he said: “I cannot.”")."""
    colon = text[before.end : after.start].rstrip(' "“').endswith(":")
    quoted = [any(q.outer.touches(part) for q in quotations) for part in (before, after)]
    return colon and quoted == [False, True]


def _merged(parts: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    out: list[Span] = []
    for part in parts:
        same = next((q for q in quotations if out and q.outer.touches(out[-1]) and q.outer.touches(part)), None)
        if out and (part.start <= out[-1].end + 1 or (same and part.start - out[-1].end < 40)):
            out[-1] = covering((out[-1], part))
        else:
            out.append(part)
    return out
