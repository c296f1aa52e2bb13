"""On which day an act happened, as far as its document lets a reader know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.types.annotation import Annotation, TimeExpression
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from rejoinder.types.time import When

SPOKEN = frozenset(
    "propose demand request offer invite acknowledge accept reject reply accuse deny warn threaten support".split()
)
"""Kinds that are done by saying them: a report of them in the past tense without a day is dated by the report."""
_EARLIER = re.compile(
    r"\b(?:had|has long|have long|had long)\s+(?:\w+\s+){0,2}$|\b(?:previously|earlier|in the past|once|repeatedly|ever since|until|before)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a trigger that put it before the news."""
_AIM = re.compile(r"\b(?:until|till|by|before|for|since|to|from|after|beyond|than|of)\s(?:the\s|early\s|late\s|mid-|next\s)?$", re.IGNORECASE)
_AT_ONCE = 30
_PRECISE = {"day": 0, "week": 1, "month": 2, "interval": 3, "year": 4}


def _dated(times: Sequence[TimeExpression], place: Span) -> list[TimeExpression]:
    return [t for t in times if t.when is not None and t.type in ("DATE", "TIME") and place.holds(t.span)]


def _nearest(times: Sequence[TimeExpression], trigger: Span) -> TimeExpression:
    return min(times, key=lambda t: (min(abs(t.span.start - trigger.end), abs(trigger.start - t.span.end)), t.span))


def _of_act(text: str, times: Sequence[TimeExpression], trigger: Span, kind: str, modality: str, published: When | None) -> list[TimeExpression]:
    """The times that may be the act's own: what has happened is not in the future, and a time in the words of a demand, a warning or
    another act that is done by saying it tells of what is said, not when."""
    past = modality in ("actual", "reported", "denied")
    out = []
    for time in times:
        if past and published is not None and time.when is not None and time.when.first > published.last:
            continue
        if kind in SPOKEN and (time.span.start - trigger.end > _AT_ONCE or _AIM.search(text, max(0, time.span.start - 14), time.span.start)):
            continue
        out.append(time)
    return out


def day_of(
    document: Document, annotation: Annotation, *, kind: str, modality: str, trigger: Span, anchor: Span, others: Sequence[Span], said: Span | None
) -> When | None:
    """The time in the act's own clause, else in its sentence where no nearer act claims it (`others`: triggers of the sentence's other
    acts), else of the statement it stands in (`said`: the sentence of its cue) or, for what is done by saying it and told as news, the
    day of publication. None where the document does not tell."""
    sentence = next((s.span for s in annotation.sentences if s.span.touches(trigger)), anchor)
    published = document.metadata.published
    own = lambda place: _of_act(document.text, _dated(annotation.times, place), trigger, kind, modality, published)  # noqa: E731
    inside = own(anchor)
    if inside:
        return _nearest(inside, trigger).when
    free = [t for t in own(sentence) if _claimed_by(t.span, trigger, others)]
    if free:
        return _nearest(free, trigger).when
    if modality in ("planned", "conditional", "hypothetical") and kind not in SPOKEN:
        return None
    if said is not None and kind in SPOKEN and modality != "reported":
        spoken = _dated(annotation.times, said)
        past = [t for t in spoken if published is None or (t.when and t.when.first <= published.last)]
        if past:
            return min(past, key=lambda t: (_PRECISE[t.when.precision], t.span)).when if past[0].when else None  # type: ignore[union-attr]
    before = document.text[max(sentence.start, trigger.start - 60) : trigger.start]
    if kind in SPOKEN and modality in ("actual", "denied", "conditional") and not _EARLIER.search(before):
        return published
    return None


def _claimed_by(time: Span, trigger: Span, others: Sequence[Span]) -> bool:
    """Whether `trigger` is the nearest trigger to a time, or at most a few words farther than another."""
    distance = lambda t: min(abs(time.start - t.end), abs(t.start - time.end))  # noqa: E731
    return all(distance(trigger) <= distance(o) + 25 for o in others)
