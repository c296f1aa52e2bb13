"""The rows of the views of where it was published, and of who addresses whom, by the conventions of `view_rows`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document that was read. `origin` is the witness it is counted as, `story` the earliest document (id) of the
    story that it and others print."""

    id: str
    name: str
    outlet: str | None
    published: dt.date | None
    published_last: dt.date | None
    date_precision: str | None
    origin: str | None
    story: str | None
    n_copies: int
    n_statements: int
    n_moves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """An outlet: its documents, and how many events it reported, copied or left out, `n_cut` of these from copies."""

    id: str
    outlet: str
    n_documents: int
    n_origins: int
    n_statements: int
    n_moves: int
    n_reported: int
    n_copied: int
    n_omitted: int
    n_cut: int
    first_published: dt.date | None
    last_published: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """Documents that are one witness: copies of one story, or of one agency's."""

    id: str
    origin: str
    n_articles: int
    outlets: str
    documents: str
    first_published: dt.date | None
    last_published: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRow:
    """Who addresses whom, over all events: how often, in what kinds of act, between which days."""

    id: str
    actor: str
    actor_code: str | None
    recipient: str
    recipient_code: str | None
    n_events: int
    kinds: str
    first_date: dt.date | None
    last_date: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """What is at stake, the words that stand for it, and how many events and exchanges are about it."""

    id: str
    name: str
    forms: str
    n_events: int
    n_exchanges: int
