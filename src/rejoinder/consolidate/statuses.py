"""Where an offer stands, given its answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.tellings import Telling
from rejoinder.types.account import Answer, Status

_ASSERTED = frozenset({"actual", "reported"})
# Confidence below which a reading as denied contests nothing.
_SURE = 0.3
_HOPEFUL = frozenset({"accept", "partial", "counter"})
# Answers so many days before the last one are overtaken by it.
_OVERTAKEN = dt.timedelta(days=7)


def awaits_answer(stands: Status) -> bool:
    """Whether the other side has yet to say yes or no."""
    return stands in ("open", "acknowledged", "answered")


def status(offer: Act, rows: Sequence[Answer], by_id: Mapping[str, Act]) -> Status:
    """The status of an offer by its answers.

    An offer that some say was never made is disputed. Else the last answers that nobody contests decide, earlier ones
    being overtaken; where there are none, contested accounts of an answer, or of whether one came, make it disputed.
    """
    last = _last([row for row in rows if row.disposition != "none"], by_id)
    contested = [row for row in last if _contested(by_id[row.answer])]
    said = {row.disposition for row in last if row not in contested}
    clear = said & {"accept", "reject", "partial"}
    if _contested(offer) or (not clear and (contested or _silence_is_contested(rows, by_id))):
        return "disputed"
    if any(row.disposition in _HOPEFUL for row in contested):
        return "disputed"
    if "reject" in said:
        return "rejected"
    if clear:
        return "accepted" if "accept" in said and not _left_by_some(rows, by_id) else "partial"
    if "counter" in said:
        return "countered"
    return "answered" if "reply" in said else "acknowledged" if "acknowledge" in said else "open"


def _last(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> list[Answer]:
    """The last answers: those of the last week in which any was given; a bare reply overtakes none."""
    days = {row.id: by_id[row.answer].latest for row in rows}
    telling = [row for row in rows if row.disposition != "reply"] or rows
    known = [day for row in telling if (day := days[row.id])]
    return [row for row in rows if not known or (days[row.id] or max(known)) >= max(known) - _OVERTAKEN]


def _left_by_some(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> bool:
    """Whether one of those who were asked is said not to have answered, while another said yes."""
    given = {actor for row in rows if row.disposition != "none" for actor in by_id[row.answer].actors}
    silent = {actor for row in rows if row.disposition == "none" for actor in by_id[row.answer].actors}
    return bool(silent - given)


def _contested(one: Act) -> bool:
    """Whether some say that it happened and others, not earlier, that it did not."""
    denying = [t for t in one.tellings if t.move.modality == "denied" and t.move.score >= _SURE]
    told = [
        t.earliest or t.published
        for t in one.tellings
        if t.move.modality in _ASSERTED and not any(_one_clause(t, other) for other in denying)
    ]
    denied = [t.published for t in denying]
    if not told or not denied:
        return False
    return any(when is None or day is None or when >= day for when in denied for day in told)


def _one_clause(a: Telling, b: Telling) -> bool:
    return a.document_id == b.document_id and a.move.anchor.touches(b.move.anchor)


def _silence_is_contested(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> bool:
    """Whether one side says that no answer came, and only others than the narrator say that one had been given."""
    silent = [by_id[row.answer] for row in rows if row.disposition == "none"]
    given = [by_id[row.answer] for row in rows if row.disposition in ("reply", "counter")]
    return any(_own_word(one) and _was_before(one, other) for one in given for other in silent)


def _own_word(one: Act) -> bool:
    """Whether an act is told on the word of others than the narrator only."""
    return all(t.holders for t in one.tellings)


def _was_before(one: Act, other: Act) -> bool:
    start, end = one.earliest or one.known_from, other.latest
    return start is None or end is None or start <= end
