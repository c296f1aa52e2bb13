"""What one document reports: statements and moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import ZoneKind
from rejoinder.types.span import Span
from rejoinder.types.time import When

Form = Literal["direct", "indirect", "mixed"]
Commitment = Literal["asserted", "denied", "doubted"]
Modality = Literal["actual", "planned", "conditional", "hypothetical", "denied", "reported"]
Anonymity = Literal["named", "role", "unnamed", "none"]
NARRATOR = "narrator"
STILL_TO_COME: tuple[Modality, ...] = ("planned", "conditional", "hypothetical")
# A move read with a lower score is kept, shown and put up for review; the account does without it.
COUNTS_FROM = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One carrier of a statement between speaker and outlet; `span` is where the document says so (None: from the
    metadata)."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Attributed speech. `content` holds its parts in text order; `chain` the carriers, nearest the speaker first,
    without the outlet and its origin. `inside` is the id of the statement that quotes this one, `continues` that of
    the statement it goes on from."""

    id: str
    document_id: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[PartyRef, ...]
    form: Form
    chain: tuple[Hop, ...]
    anonymity: Anonymity
    commitment: Commitment
    zone: ZoneKind
    inside: str | None
    continues: str | None
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One diplomatic act as one document reports it. `actors` and `recipients` are principals, `agents` the persons
    or offices who acted; `holders` is empty where the narrator vouches, otherwise on whose word it stands. `topic`
    are the content words of the clause (lower case, in text order), from which issues are made; `statement_id` the
    statement it stands in. `answers` are the moves of the document that it answers as far as the tagger reads, `trace`
    what it is compared with others by."""

    id: str
    document_id: str
    kind: str
    trigger: Span
    anchor: Span
    actors: tuple[PartyRef, ...]
    recipients: tuple[PartyRef, ...]
    agents: tuple[PartyRef, ...]
    holders: tuple[PartyRef, ...]
    modality: Modality
    when: When | None
    topic: tuple[str, ...]
    statement_id: str | None
    zone: ZoneKind
    rule: str
    score: float
    answers: tuple[str, ...] = ()
    trace: str = ""

    @property
    def holder(self) -> str:
        """`narrator`, or the first name on whose word it stands."""
        return self.holders[0].name if self.holders else NARRATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document reports, in text order, and the parties it names."""

    document_id: str
    statements: tuple[Statement, ...]
    moves: tuple[Move, ...]
    parties: tuple[PartyRef, ...]
