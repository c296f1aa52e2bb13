"""On which day an act happened, as far as its document lets a reader know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.types.annotation import Annotation, TimeExpression
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from rejoinder.types.time import When
from rejoinder.vocabulary.word_lists import word_list

SPOKEN = word_list("kinds done by saying them")
"""Kinds that are done by saying them: a report of them in the past tense without a day is dated by the report."""
_EARLIER = re.compile(
    r"\b(?:had|has long|have long|had long)\s+(?:\w+\s+){0,2}$|"
    r"\b(?:previously|earlier|in the past|once|repeatedly|ever since|until|before)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a trigger that put it before the news."""
_AIM = re.compile(
    r"\b(?:until|till|by|before|for|since|to|from|after|beyond|than|of)\s(?:the\s|early\s|late\s|mid-|next\s)?$",
    re.IGNORECASE,
)
_AT_ONCE = 30
_PRECISE = {"day": 0, "week": 1, "month": 2, "interval": 3, "year": 4}


def _dated(times: Sequence[TimeExpression], place: Span) -> list[TimeExpression]:
    return [t for t in times if t.when is not None and t.type in ("DATE", "TIME") and place.holds(t.span)]


def _nearest(times: Sequence[TimeExpression], trigger: Span) -> TimeExpression:
    return min(times, key=lambda t: (min(abs(t.span.start - trigger.end), abs(trigger.start - t.span.end)), t.span))


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a day depends on: the act's kind and modality, its trigger and anchor, the triggers of its sentence's
    other acts, and the sentence in which the statement that holds it is introduced."""

    kind: str
    modality: str
    trigger: Span
    anchor: Span
    others: tuple[Span, ...]
    said: Span | None


def _of_act(text: str, times: Sequence[TimeExpression], act: Act, published: When | None) -> list[TimeExpression]:
    """The times that may be the act's own: what has happened is not in the future, and a time in the words of a
    demand, a warning or another act that is done by saying it tells of what is said, not when."""
    past = act.modality in ("actual", "reported", "denied")
    out = []
    for time in times:
        if past and published is not None and time.when is not None and time.when.first > published.last:
            continue
        aim = _AIM.search(text, max(0, time.span.start - 14), time.span.start)
        if act.kind in SPOKEN and (time.span.start - act.trigger.end > _AT_ONCE or aim):
            continue
        out.append(time)
    return out


def day_of(document: Document, annotation: Annotation, act: Act) -> When | None:
    """The time in the act's own clause, else in its sentence where no nearer act claims it, else of the statement it
    stands in or, for what is done by saying it and told as news, the day of publication. None where the document does
    not tell."""
    sentence = next((s.span for s in annotation.sentences if s.span.touches(act.trigger)), act.anchor)
    published = document.metadata.published
    inside = _of_act(document.text, _dated(annotation.times, act.anchor), act, published)
    if inside:
        return _nearest(inside, act.trigger).when
    around = _of_act(document.text, _dated(annotation.times, sentence), act, published)
    free = [t for t in around if _claimed_by(t.span, act.trigger, act.others)]
    if free:
        return _nearest(free, act.trigger).when
    if act.kind not in SPOKEN:
        return None
    if act.said is not None and act.modality != "reported" and (spoken := _spoken(annotation, act.said, published)):
        return spoken
    before = document.text[max(sentence.start, act.trigger.start - 60) : act.trigger.start]
    if act.modality in ("actual", "denied", "conditional") and not _EARLIER.search(before):
        return published
    return None


def _spoken(annotation: Annotation, said: Span, published: When | None) -> When | None:
    """The most precise past time in the sentence that introduces a statement."""
    times = [t.when for t in _dated(annotation.times, said) if t.when is not None]
    past = [w for w in times if published is None or w.first <= published.last]
    return min(past, key=lambda w: (_PRECISE[w.precision], w)) if past else None


def _claimed_by(time: Span, trigger: Span, others: Sequence[Span]) -> bool:
    """Whether `trigger` is the nearest trigger to a time, or at most a few words farther than another."""
    own = _distance(time, trigger)
    return all(own <= _distance(time, other) + 25 for other in others)


def _distance(a: Span, b: Span) -> int:
    return min(abs(a.start - b.end), abs(b.start - a.end))
