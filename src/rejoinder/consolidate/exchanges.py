"""What is on the table, what came back, and where it stands on a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from rejoinder.consolidate.aptness import SENT, TABLED
from rejoinder.consolidate.dispositions import answers_to
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.statuses import awaits_answer, status
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import Answer, Clause, Exchange, Status
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.identity import content_id

_AS_ONE = re.compile(
    r"\b(?:as a whole|(?:single|whole|one|as a|indivisible) package|package deal|not a menu|pick and choose"
    r"|all or nothing|take it or leave it|taken or left|nothing is agreed|taken together|stand or fall together"
    r"|cherry-?pick|inseparable|indivisible)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What exchanges are made from: the acts, the answers, the issues of each event, the ids of what was withdrawn, the
    texts of the documents, the day of the account (None: unknown), and what was worked out before."""

    acts: Sequence[Act]
    answers: Sequence[Answer]
    issues: Mapping[str, tuple[str, ...]]
    withdrawn: Collection[str]
    texts: Mapping[str, str]
    today: dt.date | None
    workings: Workings = field(default_factory=Workings)


def exchanges(table: Table) -> tuple[Exchange, ...]:
    """One exchange for each thing put on the table, and for each paper that was answered; sorted by id."""
    by_id = {one.id: one for one in table.acts}
    came = answers_to(table.answers)
    offers = [one for one in table.acts if _on_the_table(one, came)]
    found = (_exchange(one, came.get(one.id, ()), by_id, table) for one in offers)
    return tuple(sorted(found, key=lambda row: row.id))


def _on_the_table(one: Act, came: Mapping[str, Sequence[Answer]]) -> bool:
    return one.modality not in ("hypothetical", "denied") and (bool(one.kinds & (TABLED | SENT)) or one.id in came)


def _exchange(offer: Act, rows: Sequence[Answer], by_id: Mapping[str, Act], table: Table) -> Exchange:
    in_time = sorted(rows, key=lambda row: (by_id[row.answer].latest or dt.date.max, by_id[row.answer].order, row.id))
    stands: Status = "withdrawn" if offer.id in table.withdrawn else status(offer, in_time, by_id)
    about = table.issues.get(offer.id, ())
    return Exchange(
        id=content_id("exchange", offer.id),
        offer=offer.id,
        by=tuple(sorted(offer.actors)),
        to=tuple(sorted(offer.recipients)),
        issues=about,
        clauses=tuple(_clause(issue, offer, in_time, by_id, table) for issue in about),
        package=table.workings.of("packages", id(offer), partial(_package, offer, table.texts)),
        answers=tuple(row.id for row in in_time),
        status=stands,
        since=offer.when,
        days_open=_days_open(offer, table.today) if awaits_answer(stands) else None,
        unanswered_by_silence=all(row.disposition == "none" for row in rows),
        said_unanswered=_sayers(by_id[row.answer] for row in rows if row.disposition == "none"),
    )


def _clause(issue: str, offer: Act, rows: Sequence[Answer], by_id: Mapping[str, Act], table: Table) -> Clause:
    about = [row for row in rows if issue in table.issues.get(row.answer, ())]
    return Clause(issue=issue, answers=tuple(row.answer for row in about), status=status(offer, about, by_id))


def _days_open(offer: Act, today: dt.date | None) -> int | None:
    """Days from the first day of the offer, or the day it became known, to the day of the account."""
    since = offer.when.first if offer.when else offer.known_from
    return max(0, (today - since).days) if since and today else None


def _package(offer: Act, texts: Mapping[str, str]) -> bool:
    """Whether it is said beside the offer that its parts go together only."""
    return any(_AS_ONE.search(t.sentence.of(texts[t.document_id])) for t in offer.tellings)


def _sayers(silent: Iterable[Act]) -> tuple[str, ...]:
    """Who says that no answer came: party ids, and the narrator."""
    return tuple(sorted({holder for one in silent for t in one.tellings for holder in t.holders or (NARRATOR,)}))
