"""What is on the table, what came back, and where it stands on a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.consolidate.antecedents import SENT, TABLED
from rejoinder.consolidate.dispositions import answers_to
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.statuses import awaits_answer, status
from rejoinder.types.account import Answer, Clause, Exchange
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.identity import content_id

_AS_ONE = re.compile(
    r"\b(?:as a whole|(?:single|whole|one|as a|indivisible) package|package deal|not a menu|pick and choose"
    r"|all or nothing|take it or leave it|taken or left|nothing is agreed|taken together|stand or fall together"
    r"|cherry-?pick|inseparable|indivisible)",
    re.IGNORECASE,
)


def exchanges(
    acts: Sequence[Act],
    rows: Sequence[Answer],
    issues: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, str],
    today: dt.date | None,
) -> tuple[Exchange, ...]:
    """One exchange for each thing put on the table, and for each paper that was answered; sorted by id.

    `issues` gives the issues of each event, `texts` the documents' texts, `today` the day of the account.
    """
    by_id = {one.id: one for one in acts}
    came = answers_to(rows)
    open_for = [one for one in acts if _on_the_table(one, came)]
    found = (_exchange(one, came.get(one.id, ()), by_id, issues, texts, today) for one in open_for)
    return tuple(sorted(found, key=lambda row: row.id))


def _on_the_table(one: Act, came: Mapping[str, Sequence[Answer]]) -> bool:
    if one.modality == "hypothetical":
        return False
    return bool(one.kinds & (TABLED | {"deliver"})) or (bool(one.kinds & SENT) and one.id in came)


def _exchange(
    offer: Act,
    rows: Sequence[Answer],
    by_id: Mapping[str, Act],
    issues: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, str],
    today: dt.date | None,
) -> Exchange:
    in_time = sorted(rows, key=lambda row: (by_id[row.answer].latest or dt.date.max, by_id[row.answer].order, row.id))
    stands = status(offer, in_time, by_id)
    about = issues.get(offer.id, ())
    since = offer.when.first if offer.when else offer.known_from
    waits = awaits_answer(stands) and since is not None and today is not None
    return Exchange(
        id=content_id("exchange", offer.id),
        offer=offer.id,
        by=tuple(sorted(offer.actors)),
        to=tuple(sorted(offer.recipients)),
        issues=about,
        clauses=tuple(_clause(issue, offer, in_time, by_id, issues) for issue in about),
        package=_package(offer, texts),
        answers=tuple(row.id for row in in_time),
        status=stands,
        since=offer.when,
        days_open=max(0, (today - since).days) if waits and today and since else None,
        unanswered_by_silence=all(row.disposition == "none" for row in rows),
        said_unanswered=_sayers(row for row in (by_id[r.answer] for r in rows if r.disposition == "none")),
    )


def _clause(
    issue: str,
    offer: Act,
    rows: Sequence[Answer],
    by_id: Mapping[str, Act],
    issues: Mapping[str, tuple[str, ...]],
) -> Clause:
    about = [row for row in rows if issue in issues.get(row.answer, ())]
    return Clause(issue=issue, answers=tuple(row.answer for row in about), status=status(offer, about, by_id))


def _package(offer: Act, texts: Mapping[str, str]) -> bool:
    """Whether it is said beside the offer that its parts go together only."""
    return any(_AS_ONE.search(t.sentence.of(texts[t.document_id])) for t in offer.tellings)


def _sayers(silent: Iterable[Act]) -> tuple[str, ...]:
    """Who says that no answer came: party ids, and the narrator."""
    return tuple(sorted({holder for one in silent for t in one.tellings for holder in t.holders or (NARRATOR,)}))
