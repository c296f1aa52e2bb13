"""Time expressions of a document, on the day of its publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.annotate.sentences import sentence_spans
from rejoinder.annotate.time_phrases import Phrase, phrases
from rejoinder.annotate.time_setting import Resolved, Setting
from rejoinder.annotate.time_surroundings import surroundings
from rejoinder.annotate.time_tense import reported_then, tense
from rejoinder.annotate.time_values import resolved
from rejoinder.annotate.time_words import words
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.span import Span
from rejoinder.types.time import When

_FIXING = frozenset(
    words("in for within over after during about nearly almost than least of by since until through into the a its")
)
_COUNTING = frozenset(words("month-day day-month month weekday holiday relative quarter season day-of-month the-unit"))
_AHEAD = frozenset(("offset-from", "day-beside", "the-unit"))
_BESIDE = 8
"""Characters between "two days before" or "the quarter ended" and the date that it counts from."""
_SENTENCE = Span(start=0, end=0)


def time_expressions(
    text: str, places: Sequence[Span], published: When | None, language: str = "en"
) -> tuple[TimeExpression, ...]:
    """The times in `places` (ascending, apart), in text order, none inside another.

    `when` is None for durations and sets, for what is vague, ambiguous or on no calendar, and for what counts from a
    publication whose day is not known, unless its first and last possible day give the same. Languages other than
    English have no times yet.
    """
    if not language.lower().startswith("en"):
        return ()
    around = surroundings(text)
    sentences = [s for place in places for s in sentence_spans(text, place)]
    days = () if published is None else tuple(dict.fromkeys((published.first, published.last)))
    found: list[Resolved] = []
    out: list[TimeExpression] = []
    listed = phrases(around, places)
    at = 0
    for number, phrase in enumerate(listed):
        while at + 1 < len(sentences) and sentences[at].end <= phrase.span.start:
            at += 1
        sentence = sentences[at] if sentences else _SENTENCE
        setting = _setting(around.plain, sentence, phrase, found, out)
        ahead = listed[number + 1] if number + 1 < len(listed) and phrase.rule in _AHEAD else None
        if ahead and ahead.span.start - phrase.span.end > _BESIDE:
            ahead = None
        result = _on_each(phrase, ahead, around.plain, setting, days)
        if result is None:
            continue
        result = replace(result, report=reported_then(around.plain, phrase.span))
        found.append(result)
        when = result.period.when(phrase.span.of(text)) if result.period else None
        out.append(TimeExpression(span=phrase.span, type=result.type, value=result.value, when=when, rule=result.rule))
    return tuple(out)


def _setting(
    lowered: str, sentence: Span, phrase: Phrase, found: Sequence[Resolved], out: Sequence[TimeExpression]
) -> Setting:
    """What stands around the phrase, without the day of publication."""
    lead = lowered[max(sentence.start, phrase.span.start - 24) : phrase.span.start].split()
    same_sentence = bool(out) and out[-1].span.start >= sentence.start
    fixed = (bool(lead) and lead[-1] in _FIXING) or not lead
    article = (bool(lead) and lead[-1] in ("the", "a", "an", "its")) or lowered.startswith("the ", phrase.span.start)
    if phrase.rule == "clock":
        fixed = not same_sentence
    elif phrase.rule == "duration":
        following = lowered[phrase.span.end : phrase.span.end + 12].split()
        fixed = fixed or bool(following and following[0] in ("of", "after", "before", "from", "until"))
    which = (
        tense(lowered, sentence, _with_opening(phrase, lowered)) if phrase.rule in _COUNTING or phrase.inner else None
    )
    year = None
    if same_sentence and phrase.rule == "month" and found[-1].period and found[-1].rule in ("year", "month-year"):
        year = found[-1].period.first.year
    return Setting(today=None, tense=which, earlier=found, year=year, fixed=fixed, article=article)


def _with_opening(phrase: Phrase, lowered: str) -> Span:
    """The phrase's place, for a range with its "from" or "between", which there says nothing of the tense."""
    start = phrase.span.start
    if phrase.rule == "range":
        lead = lowered[max(0, start - 10) : start].rstrip()
        word = next((w for w in ("from", "between") if lead.endswith(w)), "")
        start -= len(lowered[max(0, start - 10) : start]) - len(lead) + len(word)
    return Span(start=start, end=phrase.span.end)


def _on_each(
    phrase: Phrase, ahead: Phrase | None, lowered: str, setting: Setting, days: Sequence[dt.date]
) -> Resolved | None:
    """The result on every day that may be the publication's; its days are dropped where they differ."""
    results = []
    for today in days or (None,):
        late = setting.year if setting.year and today and setting.year > today.year else None
        here = replace(setting, today=today, year=late)
        if ahead:
            following = resolved(ahead, ahead.span.of(lowered), replace(here, tense=None))
            here = replace(here, ahead=following.period if following else None)
        results.append(resolved(phrase, phrase.span.of(lowered), here))
    first = results[0]
    if first is None or all(result == first for result in results):
        return first
    return replace(first, value="", period=None, rule="unanchored")
