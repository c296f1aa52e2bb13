"""Finds the phrases that give a time, and joins neighbours that give one together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rejoinder.annotate.time_guards import stands
from rejoinder.annotate.time_patterns import grammar, parts
from rejoinder.annotate.time_surroundings import Surroundings
from rejoinder.types.span import Span

_DATES = frozenset(("month-day", "day-month", "iso", "numeric"))
_DAYS = _DATES | {"weekday", "deictic", "yesterday", "holiday"}
_RANGES = _DAYS | {"month", "year", "quarter", "season"}
_CLOSE = re.compile(r",? {1,3}(?:the )?")
_ON = re.compile(r",? {0,3}(?:on |this |late on |early on )?")
_AT = re.compile(r",? {0,3}(?:at |around |by |until |shortly after |shortly before )?(?:about |around )?")
_THROUGH = re.compile(r" {1,3}(?:to|until|till|through) {1,3}| ?- ?")
_OPENING = re.compile(r"(from|between) {1,3}$")
_AND = re.compile(r" {1,3}and {1,3}")
_NO_RANGE = re.compile(
    r"(?:postpon|mov|delay|shift|chang|extend|resched|brought|pushed|put off|rose|fell|up|down)\w{0,8}\b[^.]{0,40}$"
)
_SECOND_DAY = re.compile(
    r",? {1,3}(?:and|or) {1,3}(?P<day>[0-3]?\d(?:st|nd|rd|th)?)"
    r"(?= {0,3}(?:[.,;:!?)\"”]|in\b|at\b|to\b|and\b|of\b|for\b|with\b|$))(?![.,]\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that give a time: the rule that found them, its parts, and for a joint phrase the phrases it joins."""

    span: Span
    rule: str
    parts: Mapping[str, str] = field(default_factory=dict)
    inner: tuple[Phrase, ...] = ()


def _single(around: Surroundings, place: Span) -> list[Phrase]:
    out: list[Phrase] = []
    pattern, at = grammar(), place.start
    while match := pattern.search(around.plain, at, place.end):
        rule, named = parts(match)
        end = match.end()
        while end > match.start() and around.plain[end - 1] in " ,":
            end -= 1
        span = Span(start=match.start(), end=end)
        if end > match.start() and stands(around, rule, named, span):
            out.append(Phrase(span=span, rule=rule, parts=named))
            at = end
            if rule in _DATES and (second := _second_day(around.plain, out[-1], place)):
                out.append(second)
                at = second.span.end
        else:
            at = match.start() + 1
    return out


def _second_day(plain: str, date: Phrase, place: Span) -> Phrase | None:
    """The day after "and" in "April 3 and 4"."""
    if date.rule != "month-day" or "daypart" in date.parts or "day2" in date.parts:
        return None
    found = _SECOND_DAY.match(plain, date.span.end, place.end)
    if not found:
        return None
    span = Span(start=found.start("day"), end=found.end("day"))
    kept = {k: v for k, v in date.parts.items() if k in ("month", "year")}
    return Phrase(span=span, rule="month-day", parts=kept | {"day": found.group("day")})


def _joined(plain: str, left: Phrase, right: Phrase) -> Phrase | None:
    between = plain[left.span.end : right.span.start]
    span = Span(start=left.span.start, end=right.span.end)
    if len(between) > 24:
        return None
    dated = right.rule in _DATES or right.rule == "day-of-month"
    if left.rule == "weekday" and dated and "many" not in left.parts and _CLOSE.fullmatch(between):
        return replace(right, span=span, parts={**left.parts, **right.parts})
    if left.rule == "clock" and right.rule in _DAYS and _ON.fullmatch(between):
        return Phrase(span=span, rule="clock-day", inner=(left, right))
    if left.rule in _DAYS and right.rule == "clock" and _AT.fullmatch(between):
        return Phrase(span=span, rule="clock-day", inner=(right, left))
    if left.rule in ("day-of", "mid-day") and right.rule in _DAYS and not between.strip():
        return replace(right, span=span, parts={**right.parts, "daypart": left.parts["daypart"]})
    if left.rule == "clock-day" and (days := _joined(plain, left.inner[1], right)) and days.rule in _DATES:
        return Phrase(span=span, rule="clock-day", inner=(left.inner[0], days))
    return _range(plain, left, right, between, span)


def _range(plain: str, left: Phrase, right: Phrase, between: str, span: Span) -> Phrase | None:
    """ "from May to July", "between May 3 and May 7", "May-July"; not what was moved from one day to another."""
    if left.rule not in _RANGES or right.rule not in _RANGES:
        return None
    uneven = (left.rule in _DAYS) != (right.rule in _DAYS) or (left.rule == "year" and right.rule == "month")
    if uneven:
        return None
    lead = plain[max(0, left.span.start - 60) : left.span.start]
    opening = _OPENING.search(lead)
    if opening and _NO_RANGE.search(lead):
        return None
    if _AND.fullmatch(between):
        fits = opening is not None and opening.group(1) == "between"
    else:
        said = opening is not None or "-" in between or "through" in between
        fits = said and _THROUGH.fullmatch(between) is not None
    return Phrase(span=span, rule="range", inner=(left, right)) if fits else None


def phrases(around: Surroundings, places: Sequence[Span]) -> list[Phrase]:
    """The time phrases of each place, in text order, none inside another."""
    out: list[Phrase] = []
    for place in places:
        kept: list[Phrase] = []
        for phrase in _single(around, place):
            joined = _joined(around.plain, kept[-1], phrase) if kept else None
            if joined:
                kept[-1] = joined
            else:
                kept.append(phrase)
        out += [p for p in kept if p.rule not in ("ages", "day-of", "mid-day")]
    return out
