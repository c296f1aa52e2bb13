"""Where to cut a passage so that it reads: neither in the middle of a phrase nor a word or two after its beginning."""

from __future__ import annotations

import re

from rejoinder.consolidate.sentence_breaks import is_abbreviation
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_LEANING = word_list("words that lean on the next")
"""No quotation ends on one: what it belongs to comes after it."""
_ON_A_SUBJECT = frozenset({"is", "are", "was", "were", "has", "had", "have", "will", "would"})
_SUBJECTS = frozenset({"it", "there", "he", "she", "they", "we", "this", "that", "who", "which", "you"})
_BOUNDARY = re.compile(r"[.;:!?\n]|,(?=\s)|[”\"](?=[\s,.;]|$)|\s[–—-]\s|\)")
_BEGINS = re.compile(r"(?P<stop>[.!?])[\"”’)\]]*\s+|\n\s*")
_LAST = re.compile(r"([\w'’-]+)\W*$")
_FIRST = re.compile(r"\W*([\w'’-]+)")
_BEFORE = re.compile(r"([\w'’-]+)\s+$")
_STOP = re.compile(r"(?P<stop>[.!?])(?=[\"”’)\]]*(?:\s|$))|\n")
_INTRODUCES = re.compile(r"[:)–—-]\s*$")
"""What ends a dateline or a label, with which no sentence is quoted."""
_CLOSES = re.compile(r"[.,!?]?[\"”]")
_BULLETS = " \t\n–—-•*"
_A_CLAUSE, _A_SENTENCE = 4, 40
"""Words below which a passage is a scrap, and up to which its sentence is quoted instead."""
_FURTHER = 90
"""Characters that a passage may grow by to end well."""
_FEW = 3
"""Words of a sentence that are rather quoted with what follows than left out."""
_REACH = 300


def excerpt(text: str, span: Span) -> Span:
    """The passage grown or cut by a few words: from the beginning of its sentence where hardly anything is before it,
    to where it does not end on a word that leans on the next, and with the mark that closes a quotation; all of its
    sentence where it is a scrap."""
    if len(span.of(text).split()) < _A_CLAUSE and (whole := _sentence(text, span)) is not None:
        return whole
    start = _start(text, span)
    end = _closed(text, start, _end(text, Span(start=start, end=span.end)))
    return Span(start=start, end=end) if end > span.start else span


def _sentence(text: str, span: Span) -> Span | None:
    """The sentence around the passage, without its stop; None where it is long."""
    start = _begins(text, span)
    end = next((m.start() for m in _STOP.finditer(text, span.end) if _ends_a_sentence(m)), len(text))
    start += len(text[start:end]) - len(text[start:end].lstrip(_BULLETS))
    holds = start <= span.start and span.end <= end
    return Span(start=start, end=end) if holds and len(text[start:end].split()) <= _A_SENTENCE else None


def _begins(text: str, span: Span) -> int:
    """Where its sentence begins, as far as is looked."""
    back = max(0, span.start - _REACH)
    begins = (m.end() for m in _BEGINS.finditer(text, back, span.start) if _ends_a_sentence(m))
    return max(begins, default=span.start if back else 0)


def _ends_a_sentence(mark: re.Match[str]) -> bool:
    return mark["stop"] is None or not is_abbreviation(mark.string, mark.end("stop"))


def _closed(text: str, start: int, end: int) -> int:
    """The end, behind the mark that closes a quotation begun in the passage, where that comes next."""
    opened = text.count("“", start, end) > text.count("”", start, end) or text.count('"', start, end) % 2 == 1
    mark = _CLOSES.match(text, end) if opened else None
    return mark.end() if mark else end


def _start(text: str, span: Span) -> int:
    begins = _begins(text, span)
    before = text[begins : span.start]
    few = len(before.split()) <= _FEW and re.search(r"[^\W\d]", before) and not re.search(r"[\"“”]", before)
    if few and not _INTRODUCES.search(before):
        return begins + len(before) - len(before.lstrip(_BULLETS))
    first, leading = _FIRST.match(span.of(text)), _BEFORE.search(text[begins : span.start])
    if first and leading and first[1].lower() in _ON_A_SUBJECT and leading[1].lower() in _SUBJECTS:
        return begins + leading.start()
    return span.start


def _end(text: str, span: Span) -> int:
    opened = text.rfind("(", span.start, span.end)
    if opened > span.start and text.find(")", opened, span.end) < 0:
        closing = text.find(")", span.end, span.end + _FURTHER)
        return closing + 1 if closing >= 0 else span.start + len(text[span.start : opened].rstrip())
    if not _leans(span.of(text)):
        return span.end
    for boundary in _BOUNDARY.finditer(text, span.end, min(len(text), span.end + _FURTHER)):
        if boundary.start() > span.end and not _leans(text[span.start : boundary.start()]):
            return boundary.start()
    end = span.end
    while (last := _LAST.search(text[span.start : end])) and last[1].lower() in _LEANING:
        end = span.start + len(text[span.start : span.start + last.start()].rstrip(" ,;:–—-"))
    return end


def _leans(words: str) -> bool:
    last = _LAST.search(words)
    return bool(last) and last[1].lower() in _LEANING and not re.search(r"[.!?]\s*$", words)  # type: ignore[index]
