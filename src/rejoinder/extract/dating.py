"""On which day an act happened, as far as its document lets a reader know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.extract.counted_days import from_the_news
from rejoinder.extract.news_days import NewsDays, aside, is_added
from rejoinder.extract.own_times import (
    AIM,
    ENDED,
    SPOKEN,
    Act,
    claimed,
    dated,
    is_past,
    is_year,
    may_be_own,
    reach,
    words_between,
)
from rejoinder.types.annotation import TimeExpression
from rejoinder.types.document import Document
from rejoinder.types.extraction import Move
from rejoinder.types.span import Span
from rejoinder.types.time import When, day

_EARLIER = re.compile(
    r"(?<!have )(?<!has )\b(?:had|has long|have long|had long)\s+(?:\w+\s+){0,2}$|"
    r"\b(?:previously|earlier|in the past|once|repeatedly|ever since|until|before)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a trigger that put it before the news."""
_AMID = re.compile(r"\b(?:during|at)\s(?:an?|the|his|her|their|its)\s[^,.;]*$", re.IGNORECASE)
"""Words before an act at which something is said."""
_PRECISE = {"day": 0, "week": 1, "month": 2, "interval": 3, "year": 4}


def day_of(document: Document, act: Act, days: NewsDays) -> When | None:
    """The time in the act's own clause, else in its sentence where no nearer act claims it, else counted from the
    day of the news ("two days after"), else of the statement it stands in or of the sentences it goes on from; what
    is done by saying it, or stands at the head of the news, is of the day of the news. None where the document does
    not tell."""
    text, published = document.text, document.metadata.published
    sentence = days.sentence(act.trigger) or act.anchor
    own = [t for t in dated(days.within(sentence)) if may_be_own(text, t, act, published, days)]
    inside = [t for t in own if act.anchor.holds(t.span)]
    free = [t for t in own if claimed(text, t.span, act)] or inside
    if not all(map(is_year, inside)):
        free = inside
    if free:
        return min(free, key=lambda t: (reach(text, t, act.trigger), t.span)).when
    if (counted := from_the_news(document, sentence, act, days)) is not None:
        return counted
    if (shared := _shared(text, own, act)) is not None:
        return shared
    return _told(document, act, days, sentence)


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
        return published if act.kind in SPOKEN and not is_past(act) else None
    if act.kind not in SPOKEN or is_past(act):
        if act.modality == "conditional":
            return None
        if entry is not None:
            return days.around(act.trigger)
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
        for t in dated(days.within(act.said))
        if t.when is not None
        and not any(c.touches(t.span) for c in (*content, *act.contents))
        and not AIM.search(document.text, max(0, t.span.start - 14), t.span.start)
        and not aside(document.text, t.span)
        and not is_added(document.text, t.span, act.trigger)
        and not (act.said.touches(act.trigger) and ENDED.search(words_between(document.text, t.span, act.trigger)))
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
