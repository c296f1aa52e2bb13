"""The rows of the views: flat, one kind a view, the same values in JSON and in data frames.

Several names or ids in one value are joined by `; `. A date and its precision stand apart: `event_date` is the first
day on which it may have been, `event_date_last` the last. `*_codes` are ISO 3166 codes in the order of the names, `-`
for one that has none. `n_articles` counts documents, `n_origins` copies of one agency's story once; `known_from` is the
first day of publication. `quote` are the document's own words, at most 300 characters, blanks folded; `document` is its
file name. In CSV and TSV an apostrophe stands before what a spreadsheet would take for a formula: a value that begins
with `=`, `@`, a tab, or a sign with something to reckon after it. The other formats have the value as it is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCode:
    """What other event data call a kind of move: PLOVER class, mode and quadrant, CAMEO root, and PLOVER's flags."""

    plover: str | None = None
    plover_mode: str | None = None
    quad: str | None = None
    cameo: str | None = None
    negation: bool = False
    future: bool = False
    hypothetical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """An event."""

    id: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    date_phrase: str | None
    kind: str
    modality: str
    actors: str
    actor_codes: str
    recipients: str
    recipient_codes: str
    issues: str
    gloss: str
    holders: str
    plover: str | None
    plover_mode: str | None
    quad: str | None
    cameo: str | None
    negation: bool | None
    future: bool | None
    hypothetical: bool | None
    n_articles: int
    n_origins: int
    known_from: dt.date | None
    quote: str | None
    document: str | None
    outlet: str | None
    moves: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRow:
    """Something put on the table, its answers, its status on the account's day. `clauses` reads `issue: status`.

    `n_answers` counts the answers that came; `dispositions` has `none` where somebody says that none did."""

    id: str
    offer: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    kind: str | None
    by: str
    by_codes: str
    to: str
    to_codes: str
    issues: str
    gloss: str | None
    status: str
    package: bool
    clauses: str
    n_answers: int
    dispositions: str
    answered_by: str
    last_answer_date: dt.date | None
    open_since: dt.date | None
    days_open: int | None
    unanswered_by_silence: bool
    said_unanswered: str
    n_articles: int
    n_origins: int
    known_from: dt.date | None
    quote: str | None
    document: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A link from an event to the one it answers."""

    id: str
    answer: str
    to: str
    disposition: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    kind: str | None
    answered_by: str
    answered_by_codes: str
    answered: str
    answered_codes: str
    gloss: str | None
    to_gloss: str | None
    issues: str
    rule: str
    score: float
    n_articles: int
    n_origins: int
    known_from: dt.date | None
    quote: str | None
    document: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """One side of a disputed matter; the sides of one matter share `dispute` and follow one another."""

    id: str
    dispute: str
    side: int
    n_sides: int
    about: str
    holders: str
    holder_codes: str
    claim: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    issues: str
    rule: str
    n_articles: int
    n_origins: int
    known_from: dt.date | None
    quote: str | None
    document: str | None
    outlet: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A party's stand on an issue at a time."""

    id: str
    party: str
    party_code: str | None
    issue: str
    stance: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    event: str
    move: str
    n_articles: int
    n_origins: int
    known_from: dt.date | None
    quote: str | None
    document: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """What one outlet made of one event.

    `reason` says why it is `omitted`: `told-elsewhere`, where several origins tell it, or `cut`, where the outlet
    printed a story (`cut_from`) without it that others printed with it (`kept_in`)."""

    id: str
    outlet: str
    treatment: str
    reason: str | None
    event: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    kind: str | None
    actors: str
    recipients: str
    issues: str
    gloss: str | None
    documents: str
    cut_from: str
    kept_in: str
    n_articles: int
    n_origins: int
    known_from: dt.date | None
