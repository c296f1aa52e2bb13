"""The day that a document tells of at a place, where no time stands beside the act."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rejoinder.extract.live_log import log_entries
from rejoinder.types.annotation import Annotation, Sentence, TimeExpression
from rejoinder.types.document import Document
from rejoinder.types.extraction import Statement
from rejoinder.types.span import Span
from rejoinder.types.time import When

_GOES_ON = re.compile(
    r"[\s–•“\"-]*(?:(?:And|Then|Also|But|Later|In (?:it|them)|With it)\b,?\s*)?"
    r"(?:He|She|They|It|Its|His|Her|Their|And|Then|Also|"
    r"(?:The|That|This) (?:\w+ )?(?:note|letter|document|paper|text|reply|answer|response|draft|message|minister|"
    r"president|spokes\w+|statement|latter))\b"
)
"""A sentence that goes on from the one before it."""
_ALSO = re.compile(r"\b(?:also|added|adding|then|went on)\b")
_SAID = re.compile(r"\bthat\b|[“\":;]|\bto\b")
_CLOSE = 30
_BACK = 6
_LEAD = 3
_HEAD = 4
_SHORT = 40
_ENDS = re.compile(r"[.!?…]['’”\"]?$")
_FRESH = dt.timedelta(days=3)


class NewsDays:
    """Of one document: the day of its news, of each entry of a live log, and of what a sentence goes on from."""

    def __init__(self, document: Document, annotation: Annotation, statements: Sequence[Statement]) -> None:
        self._text = document.text
        self._sentences = annotation.sentences
        self._starts = [s.span.start for s in annotation.sentences]
        self._here = self._by_sentence(statements)
        self._speakers = [{p.name for s in here for p in s.speakers} for here in self._here]
        self._published = document.metadata.published
        self._entries = log_entries(document.text, self._published)
        self._heads = [head.start for head, _ in self._entries]
        self._all = annotation.times
        self._time_starts = [t.span.start for t in annotation.times]
        self._times = [t for t in annotation.times if self._tells(t)]
        self._own_starts = [t.span.start for t in self._times]
        self._body = _body(document.text, annotation)
        self.stated = self._lead_day()
        """The day in the dateline or in the first sentences; None where they give none."""
        self._news = self.stated or self._published

    def _tells(self, time: TimeExpression) -> bool:
        """Whether a time is a past day of the narrator's own, not one in somebody's words or at the head of an
        entry."""
        when = time.when
        if when is None or time.type not in ("DATE", "TIME") or when.precision != "day":
            return False
        if self._published is not None and when.first > self._published.last:
            return False
        at = self._at(time.span)
        return not self.is_heading(time.span) and not any(
            part.touches(time.span) and not self._of_cue(s.cue, time.span)
            for s in (self._here[at] if at is not None else ())
            for part in s.content
        )

    def _of_cue(self, cue: Span | None, time: Span) -> bool:
        """Whether a time follows a cue so closely that it is of the saying ("announced an agreement Monday on ...")."""
        return (
            cue is not None and 0 < time.start - cue.end <= _CLOSE and not _SAID.search(self._text, cue.end, time.start)
        )

    def sentence(self, place: Span) -> Span | None:
        """The sentence in which a place begins."""
        at = self._at(place)
        return self._sentences[at].span if at is not None else None

    def within(self, place: Span) -> list[TimeExpression]:
        """The times in a stretch of the text."""
        return _held(self._all, self._time_starts, place)

    def is_heading(self, span: Span) -> bool:
        """Whether a place belongs to the clock time that opens an entry of a live log."""
        at = bisect_right(self._heads, span.start)
        return any(head.touches(span) for head, _ in self._entries[max(0, at - 1) : at + 1])

    def _lead_day(self) -> When | None:
        """The day in the dateline or in the first sentences, where it is fresh."""
        if self._published is None or self._published.precision != "day":
            return None
        for sentence in self._body[:_LEAD]:
            for time in _held(self._times, self._own_starts, sentence.span):
                if time.when and not _behind(self._text, time.span) and not _background(self._text, time.span):
                    return time.when if self._published.first - time.when.first <= _FRESH else None
        return None

    def entry(self, place: Span) -> When | None:
        """The day of the live-log entry around a place; None where the document is no log."""
        at = self._entry_at(place)
        return self._entries[at - 1][1] if at else None

    def _entry_at(self, place: Span) -> int:
        return bisect_right(self._heads, place.start)

    def around(self, place: Span) -> When | None:
        """The day that is told of at a place: of the sentences that its own goes on from, of its log entry, else of
        the document's news. None without a day of publication."""
        return self.continued(place) or self.entry(place) or self._news

    @property
    def news(self) -> When | None:
        """The day of the document's news: the one stated, else that of publication."""
        return self._news

    def is_news(self, place: Span) -> bool:
        """Whether a place is in the headline, the first sentences or an entry of a log."""
        at = self._at(place)
        if at is None:
            return False
        sentence = self._sentences[at]
        return sentence.zone == "headline" or sentence in self._body[:_HEAD] or self.entry(place) is not None

    def _at(self, place: Span) -> int | None:
        at = bisect_right(self._starts, place.start) - 1
        return at if at >= 0 and self._sentences[at].span.touches(place) else None

    def _by_sentence(self, statements: Sequence[Statement]) -> list[list[Statement]]:
        """For each sentence the statements that are made in it."""
        here: list[list[Statement]] = [[] for _ in self._sentences]
        for statement in statements:
            parts = (*statement.content, *((statement.cue,) if statement.cue else ()))
            found = {
                n
                for part in parts
                for n in range(max(0, bisect_right(self._starts, part.start) - 1), bisect_right(self._starts, part.end))
                if self._sentences[n].span.touches(part)
            }
            for number in sorted(found):
                here[number].append(statement)
        return here

    def continued(self, place: Span) -> When | None:
        """The day of an earlier sentence that this one goes on from."""
        at = self._at(place)
        if at is None:
            return None
        for back in range(at, max(-1, at - _BACK), -1):
            sentence = self._sentences[back]
            if back < at and (found := self._own(sentence)):
                return found
            if not self._goes_on(back):
                return None
        return None

    def _own(self, sentence: Sentence) -> When | None:
        near = _held(self._times, self._own_starts, sentence.span)
        own = [t for t in near if not _behind(self._text, t.span) and not aside(self._text, t.span)]
        return own[0].when if own else None

    def _goes_on(self, number: int) -> bool:
        if number == 0:
            return False
        sentence, before = self._sentences[number], self._sentences[number - 1]
        if before.zone != sentence.zone or self._entry_at(before.span) != self._entry_at(sentence.span):
            return False
        words = sentence.span.of(self._text)
        if _GOES_ON.match(words) or self._speakers[number] & self._speakers[number - 1]:
            return True
        return sentence.paragraph == before.paragraph and bool(_ALSO.search(words))


