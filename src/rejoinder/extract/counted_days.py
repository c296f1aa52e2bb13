"""Days that are counted from the news: "three days after X walked out", "after two days of talks"."""

from __future__ import annotations

import datetime as dt
import re

from rejoinder.extract.news_days import NewsDays
from rejoinder.extract.own_times import AT_ONCE, JOINT, OVER_JOINT, PAST, Act
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from rejoinder.types.time import When, day

_RUNNING = re.compile(r"\s(?:running|in a row|on end)\b")
_AFTER = re.compile(r"\s(?:after|since)\s")
_FOLLOWING = re.compile(r"\b(?:after|following|for|over)\s(?:the\s|some\s|about\s|nearly\s|almost\s)?$", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d{1,3})([DWM])")


def from_the_news(document: Document, sentence: Span, act: Act, days: NewsDays) -> When | None:
    """ "Three days after X walked out": the day before the news; "after two days of talks", "two nights running": the
    days up to the news."""
    text, news = document.text, days.around(act.trigger)
    if act.modality not in PAST or news is None or news.precision != "day":
        return None
    for time in days.within(sentence):
        length = _LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
        if length is None:
            continue
        span = dt.timedelta(days=int(length[1]) * {"D": 1, "W": 7, "M": 30}[length[2]])
        if time.span.end <= act.trigger.start and _AFTER.match(text, time.span.end):
            between = text[time.span.end + 7 : act.trigger.start]
            if len(between) < OVER_JOINT and not JOINT.search(between):
                told = days.entry(act.trigger) or document.metadata.published or news
                return _before(told.first - span, length[2])
        near = 0 <= act.trigger.start - time.span.end <= AT_ONCE
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
