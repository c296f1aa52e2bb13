"""An act with what stands around it, and whom the words there name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt
from rejoinder.types.annotation import ActReading, PartyRef
from rejoinder.types.extraction import Statement
from rejoinder.types.span import Span

_GOES_TO = re.compile(r"\sto\s(?:the\s)?$")
_TO = re.compile(r"\sto\s(?:the\s)?(?:(?:[^\s.,;]+\s){1,4}and\s(?:the\s)?)?")
PUT = frozenset(("propose", "demand", "request", "offer", "invite", "deliver"))
NEAR = 200
"""Characters between two acts of which the second goes on the first."""
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One act with what stands around it: its sentence, the statement whose words hold it, the statement whose cue it
    is, the other statements of its sentence, and the party whose own publication it stands in."""

    act: ActReading
    sentence: Span
    held_in: Statement | None
    cue_of: Statement | None
    beside: tuple[Statement, ...] = ()
    own_voice: tuple[PartyRef, ...] = ()


def meant(text: str, parties: PartiesAt, clause: Clause, span: Span) -> tuple[PartyRef, ...]:
    """The parties that a tagger's span stands for; the first person is who speaks, or whose paper it is."""
    if FIRST_PERSON.fullmatch(span.of(text).strip()):
        statement = clause.held_in or clause.cue_of
        if own := statement.speakers if statement is not None else clause.own_voice:
            return own
    return parties.at(span) or parties.source(span)


def is_aimed_at(text: str, clause: Clause, span: Span) -> bool:
    """Whether words behind the act are those to whom it is ("its proposals to X and Y"), whatever they are read as."""
    between = text[clause.act.trigger.end : max(span.start, clause.act.trigger.end)]
    taken = [r for r in clause.act.recipients if r.touches(span) and r.start > clause.act.trigger.end]
    if any(_GOES_TO.search(text, clause.act.trigger.end, r.start) for r in taken):
        return True
    return clause.act.kind in PUT and span.start > clause.act.trigger.end and _TO.fullmatch(between) is not None


def addressees(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """The parties that the tagger reads as those to whom it is."""
    return tuple(p for span in clause.act.recipients for p in meant(text, parties, clause, span))


def first_named(parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """The parties named first in the sentence, before the act."""
    before = parties.outermost(Span(start=clause.sentence.start, end=clause.act.trigger.start))
    named = (m.parties for m in before if m.kind not in ("place", "demonym"))
    return next((found for found in named if any(p.type != "media" for p in found)), ())


def other_of_two(main: Sequence[PartyRef], one: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """The other of the two that the story is between, where `one` is one of them; else nobody."""
    named = {p.acts_for for p in one}
    other = tuple(p for p in main if p.name not in named)
    return other if one and len(main) == _TWO and len(other) == 1 else ()
