"""Which of the times in a sentence may be the time of an act in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.extract.news_days import NewsDays, aside, is_added
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.extraction import Statement
from rejoinder.types.span import Span
from rejoinder.types.time import When
from rejoinder.vocabulary.word_lists import word_list

SPOKEN = word_list("kinds done by saying them")
"""Kinds that are done by saying them: a report of them in the past tense without a day is dated by the report."""
AIM = re.compile(
    r"\b(?:until|till|by|before|for|since|to|from|after|beyond|than|of)\s(?:the\s|early\s|late\s|mid-|next\s)?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:until|till|before|for|beyond|than|to)\s(?:the\s|early\s|late\s|mid-|next\s)?$", re.IGNORECASE
)
"""What is done is not done on the day up to which or for which it is done."""
_SINCE = re.compile(r"\bsince\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE)
_DICTATED = re.compile(
    r"\bthat\b|\bto (?!(?:the|its|a|an|his|her|their|this|both|all|reporters|journalists)\b)[a-z]|[“\":;?]|"
    r"\b(?:if|unless|who|which|before|whether|not)\b"
)
"""Words between a trigger and a time that make the time a part of what is said."""
_OF_A_THING = re.compile(r"['’]s?\s\w")
"""What makes a time that of the thing named behind it ("condemned last week's launch")."""
_NOUN = re.compile(
    r"\s(?!(?:in|on|at|and|or|but|to|as|the|by|with|that|when|after|before|from|for|of|a|an|it)\b)[a-z]{3,}"
)
JOINT = re.compile(r", |[;:]\s|[“”\"]|\b(?:and|but|which|who|that|when|after|before|while)\b")
ENDED = re.compile(r"[:;]\s")
AT_ONCE = 30
_SAME_CLAUSE = 90
OVER_JOINT = 40
_OVER_YEAR = 100
PAST = ("actual", "reported", "denied")


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


def dated(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times that are known to a day, a month or the like; no lengths and no sets."""
    return [t for t in times if t.when is not None and t.type in ("DATE", "TIME")]


def words_between(text: str, a: Span, b: Span) -> str:
    """What stands between two places, whichever is first."""
    return text[a.end : b.start] if a.end <= b.start else text[b.end : a.start]


def distance(text: str, a: Span, b: Span) -> int:
    """Characters between two places, more where clauses end between them."""
    between = words_between(text, a, b)
    return len(between) + OVER_JOINT * len(JOINT.findall(between))


def reach(text: str, time: TimeExpression, trigger: Span) -> int:
    """How far a time is from a trigger; a year is farther than a day, since it often dates something else ("chair this
    year")."""
    return distance(text, time.span, trigger) + (_OVER_YEAR if is_year(time) else 0)


def is_year(time: TimeExpression) -> bool:
    """Whether a time is known to the year only."""
    return time.when is not None and time.when.precision == "year"


def may_be_own(text: str, time: TimeExpression, act: Act, published: When | None, days: NewsDays) -> bool:
    """Whether a time of its sentence may be the act's: what has happened is not in the future, a time in somebody's
    words is not of the saying, nor a time outside them of what they tell, and what is said on a day does not name
    that day as its aim."""
    when = time.when
    if when is None or days.is_heading(time.span):
        return False
    if act.modality in PAST and published is not None and when.first > published.last:
        return False
    between = words_between(text, time.span, act.trigger)
    if _of_something_else(text, time.span, act.trigger):
        return False
    if ENDED.search(between) or (act.trigger.start > time.span.start and aside(text, time.span)):
        return False
    if between.strip() in ("of", "on") and time.span.start >= act.trigger.end:
        return True
    before = (max(0, time.span.start - 14), time.span.start)
    if when.precision == "year" and _NOUN.match(text, time.span.end):
        return False
    if act.modality in PAST and _LIMIT.search(text, *before):
        return False
    held = act.held is not None and any(c.holds(act.trigger) for c in act.held.content)
    within = any(c.touches(time.span) for c in (act.held.content if act.held is not None and held else act.contents))
    if act.kind not in SPOKEN or is_past(act):
        return within == held or act.anchor.holds(time.span)
    gap = time.span.start - act.trigger.end
    beside = not held and 0 < gap <= AT_ONCE and not _DICTATED.search(between)
    if within and not beside and act.modality in ("actual", "denied", "conditional"):
        return False
    if AIM.search(text, *before):
        return False
    if gap > 0 and act.kind == "invite" and " to " in between:
        return False
    return gap <= AT_ONCE or (gap <= _SAME_CLAUSE and not _DICTATED.search(between))


def _of_something_else(text: str, time: Span, trigger: Span) -> bool:
    """Whether a time is of a thing or a relative clause behind the act, or is when something before it began ("the
    talks that have gone on since May collapsed")."""
    if time.start < trigger.start:
        return _SINCE.search(text, max(0, time.start - 14), time.start) is not None
    return is_added(text, time, trigger) or _OF_A_THING.match(text, time.end) is not None


def is_past(act: Act) -> bool:
    """Whether an act is told of, or denied, as one before the saying."""
    denied = act.modality == "denied" and act.held is not None and act.held.commitment == "denied"
    return denied or act.modality == "reported"


def claimed(text: str, time: Span, act: Act) -> bool:
    """Whether the act is the nearest to a time, or at most a few words farther than another."""
    own = distance(text, time, act.trigger)
    return all(own <= distance(text, time, other) + 25 for other in act.others)
