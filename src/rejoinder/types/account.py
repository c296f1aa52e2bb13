"""One account out of many documents: what consolidation returns.

All ids are derived from content; every tuple is sorted so that the order of documents changes nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from rejoinder.types.annotation import PartyType
from rejoinder.types.extraction import Extraction
from rejoinder.types.time import When

Disposition = Literal["accept", "reject", "partial", "counter", "acknowledge", "reply", "none"]
Status = Literal[
    "open", "acknowledged", "answered", "accepted", "rejected", "partial", "countered", "withdrawn", "disputed"
]
Treatment = Literal["reported", "copied", "omitted"]
Omission = Literal["told-elsewhere", "cut"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One document as consolidation takes it: what it reports, who published it when, and its text.

    `origin` is the key of the witness it is counted as: documents with the same key are one (None: its own). `story` is
    the key of the one text that it and others print, whole or shortened (None: nobody else is known to): an agency is
    the origin of many stories. Spans of the extraction are offsets into `text`."""

    document_id: str
    name: str
    outlet: str | None
    origin: str | None
    published: When | None
    extraction: Extraction
    text: str
    story: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state, organisation, office, person or group over all documents, with the surface forms that stand for it."""

    id: str
    name: str
    type: PartyType
    principal: str | None
    role: str | None
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is at stake: a short label and the words that stand for it."""

    id: str
    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The act itself. `moves` are the ids of the moves that report it; `n_origins` counts agency copies of one story
    once. `known_from` is the publication day of the earliest document that reports it (None: unknown)."""

    id: str
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When | None
    modality: str
    issues: tuple[str, ...]
    moves: tuple[str, ...]
    gloss: str
    n_articles: int
    n_origins: int
    known_from: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A link from an event to the event it answers, with the moves that show it and the rule that linked them."""

    id: str
    answer: str
    to: str
    disposition: Disposition
    evidence: tuple[str, ...]
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One issue of an exchange: who said what to it (event ids, in time order)."""

    issue: str
    answers: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Something put on the table (event `offer`), its clauses, its answers, and its status on the day of the account.

    `unanswered_by_silence` is true where no answer is seen in these sources; `said_unanswered` names the parties who
    say that none came: the two are kept apart. `days_open` counts from the offer's first day to the day of the
    account while it awaits an answer."""

    id: str
    offer: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    issues: tuple[str, ...]
    clauses: tuple[Clause, ...]
    package: bool
    answers: tuple[str, ...]
    status: Status
    since: When | None
    days_open: int | None
    unanswered_by_silence: bool
    said_unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One account of a disputed matter: who holds it, its words, and the moves or statements (ids) that say so."""

    holders: tuple[str, ...]
    claim: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Accounts of one matter that cannot all be true. No verdict."""

    id: str
    about: str
    sides: tuple[Side, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A party's stand on an issue at a time, by the move (id) that shows it."""

    party: str
    issue: str
    stance: str
    when: When | None
    event: str
    move: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """What one outlet made of one event: reported, copied (the same origin as an earlier document) or omitted.

    `documents` are those of the outlet that tell it. Of an omission `reason` says why it is counted as one: several
    origins tell the event (`told-elsewhere`), or the outlet printed a story without it that others printed with it
    (`cut`). Of a cut `cut_from` are the outlet's copies of the story, `kept_in` those of others that have the event."""

    outlet: str
    event: str
    treatment: Treatment
    documents: tuple[str, ...]
    reason: Omission | None = None
    cut_from: tuple[str, ...] = ()
    kept_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole account for a reader of these documents on one day (`as_of`; None: the last day known)."""

    as_of: dt.date | None
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    events: tuple[Event, ...]
    answers: tuple[Answer, ...]
    exchanges: tuple[Exchange, ...]
    disputes: tuple[Dispute, ...]
    positions: tuple[Position, ...]
    coverage: tuple[CoverageRow, ...]
