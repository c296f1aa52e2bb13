"""Speech that no cue introduces: headlines with their speaker, quotations that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rejoinder.extract.contents import overlap, trimmed
from rejoinder.extract.drafts import Draft, is_media, length
from rejoinder.extract.speakers import PartiesAt, described
from rejoinder.extract.surroundings import Surroundings
from rejoinder.types.annotation import Annotation, PartyRef
from rejoinder.types.document import Document
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.offices import institution, office

_SENTENCE_END = re.compile(r"[.!?…]$")
_HEADLINES = (
    re.compile(r"^(?P<who>[^:“\"‘']{3,60}):\s+(?P<said>\S.{15,})$"),
    re.compile(r"^(?P<said>\S.{15,}?)(?:\s[-–—]|\s?:)\s(?P<who>[^-–—:]{2,50})$"),
)
"""A headline with its speaker first, or last."""
_LONG_QUOTATION = 4
_MOST_WORDS_OF_OFFICE = 4


def headlines(document: Document, annotation: Annotation, parties: PartiesAt, drafts: Sequence[Draft]) -> list[Draft]:
    """Headlines that name their speaker before a colon or after a dash or colon."""
    out = []
    for sentence in annotation.sentences:
        if sentence.zone != "headline" or any(d.whole.touches(sentence.span) for d in drafts):
            continue
        for pattern in _HEADLINES:
            match = pattern.match(sentence.span.of(document.text))
            draft = _headline(document.text, sentence.span.start, match, parties) if match else None
            if draft is not None:
                out.append(draft)
                break
    return out


def _headline(text: str, at: int, match: re.Match[str], parties: PartiesAt) -> Draft | None:
    source = Span(start=at + match.start("who"), end=at + match.end("who"))
    speakers = parties.source(source) or _by_office(text, source)
    if not speakers or is_media(speakers):
        return None
    content = trimmed(text, Span(start=at + match.start("said"), end=at + match.end("said")))
    return Draft(content=(content,), cue=None, source=source, speakers=speakers, rule="statement.headline", score=0.7)


def _by_office(text: str, source: Span) -> tuple[PartyRef, ...]:
    """An unnamed speaker where the words are an office or institution ("minister", "foreign ministry")."""
    words = source.of(text)
    if len(words.split()) > _MOST_WORDS_OF_OFFICE or not (office(words) or institution(words)):
        return ()
    return (described(text, source, ()),)


def floating(document: Document, annotation: Annotation, around: Surroundings, drafts: Sequence[Draft]) -> list[Draft]:
    """Quotations of a sentence or more without a cue, given to who spoke beside them."""
    covered = Places((s, s) for d in drafts for s in d.content)
    beside = _Speakers(drafts)
    out = []
    for quotation in annotation.quotations:
        words = quotation.inner.of(document.text)
        if len(words.split()) < _LONG_QUOTATION or not (_SENTENCE_END.search(words.strip()) or len(words.split()) > 12):
            continue
        paragraph = around.paragraph(quotation.outer)
        said = sum(overlap(quotation.inner, c) for c in covered.touching(quotation.inner))
        if paragraph is None or said > 0.4 * length(quotation.inner):
            continue
        opens = any(
            s.span.start == quotation.outer.start and quotation.outer.end >= s.span.end - 1
            for s in around.sentences(quotation.outer)
        )
        if length(quotation.inner) < 0.6 * length(paragraph) and not opens:
            continue
        out.append(beside.draft(quotation.inner, "statement.floating-quotation"))
    return [d for d in out if d.speakers]


class _Speakers:
    """Who spoke before and after each place."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        speaking = [d for d in drafts if d.speakers]
        self._before = sorted(
            (d for d in speaking if not is_media(d.speakers)), key=lambda d: (d.content[-1].end, -d.content[0].start)
        )
        self._ends = [d.content[-1].end for d in self._before]
        self._after = sorted(speaking, key=lambda d: d.content[0].start)
        self._starts = [d.content[0].start for d in self._after]

    def draft(self, content: Span, rule: str) -> Draft:
        """The words as said by who spoke last before them, else by who speaks next."""
        before, after = bisect_right(self._ends, content.start), bisect_left(self._starts, content.end)
        near = self._before[before - 1] if before else self._after[after] if after < len(self._after) else None
        speakers = near.speakers if near else ()
        return Draft(content=(content,), cue=None, source=None, speakers=speakers, rule=rule, score=0.6)
