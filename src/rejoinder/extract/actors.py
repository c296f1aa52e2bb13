"""Who does an act, and to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from rejoinder.extract.own_times import SPOKEN
from rejoinder.extract.speakers import FIRST_PERSON, FROM_WHOM, PartiesAt, described
from rejoinder.types.annotation import ActReading, PartyRef
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_ADDRESSED = word_list("kinds addressed to somebody")
"""Kinds that are addressed to somebody, said or not."""
_GIVEN = _ADDRESSED | frozenset(("support", "aid", "agree"))
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|gets?|had|has|have|await\w*|waiting|came|come|comes|obtain\w*|without|no|any)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){0,2}$")
"""An auxiliary before a trigger: the sentence's first party is then the one to whom it is done."""
_DESCRIBES = re.compile(
    r"(?:the |an? )?(?!(?:they|them|their|this|that|these|those|which|whom|whose|what|each|both|none|some)\b)"
    r"[^\W\d_][^\n]{3}",
    re.IGNORECASE,
)
"""Words that can stand for a party by themselves; a pronoun whose party is not known does not."""
_WRITTEN = re.compile(rf"\b(?:{'|'.join(sorted(word_list('written utterances')))})s?$", re.IGNORECASE)
"""Papers, which act for who wrote them."""
_AWAITED = re.compile(
    r"\b(?:await(?:s|ed|ing)?|wait(?:s|ed|ing)? (?:for|to hear)|(?:not|never) (?:had|received|got|gotten|heard|seen)"
    r"|(?:have|has|had) (?:still |yet |so far )?(?:not had|no|had no)|without|still no"
    r"|(?:has|have|had) (?:ever |yet |been |ever been )*(?:received|heard))\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?:\s(?!(?:and|but|or|then|to|before|after|when|while|as)\b)[\w’'-]+){0,5}\s?")
"""Words between waiting and the answer that it is for; with others the answer is another matter."""
_GOES_TO = re.compile(r"\sto\s(?:the\s)?$")
_TO = re.compile(r"\sto\s(?:the\s)?(?:(?:[^\s.,;]+\s){1,4}and\s(?:the\s)?)?")
_PUT = frozenset(("propose", "demand", "request", "offer", "invite", "deliver"))
_NOBODY = PartyRef(name="unspecified", type="group", anonymity="unnamed")
_NEAR = 200
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


def _meant(text: str, parties: PartiesAt, clause: Clause, span: Span) -> tuple[PartyRef, ...]:
    """The parties that a tagger's span stands for; the first person is who speaks, or whose paper it is."""
    if FIRST_PERSON.fullmatch(span.of(text).strip()):
        statement = clause.held_in or clause.cue_of
        if own := statement.speakers if statement is not None else clause.own_voice:
            return own
    return parties.at(span) or parties.source(span)


