"""Where an offer stands, given its answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rejoinder.consolidate.events import Act
from rejoinder.types.account import Answer, Status

_CLEAR = ("accept", "reject", "partial", "counter")
_ASSERTED = frozenset({"actual", "reported"})


def awaits_answer(stands: Status) -> bool:
    """Whether the other side has yet to say yes or no."""
    return stands in ("open", "acknowledged", "answered")


def status(offer: Act, rows: Sequence[Answer], by_id: Mapping[str, Act]) -> Status:
    """The status of an offer by its answers, which stand in time order.

    A clear answer that nobody contests decides, the later over the earlier; without one, contested accounts of the
    offer or of an answer make it disputed.
    """
    clear = [row for row in rows if row.disposition in _CLEAR and not _contested(by_id[row.answer])]
    said = {row.disposition for row in clear}
    contested = _contested(offer) or any(_contested(by_id[row.answer]) for row in rows)
    if contested and (not said or said == {"counter"} or _yes_is_contested(rows, by_id)):
        return "disputed"
    if "reject" in said:
        return "partial" if _later_yes(clear, by_id) else "rejected"
    if said & {"accept", "partial"}:
        return "accepted" if "accept" in said else "partial"
    if _silence_is_contested(rows, by_id):
        return "disputed"
    if "counter" in said:
        return "countered"
    weak = {row.disposition for row in rows}
    return "answered" if "reply" in weak else "acknowledged" if "acknowledge" in weak else "open"


def _contested(one: Act) -> bool:
    """Whether some say that it happened and others that it did not."""
    return "denied" in one.modalities and bool(one.modalities & _ASSERTED)


def _yes_is_contested(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> bool:
    return any(row.disposition in ("accept", "partial") and _contested(by_id[row.answer]) for row in rows)


def _later_yes(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> bool:
    """Whether a yes came on a later day than every no."""
    no = [by_id[row.answer].latest or dt.date.max for row in rows if row.disposition == "reject"]
    yes = [by_id[row.answer].earliest or dt.date.min for row in rows if row.disposition == "accept"]
    return bool(yes) and max(yes) > max(no)


def _silence_is_contested(rows: Sequence[Answer], by_id: Mapping[str, Act]) -> bool:
    """Whether one side says that no answer came and only the side that was asked says that it gave one."""
    silent = [by_id[row.answer] for row in rows if row.disposition == "none"]
    given = [by_id[row.answer] for row in rows if row.disposition in ("reply", "counter")]
    return bool(silent and given) and all(_own_word(one) for one in given)


def _own_word(one: Act) -> bool:
    """Whether an act is told on the word of others than the narrator only."""
    return all(t.holders for t in one.tellings)
