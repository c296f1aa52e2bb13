"""The rows of the views of what the documents say, by the conventions of `view_rows`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """Attributed speech in one document; `start` and `end` are offsets into its text, `chain` who carried it."""

    id: str
    published: dt.date | None
    published_last: dt.date | None
    date_precision: str | None
    speakers: str
    acts_for: str
    speaker_codes: str
    form: str
    commitment: str
    anonymity: str
    chain: str
    cue: str | None
    source: str | None
    quote: str
    start: int
    end: int
    zone: str
    inside: str | None
    continues: str | None
    rule: str
    score: float
    document_id: str
    document: str
    outlet: str | None
    origin: str | None
    known_from: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """A diplomatic act as one document reports it; `start` and `end` are offsets of its clause into the text."""

    id: str
    event: str | None
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
    agents: str
    holders: str
    issues: str
    plover: str | None
    plover_mode: str | None
    quad: str | None
    cameo: str | None
    negation: bool | None
    future: bool | None
    hypothetical: bool | None
    quote: str
    trigger: str
    start: int
    end: int
    zone: str
    statement: str | None
    rule: str
    score: float
    document_id: str
    document: str
    outlet: str | None
    origin: str | None
    known_from: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party and how often it is met; `n_events` counts those in which it, or one who acts for it, is the actor."""

    id: str
    name: str
    type: str
    code: str | None
    principal: str | None
    role: str | None
    forms: str
    n_statements: int
    n_moves: int
    n_events: int
    n_articles: int
    n_origins: int
    known_from: dt.date | None
