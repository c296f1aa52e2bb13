"""From which day on an article could be read: the last on which it may have been published.

An article dated to a month may have come out on its last day; one without a date could be read on every day."""

from __future__ import annotations

import datetime as dt

from rejoinder.types.time import When

_STATED = "CAST({documents}.metadata AS TEXT)"  # as bytes where SQLite's text cannot hold it


def readable_on(published: When | None, day: dt.date | None) -> bool:
    """Whether an article of that publication could be read on the day (None: on any)."""
    return day is None or published is None or published.last <= day


def readable(documents: str, day: str) -> str:
    """The same as a condition of SQL, over a name of the table of documents and one of a parameter, which may be NULL.

    What cannot be read of a damaged row is left to whoever reads the row."""
    stated = _STATED.format(documents=documents)
    last = f"CASE WHEN json_valid({stated}) THEN json_extract({stated}, '$.published.last') END"
    return f"(:{day} IS NULL OR coalesce({last}, '') <= :{day})"
