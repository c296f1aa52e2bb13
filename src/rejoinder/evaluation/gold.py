"""What a careful reader put on record about a few documents, and the documents: a gold bundle as values.

Anchors are words of the document with runs of blanks folded.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.errors import UsageError
from rejoinder.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldParty:
    """A party of a bundle; `of` is the id of the party it acts for."""

    id: str
    name: str
    type: str
    of: str | None
    role: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document of a bundle: its text as decoded from UTF-8, newlines untouched; `published` as written."""

    id: str
    file: str
    text: str
    outlet: str | None
    published: str | None
    origin: str | None

    def places(self, anchor: str) -> tuple[Span, ...]:
        """Every place where the words of `anchor` stand, in text order; UsageError where there is none."""
        pattern = r"\s+".join(re.escape(word) for word in anchor.split())
        found = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, self.text))
        if not found:
            raise UsageError(f"gold anchor not in {self.file}: {anchor!r}")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """Attributed speech as the gold has it; speakers are party ids or `anon:<description>`."""

    id: str
    doc: str
    content: str
    parts: tuple[str, ...]
    cue: str | None
    source: str | None
    speakers: tuple[str, ...]
    form: str
    via: tuple[str, ...]
    zone: str
    continues: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMove:
    """One mention of an act; `date` as written, holders `narrator`, party ids or `anon:<description>`."""

    id: str
    doc: str
    event: str
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    agents: tuple[str, ...]
    holders: tuple[str, ...]
    date: str | None
    modality: str
    about: tuple[str, ...]
    anchor: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAnswer:
    """Which event answers which, and how."""

    answer: str
    to: str
    disposition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldExchange:
    """An offer (event) and its status on the day of the bundle."""

    offer: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDispute:
    """Sides of a dispute, each as (document id, anchor) pairs."""

    id: str
    about: str
    sides: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One bundle, in the order of its file."""

    name: str
    as_of: dt.date | None
    parties: Mapping[str, GoldParty]
    documents: Mapping[str, GoldDocument]
    statements: tuple[GoldStatement, ...]
    moves: tuple[GoldMove, ...]
    answers: tuple[GoldAnswer, ...]
    exchanges: tuple[GoldExchange, ...]
    disputes: tuple[GoldDispute, ...]
