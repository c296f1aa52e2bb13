"""Sentences of the paragraphs that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rejoinder.types.annotation import Sentence
from rejoinder.types.document import READ_ZONES, Document, ZoneKind
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’'»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"“‘'«(\[•–—-]*\s?([A-Z0-9À-ÖØ-ÞА-Я\"“‘«])")
_LAST_WORD = re.compile(r"([\w.’'-]{1,24})$")

_NO_END = word_list("abbreviations")
"""Words whose full stop does not end a sentence by itself; before a capital, only those that announce a name or
number never do."""
_MAY_END = word_list("abbreviations that may end a sentence")


def paragraphs(text: str, zone: Span) -> Iterator[Span]:
    """The lines of a zone with words in them, blanks at both ends left out, in text order."""
    at = zone.start
    for line in text[zone.start : zone.end].split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            yield Span(start=start, end=start + len(stripped))
        at += len(line) + 1


def read_paragraphs(document: Document) -> list[tuple[Span, ZoneKind]]:
    """The paragraphs that are read (no furniture, captions, bylines or teasers), in text order, with their zone."""
    return [(p, z.kind) for z in document.zones if z.kind in READ_ZONES for p in paragraphs(document.text, z.span)]


def _ends(text: str, paragraph: Span, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end(), paragraph.end)
    if not following:
        return False
    if stop.group().startswith("."):
        word = _LAST_WORD.search(text, max(paragraph.start, stop.start() - 24), stop.start())
        last = word.group(1).lower() if word else ""
        if last in _NO_END:
            return last in _MAY_END and following.group(1).isalpha() and _starts_sentence(text, following.start(1))
        if len(last) == 1 and last.isalpha() and last != "i":
            return False
    return True


_OPENERS = word_list("words that open a sentence")


def _starts_sentence(text: str, at: int) -> bool:
    word = re.match(r"\w+", text[at : at + 20])
    return bool(word) and word.group().lower() in _OPENERS  # type: ignore[union-attr]


def sentence_spans(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the blanks between them."""
    out, start = [], paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, paragraph, stop):
            out.append(Span(start=start, end=stop.end()))
            start = stop.end()
            while start < paragraph.end and text[start].isspace():
                start += 1
    if start < paragraph.end:
        out.append(Span(start=start, end=paragraph.end))
    return out


def sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the paragraphs that are read, in text order."""
    return tuple(
        Sentence(span=span, paragraph=number, zone=zone)
        for number, (paragraph, zone) in enumerate(read_paragraphs(document))
        for span in sentence_spans(document.text, paragraph)
    )