def acting(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """Who acts, and the rule that found it: by the tagger's spans, else the speaker, else the sentence's first party,
    else the actor of the act before; `main` are those that the story is between."""
    if clause.act.kind in _GIVEN and (giver := _giver(text, parties, clause)):
        return giver, "actor.from"
    if _is_awaited(text, clause) and (asked := _asked(text, parties, clause, made, main)):
        return asked, "actor.awaited"
    own = [span for span in clause.act.actors if not _is_aimed_at(text, clause, span)]
    found = [p for span in own for p in _meant(text, parties, clause, span)]
    if found:
        return tuple(dict.fromkeys(found)), "actor.span"
    if clause.cue_of is not None and clause.act.kind in SPOKEN:
        return clause.cue_of.speakers, "actor.cue"
    if clause.held_in is not None and clause.act.held_by_speaker and clause.act.kind in SPOKEN:
        return clause.held_in.speakers, "actor.speaker"
    for span in own:
        if _DESCRIBES.match(text, span.start, span.end) and not _WRITTEN.search(span.of(text)):
            return (described(text, span, ()),), "actor.described"
    return _guessed(text, parties, clause, made, main)


def _is_aimed_at(text: str, clause: Clause, span: Span) -> bool:
    """Whether words behind the act are those to whom it is ("its proposals to X and Y"), whatever they are read as."""
    between = text[clause.act.trigger.end : max(span.start, clause.act.trigger.end)]
    taken = [r for r in clause.act.recipients if r.touches(span) and r.start > clause.act.trigger.end]
    if any(_GOES_TO.search(text, clause.act.trigger.end, r.start) for r in taken):
        return True
    return clause.act.kind in _PUT and span.start > clause.act.trigger.end and _TO.fullmatch(between) is not None


def _guessed(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """Who acts where the tagger names nobody: the other side, if the one named is acted upon, else the sentence's
    first party, else the actor of the act before."""
    acted_upon = _addressees(text, parties, clause)
    first = _first(parties, clause)
    passive = _PASSIVE.search(text, max(0, clause.act.trigger.start - 40), clause.act.trigger.start)
    if clause.act.kind in _ADDRESSED and passive and (other := _other(main, acted_upon or first)):
        return other, "actor.passive"
    upon = {p.acts_for for p in acted_upon}
    if first and not upon & {p.acts_for for p in first}:
        return first, "actor.subject"
    if made and clause.sentence.start - made[-1].anchor.end < _NEAR:
        before = tuple(p for p in made[-1].actors if p.name not in upon)
        if before:
            return before, "actor.before"
    if not acted_upon:
        return (), "actor.unknown"
    back = (p for m in reversed(made) for p in m.actors if p.name not in upon)
    return (_other(main, acted_upon) or tuple(islice(back, 1)) or (_NOBODY,)), "actor.other"


def _is_awaited(text: str, clause: Clause) -> bool:
    """Whether the act is an answer that the one who is named waits for or has not had."""
    if clause.act.kind != "reply":
        return False
    if clause.act.modality == "denied" and not clause.act.actors:
        return True
    trigger = clause.act.trigger
    waits = _AWAITED.finditer(text, clause.sentence.start, trigger.end)
    return any(_OF_IT.fullmatch(text, m.end(), max(m.end(), trigger.start)) for m in waits)


def _asked(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[PartyRef, ...]:
    """From whom an answer is awaited: to whom the last thing was put, else the other of the two that the story is
    between."""
    acting_words = tuple(p for span in clause.act.actors for p in _meant(text, parties, clause, span))
    speakers = clause.held_in.speakers if clause.held_in else ()
    waiting = acting_words or _addressees(text, parties, clause) or speakers or _first(parties, clause)
    named = {p.acts_for for p in waiting}
    for move in reversed(made):
        if clause.sentence.start - move.anchor.end > _NEAR:
            break
        if move.kind in _PUT and (asked := tuple(p for p in move.recipients if p.name not in named)):
            return asked
    return _other(main, waiting)


def _addressees(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    return tuple(p for span in clause.act.recipients for p in _meant(text, parties, clause, span))


def _first(parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """The parties named first in the sentence, before the act."""
    before = parties.outermost(Span(start=clause.sentence.start, end=clause.act.trigger.start))
    named = (m.parties for m in before if m.kind not in ("place", "demonym"))
    return next((found for found in named if any(p.type != "media" for p in found)), ())


def _other(main: Sequence[PartyRef], one: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """The other of the two that the story is between, where `one` is one of them; else nobody."""
    named = {p.acts_for for p in one}
    other = tuple(p for p in main if p.name not in named)
    return other if one and len(main) == _TWO and len(other) == 1 else ()


def _giver(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Who gives what is received ("no reply from X") or does what is done to another ("turned down by X")."""
    trigger = clause.act.trigger
    received = _RECEIVED.search(text, clause.sentence.start, trigger.end)
    passive = _PASSIVE.search(text, max(clause.sentence.start, trigger.start - 40), trigger.start) or text[
        trigger.start : trigger.end
    ].endswith("ed")
    word = FROM_WHOM.match(text, trigger.end, clause.sentence.end)
    if word is None or (word["how"] == "from" and not received) or (word["how"] == "by" and not passive):
        return ()
    return tuple(p for p in parties.after(text, trigger.end, clause.sentence.end) if p.type != "media")


def addressed(
    text: str, parties: PartiesAt, clause: Clause, actors: Sequence[PartyRef], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """To whom, by the tagger's spans; where they name nobody and the story is of two parties, what one puts, answers
    or says is for the other."""
    aimed_at = [span for span in clause.act.actors if _is_aimed_at(text, clause, span)]
    found = [p for s in (*clause.act.recipients, *aimed_at) for p in _meant(text, parties, clause, s)]
    acting = {p.acts_for for p in actors}
    named = tuple(dict.fromkeys(p for p in found if p.acts_for not in acting and p.type != "media"))
    if named or clause.act.kind not in _ADDRESSED or len(main) < 2 or not acting & {p.name for p in main}:
        return named, "recipient.span" if named else "recipient.unknown"
    other = tuple(p for p in main if p.name not in acting)
    return (other, "recipient.main") if len(other) == 1 else ((), "recipient.unknown")
