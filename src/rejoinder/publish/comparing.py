"""What changed between two days or two moments of a record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from rejoinder.errors import UsageError
from rejoinder.pipeline.accounts import material_at
from rejoinder.record.changes import ChangeRow, changes
from rejoinder.record.material import Material
from rejoinder.record.reader import RecordReader
from rejoinder.sayings import Saying

Clock = Literal["as_of", "known_at", "read"]
_A_MOMENT = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From one day to another by a clock: what had happened (`as_of`) or could be read (`known_at`), the other clock
    standing at its day; or from one moment of the record to another (`read`). None: all that is known."""

    clock: Clock
    since: dt.date | dt.datetime | None
    until: dt.date | dt.datetime | None
    as_of: dt.date | None = None
    known_at: dt.date | None = None


def between(
    record: RecordReader,
    clock: Clock,
    since: str | None,
    until: str | None,
    *,
    as_of: dt.date | None = None,
    known_at: dt.date | None = None,
) -> Between:
    """The days or moments in words. Without `since` it begins before what came last: the last day, or the last read.

    UsageError for what is no day or moment, and where the end lies before the beginning."""
    first, last = _time(since, clock), _time(until, clock)
    if since is None:
        first = _before_the_last(record, clock, last)
    if first is not None and last is not None and last < first:
        raise UsageError(Saying.WRONG_ORDER.of(later=until, earlier=since), advice=Saying.EARLIER_FIRST.of())
    return Between(clock=clock, since=first, until=last, as_of=as_of, known_at=known_at)


def compared(record: RecordReader, given: Between) -> tuple[ChangeRow, ...]:
    """What is new, changed and gone."""
    return changes(_at(record, given, given.since), _at(record, given, given.until))


def _at(record: RecordReader, given: Between, moment: dt.date | dt.datetime | None) -> Material:
    as_of, known_at = given.as_of, given.known_at
    if moment is None:
        return material_at(record, as_of=as_of, known_at=known_at)
    if isinstance(moment, dt.datetime):
        return material_at(record, as_of=as_of, known_at=known_at, kept_at=moment)
    if given.clock == "as_of":
        return material_at(record, as_of=moment, known_at=known_at)
    return material_at(record, as_of=as_of, known_at=moment)


def _time(given: str | None, clock: Clock) -> dt.date | dt.datetime | None:
    if given is None:
        return None
    try:
        if clock != "read":
            return dt.date.fromisoformat(given)
        moment = dt.datetime.fromisoformat(given)
    except ValueError:
        said, form = _WRITTEN[clock]
        raise UsageError(said.of(value=repr(given[:80])), advice=Saying.WRITE_AS.of(form=form)) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


_A_DAY = (Saying.NO_DAY, "2022-02-01")
_WRITTEN = {"as_of": _A_DAY, "known_at": _A_DAY, "read": (Saying.NO_MOMENT, "2022-02-01T12:00:00+00:00")}


def _before_the_last(
    record: RecordReader, clock: Clock, last: dt.date | dt.datetime | None
) -> dt.date | dt.datetime | None:
    """The read before the last one, or the day before the last day of publication; before everything where there is
    none."""
    if clock == "read":
        moments = [moment for moment, _n in record.reads() if last is None or moment <= last]
        if not moments:
            return None
        return moments[-2] if len(moments) > 1 else moments[0] - _A_MOMENT
    if last is not None:
        return last - dt.timedelta(days=1)
    days = [one.metadata.published.last for one in record.documents() if one.metadata.published]
    return max(days) - dt.timedelta(days=1) if days else None
