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
_GIVES = re.compile(
    r"\b(?:giv(?:e|es|ing)|gave|given|sen(?:d|ds|t)|ma(?:ke|kes|de)|provided?|returned|deliver(?:s|ed)?)\s(?:\w+\s){0,2}?"
    r"(?:no|any|an?|the)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""Words before an answer: the subject is who gives it or does not, not who waits for it."""
_OF_IT = re.compile(r"(?:\s(?!(?:and|but|or|then|to|before|after|when|while|as)\b)[\w’'-]+){0,5}\s?")
"""Words between waiting and the answer that it is for; with others the answer is another matter."""


def is_awaited(text: str, clause: Clause) -> bool:
    """Whether the act is an answer that the one who is named waits for or has not had."""
    if clause.act.kind != "reply":
        return False
    if clause.act.modality == "denied" and not clause.act.actors:
        return True
    trigger = clause.act.trigger
    waits = _AWAITED.finditer(text, clause.sentence.start, trigger.end)
    return any(_OF_IT.fullmatch(text, m.end(), max(m.end(), trigger.start)) for m in waits)


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
    """From whom an answer is awaited: to whom the last thing was put, else the other of the two that the story is
    between."""
    acting_words = tuple(p for span in clause.act.actors for p in meant(text, parties, clause, span))
    speakers = clause.held_in.speakers if clause.held_in else ()
    waiting = acting_words or addressees(text, parties, clause) or speakers or first_named(parties, clause)
    named = {p.acts_for for p in waiting}
    for move in reversed(made):
        if clause.sentence.start - move.anchor.end > NEAR:
            break
        if move.kind in PUT and (asked := tuple(p for p in move.recipients if p.name not in named)):
            return asked
    return other_of_two(main, waiting)
