"""Answers that somebody waits for, or that somebody has given or not given: whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.extract.clauses import NEAR, PUT, Clause, addressees, first_named, meant, other_of_two
from rejoinder.extract.speakers import PartiesAt
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move

_AWAITED = re.compile(
    r"\b(?:await(?:s|ed|ing)?|wait(?:s|ed|ing)? (?:for|to hear)|(?:not|never) (?:had|received|got|gotten|heard|seen)"
    r"|(?:have|has|had) (?:still |yet |so far )?(?:not had|no|had no)|without|still no"
    r"|(?:has|have|had) (?:ever |yet |been |ever been )*(?:received|heard))\b",
    re.IGNORECASE,
)
_WAITING = re.compile(r"\b(?:await|wait)(?:s|ed|ing)?\b", re.IGNORECASE)
_HAD_NOTHING = re.compile(
    r"(?:(?:have|has|had) )?(?:had|heard|received|got|gotten) (?:nothing|no (?:word|reply|answer|response|reaction))\b",
    re.IGNORECASE,
)
"""What is said of the one who waits, though it is read as silence of somebody else."""
_GIVES = re.compile(
    r"\b(?:giv(?:e|es|ing)|gave|given|sen(?:d|ds|t)|ma(?:ke|kes|de)|provided?|returned|deliver(?:s|ed)?)\s(?:\w+\s){0,2}?"
    r"(?:no|any|an?|the)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""Words before an answer: the subject is who gives it or does not, not who waits for it."""
_OF_IT = re.compile(r"(?:\s(?!(?:and|but|or|then|to|before|after|when|while|as)\b)[\w’'-]+){0,5}\s?")
"""Words between waiting and the answer that it is for; with others the answer is another matter."""

_LATELY = 800
"""Characters within which the one who waits may have put what he waits for an answer to."""


def is_awaited(text: str, clause: Clause) -> bool:
    """Whether the act is an answer that the one who is named waits for or has not had."""
    if clause.act.kind == "ignore":
        return _HAD_NOTHING.match(text, clause.act.trigger.start) is not None
    if clause.act.kind != "reply":
        return False
    if clause.act.modality == "denied" and not clause.act.actors:
        return True
    trigger = clause.act.trigger
    waits = _AWAITED.finditer(text, clause.sentence.start, trigger.end)
    return any(_OF_IT.fullmatch(text, m.end(), max(m.end(), trigger.start)) for m in waits)


def is_told_of_who_waits(text: str, clause: Clause) -> bool:
    """Whether an awaited answer is told of the one who waits, so that no word of the sentence is whose it is."""
    trigger = clause.act.trigger
    if clause.act.actors:
        return all(span.end <= trigger.start for span in clause.act.actors)
    waits = _WAITING.search(text, clause.sentence.start, trigger.end)
    return (waits or _HAD_NOTHING.match(text, trigger.start)) is not None


def answering(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Who gives an answer or none ("Baku has still given no answer"), where nobody is read for it."""
    trigger = clause.act.trigger
    words = text[max(clause.sentence.start, trigger.start - 60) : trigger.end]
    if clause.act.kind != "reply" or clause.act.actors or not _GIVES.search(words.rpartition(" ")[0] + " "):
        return ()
    before = [span for span in clause.act.recipients if span.end <= trigger.start]
    return tuple(p for span in before[-1:] for p in meant(text, parties, clause, span)) or first_named(parties, clause)


def asked_for_it(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[PartyRef, ...]:
    """From whom an answer is awaited: to whom the last thing was put, or the last that the one who waits had put, else
    the other of the two that the story is between."""
    acting_words = tuple(p for span in clause.act.actors for p in meant(text, parties, clause, span))
    speakers = clause.held_in.speakers if clause.held_in else ()
    waiting = acting_words or addressees(text, parties, clause) or speakers or first_named(parties, clause)
    named = {p.acts_for for p in waiting}
    for move in reversed(made):
        gap = clause.sentence.start - move.anchor.end
        if gap > _LATELY:
            break
        asked = tuple(p for p in move.recipients if p.acts_for not in named)
        if asked and move.kind in PUT and (gap <= NEAR or named & {p.acts_for for p in move.actors}):
            return asked
    return other_of_two(main, waiting)