def _body(text: str, annotation: Annotation) -> list[Sentence]:
    """The sentences of the body, without a dateline that stands alone."""
    body = [s for s in annotation.sentences if s.zone in ("dateline", "standfirst", "body")]
    return [s for s in body if s.span.end - s.span.start > _SHORT or _ENDS.search(s.span.of(text).rstrip())]


def _held(times: Sequence[TimeExpression], starts: Sequence[int], place: Span) -> list[TimeExpression]:
    near = times[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
    return [t for t in near if place.holds(t.span)]


_BEHIND = re.compile(
    r"\b(?:since|until|till|by|before|for|from|beyond|after|than|to|of|earlier|had \w+(?: \w+){0,3}(?: on)?)"
    r"\s(?:the\s|early\s|late\s)?$",
    re.IGNORECASE,
)


def _behind(text: str, time: Span) -> bool:
    """Whether the words before a time make it a limit or put it before the story."""
    return _BEHIND.search(text, max(0, time.start - 40), time.start) is not None or bool(
        re.search(r"['’]s?\s$", text[max(0, time.start - 3) : time.start])
    )


_ASIDE = re.compile(r"\b(?:which|who|where)\b[^,.;]*$")
_ADDED = re.compile(
    r",\s(?:(?:in|of|to|by|from|with|under|at|on|after)\s)?(?:which|who|whom|whose|where)\b[^,.;]*$|"
    r"\bwhat\b[^,.;]*$",
    re.IGNORECASE,
)
"""Words before a time that a comma opens for a relative clause, or that name a thing by what is said of it."""


def aside(text: str, time: Span) -> bool:
    """Whether a time is of a relative clause that a comma ends behind it ("the talks which ended on Monday, ...")."""
    return text[time.end : time.end + 1] == "," and bool(_ASIDE.search(text, max(0, time.start - 80), time.start))


_AFTERTHOUGHT = re.compile(
    r",\s(?:(?:in|of|to|by|from|with|under|at|on|after)\s)?(?:which|who|whom|whose|where)\b[^,;:]*$", re.IGNORECASE
)


def is_added(text: str, time: Span, place: Span) -> bool:
    """Whether a time is of a relative clause that a comma opens after a place ("appealed to all to restore the
    council, which fell apart three years ago")."""
    return (
        place.end <= time.start and _AFTERTHOUGHT.search(text, max(place.end, time.start - 120), time.start) is not None
    )


def _background(text: str, time: Span) -> bool:
    """Whether a time is of a clause that only tells more of a thing the news is about ("the letter, which was sent on
    Monday")."""
    return aside(text, time) or _ADDED.search(text, max(0, time.start - 80), time.start) is not None
