"""On which day an act happened, as far as its document lets a reader know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.extract.news_days import NewsDays, aside
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.document import Document
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span
from rejoinder.types.time import When, day
from rejoinder.vocabulary.word_lists import word_list

SPOKEN = word_list("kinds done by saying them")
"""Kinds that are done by saying them: a report of them in the past tense without a day is dated by the report."""
_EARLIER = re.compile(
    r"(?<!have )(?<!has )\b(?:had|has long|have long|had long)\s+(?:\w+\s+){0,2}$|"
    r"\b(?:previously|earlier|in the past|once|repeatedly|ever since|until|before)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a trigger that put it before the news."""
_AIM = re.compile(
    r"\b(?:until|till|by|before|for|since|to|from|after|beyond|than|of)\s(?:the\s|early\s|late\s|mid-|next\s)?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:until|till|before|for|beyond|than|to)\s(?:the\s|early\s|late\s|mid-|next\s)?$", re.IGNORECASE
)
"""What is done is not done on the day up to which or for which it is done."""
_DICTATED = re.compile(
    r"\bthat\b|\bto (?!(?:the|its|a|an|his|her|their|this|both|all|reporters|journalists)\b)[a-z]|[“\":;?]|"
    r"\b(?:if|unless|who|which|before|whether|not)\b"
)
"""Words between a trigger and a time that make the time a part of what is said."""
_NOUN = re.compile(
    r"\s(?!(?:in|on|at|and|or|but|to|as|the|by|with|that|when|after|before|from|for|of|a|an|it)\b)[a-z]{3,}"
)
_JOINT = re.compile(r", |[;:]\s|[“”\"]|\b(?:and|but|which|who|that|when|after|before|while)\b")
_ENDED = re.compile(r"[:;]\s")
_AMID = re.compile(r"\b(?:during|at)\s(?:an?|the|his|her|their|its)\s[^,.;]*$", re.IGNORECASE)
"""Words before an act at which something is said."""
_AT_ONCE = 30
_SAME_CLAUSE = 90
_OVER_JOINT = 40
_OVER_YEAR = 100
_PRECISE = {"day": 0, "week": 1, "month": 2, "interval": 3, "year": 4}
_PAST = ("actual", "reported", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a day depends on: the act's kind and modality, its trigger and anchor, the triggers and cues of its
    sentence's other acts and statements, the contents of statements in it, the statement whose words hold it, and the
    sentence in which that statement is introduced."""

    kind: str
    modality: str
    trigger: Span
    anchor: Span
    others: tuple[Span, ...]
    contents: tuple[Span, ...] = ()
    held: Statement | None = None
    said: Span | None = None


def _dated(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    return [t for t in times if t.when is not None and t.type in ("DATE", "TIME")]


def _between(text: str, a: Span, b: Span) -> str:
    return text[a.end : b.start] if a.end <= b.start else text[b.end : a.start]


def _distance(text: str, a: Span, b: Span) -> int:
    """Characters between two places, more where clauses end between them."""
    between = _between(text, a, b)
    return len(between) + _OVER_JOINT * len(_JOINT.findall(between))


def _reach(text: str, time: TimeExpression, trigger: Span) -> int:
    """How far a time is from a trigger; a year is farther than a day, since it often dates something else ("chair this
    year")."""
    return _distance(text, time.span, trigger) + (_OVER_YEAR if _is_year(time) else 0)


def _is_year(time: TimeExpression) -> bool:
    return time.when is not None and time.when.precision == "year"


def day_of(document: Document, act: Act, days: NewsDays) -> When | None:
    """The time in the act's own clause, else in its sentence where no nearer act claims it, else counted from the
    day of the news ("two days after"), else of the statement it stands in or of the sentences it goes on from; what
    is done by saying it, or stands at the head of the news, is of the day of the news. None where the document does
    not tell."""
    text, published = document.text, document.metadata.published
    sentence = days.sentence(act.trigger) or act.anchor
    own = [t for t in _dated(days.within(sentence)) if _may_be_own(text, t, act, published, days)]
    inside = [t for t in own if act.anchor.holds(t.span)]
    free = [t for t in own if _claimed(text, t.span, act)] or inside
    if not all(map(_is_year, inside)):
        free = inside
    if free:
        return min(free, key=lambda t: (_reach(text, t, act.trigger), t.span)).when
    counted = _counted(document, sentence, act, days)
    if counted is not None:
        return counted
    if (shared := _shared(text, own, act)) is not None:
        return shared
    return _told(document, act, days, sentence)


def _may_be_own(text: str, time: TimeExpression, act: Act, published: When | None, days: NewsDays) -> bool:
    """Whether a time of its sentence may be the act's: what has happened is not in the future, a time in somebody's
    words is not of the saying, nor a time outside them of what they tell, and what is said on a day does not name
    that day as its aim."""
    when = time.when
    if when is None or days.is_heading(time.span):
        return False
    if act.modality in _PAST and published is not None and when.first > published.last:
        return False
    between = _between(text, time.span, act.trigger)
    if _ENDED.search(between) or (act.trigger.start > time.span.start and aside(text, time.span)):
        return False
    if between.strip() in ("of", "on") and time.span.start >= act.trigger.end:
        return True
    before = (max(0, time.span.start - 14), time.span.start)
    if when.precision == "year" and _NOUN.match(text, time.span.end):
        return False
    if act.modality in _PAST and _LIMIT.search(text, *before):
        return False
    held = act.held is not None and any(c.holds(act.trigger) for c in act.held.content)
    within = any(c.touches(time.span) for c in (act.held.content if act.held is not None and held else act.contents))
    if act.kind not in SPOKEN or _is_past(act):
        return within == held or act.anchor.holds(time.span)
    gap = time.span.start - act.trigger.end
    beside = not held and 0 < gap <= _AT_ONCE and not _DICTATED.search(between)
    if within and not beside and act.modality in ("actual", "denied", "conditional"):
        return False
    if _AIM.search(text, *before):
        return False
    if gap > 0 and act.kind == "invite" and " to " in between:
        return False
    return gap <= _AT_ONCE or (gap <= _SAME_CLAUSE and not _DICTATED.search(between))


def _is_past(act: Act) -> bool:
    """Whether an act is told of, or denied, as one before the saying."""
    denied = act.modality == "denied" and act.held is not None and act.held.commitment == "denied"
    return denied or act.modality == "reported"


def _claimed(text: str, time: Span, act: Act) -> bool:
    """Whether the act is the nearest to a time, or at most a few words farther than another."""
    own = _distance(text, time, act.trigger)
    return all(own <= _distance(text, time, other) + 25 for other in act.others)


_RUNNING = re.compile(r"\s(?:running|in a row|on end)\b")
_AFTER = re.compile(r"\s(?:after|since)\s")
_FOLLOWING = re.compile(r"\b(?:after|following|for|over)\s(?:the\s|some\s|about\s|nearly\s|almost\s)?$", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d{1,3})([DWM])")


def _counted(document: Document, sentence: Span, act: Act, days: NewsDays) -> When | None:
    """ "Three days after X walked out": the day before the news; "after two days of talks", "two nights running": the
    days up to the news."""
    text, news = document.text, days.around(act.trigger)
    if act.modality not in _PAST or news is None or news.precision != "day":
        return None
    for time in days.within(sentence):
        length = _LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
        if length is None:
            continue
        span = dt.timedelta(days=int(length[1]) * {"D": 1, "W": 7, "M": 30}[length[2]])
        if time.span.end <= act.trigger.start and _AFTER.match(text, time.span.end):
            between = text[time.span.end + 7 : act.trigger.start]
            if len(between) < _OVER_JOINT and not _JOINT.search(between):
                told = days.entry(act.trigger) or document.metadata.published or news
                return _before(told.first - span, length[2])
        near = 0 <= act.trigger.start - time.span.end <= _AT_ONCE
        lead = _FOLLOWING.search(text, max(0, time.span.start - 20), time.span.start)
        joined = near and text.startswith(" of ", time.span.end) and lead
        running = 0 <= time.span.start - act.trigger.end <= 60 and _RUNNING.match(text, time.span.end)
        if (joined or running) and length[2] != "M":
            return When(first=news.first - span, last=news.first, precision="interval", phrase=time.span.of(text))
    return None


def _before(first: dt.date, unit: str) -> When:
    if unit == "D":
        return day(first)
    start = first.replace(day=1) if unit == "M" else first - dt.timedelta(days=first.weekday())
    following = (start + dt.timedelta(days=32)).replace(day=1) if unit == "M" else start + dt.timedelta(days=7)
    return When(first=start, last=following - dt.timedelta(days=1), precision="month" if unit == "M" else "week")


def _shared(text: str, own: Sequence[TimeExpression], act: Act) -> When | None:
    """The time of the act before, where this one only goes on from it ("met on Monday and signed")."""
    earlier = [o for o in act.others if o.end <= act.trigger.start]
    if not earlier or act.held is not None:
        return None
    times = [t for t in own if t.span.end <= act.trigger.start]
    return times[-1].when if times else None


def _told(document: Document, act: Act, days: NewsDays, sentence: Span) -> When | None:
    """The day of the telling, for what is told as the news."""
    text, published = document.text, document.metadata.published
    before = text[max(sentence.start, act.trigger.start - 60) : act.trigger.start]
    if act.modality in ("planned", "hypothetical") or _EARLIER.search(before):
        return None
    entry = days.entry(act.trigger)
    if act.held is not None and act.held.rule == "statement.turn":
        return published if act.kind in SPOKEN and not _is_past(act) else None
    if act.kind not in SPOKEN or _is_past(act):
        if act.modality == "conditional":
            return None
        if entry is not None:
            return entry
        if act.kind in SPOKEN and act.modality == "reported" and (told := _spoken(document, act, days)):
            return told
        if act.modality == "reported" and days.is_news(act.trigger):
            return days.stated or _lately(days.news)
        if act.modality == "actual" and act.held is None:
            if _AMID.search(before) and any(o.end < act.trigger.start for o in act.others):
                return days.around(act.trigger)
            return days.continued(act.trigger) or (days.news if days.is_news(act.trigger) else None)
        return None
    if act.said is not None and (spoken := _spoken(document, act, days)):
        return spoken
    return days.around(act.trigger)


def _lately(news: When | None) -> When | None:
    """The week up to the news, for what somebody tells as new without a day."""
    if news is None or news.precision != "day":
        return None
    return When(first=news.first - dt.timedelta(days=7), last=news.first, precision="interval")


def _spoken(document: Document, act: Act, days: NewsDays) -> When | None:
    """The most precise past time beside the cue of a statement, outside what it says."""
    if act.said is None:
        return None
    published = document.metadata.published
    content = act.held.content if act.held is not None else act.contents
    times = [
        t.when
        for t in _dated(days.within(act.said))
        if t.when is not None
        and not any(c.touches(t.span) for c in (*content, *act.contents))
        and not _AIM.search(document.text, max(0, t.span.start - 14), t.span.start)
        and not aside(document.text, t.span)
        and not (act.said.touches(act.trigger) and _ENDED.search(_between(document.text, t.span, act.trigger)))
    ]
    past = [w for w in times if published is None or w.first <= published.last]
    return min(past, key=lambda w: (_PRECISE[w.precision], w)) if past else None


def narrowed(moves: Sequence[Move]) -> list[Move]:
    """The same moves, those of a vague time ("this week") with the day that the document gives elsewhere, if it gives
    only one, for the same kind of act by the same party."""
    exact: dict[tuple[str, str], set[dt.date]] = {}
    for move in moves:
        if move.when is not None and move.when.precision == "day":
            for actor in move.actors:
                exact.setdefault((move.kind, actor.name), set()).add(move.when.first)
    out = []
    for move in moves:
        when = move.when
        if when is not None and when.precision in ("week", "interval"):
            known = {d for a in move.actors for d in exact.get((move.kind, a.name), ()) if when.first <= d <= when.last}
            if len(known) == 1:
                move = replace(move, when=day(min(known), when.phrase))
        out.append(move)
    return out
