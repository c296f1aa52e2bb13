"""Whose an attack is that is told of those whom it hits."""

from __future__ import annotations

import re

from rejoinder.extract.clauses import Clause
from rejoinder.extract.speakers import PartiesAt
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.kinds import triggers

_FROM = re.compile(r"\b(?:by|from)\s(?:the\s|an?\s)?$")
_IN = re.compile(r"\b(?:in|by|from|under|during|after)\s(?:(?:the|an?|that|this|these|those)\s)?(?:[\w-]+\s)?$")
_NEXT = re.compile(r"(?:['’]s?)?\s([\w-]+)(?:\s([\w-]+))?")
_CLAUSE_ENDS = re.compile(r"[,;:—–]|\s(?:and|but|while|which|who|that|as|when)\s")


def attackers(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Who attacks by the words behind the act: "killed in an Israeli raid", "came under fire from Armenian units"."""
    start = clause.act.trigger.end
    ends = _CLAUSE_ENDS.search(text, start, clause.sentence.end)
    after = Span(start=start, end=max(start, ends.start() if ends else clause.sentence.end))
    for mention in parties.outermost(after):
        led = text[max(start - 1, mention.span.start - 40) : mention.span.start]
        if mention.kind not in ("place", "demonym") and _FROM.search(led):
            return mention.parties
        if _IN.search(led) and _is_attack(text, mention.span):
            return mention.parties
    return ()


def _is_attack(text: str, whose: Span) -> bool:
    """Whether the noun that the words qualify is one for an attack ("the Israeli offensive")."""
    words = _NEXT.match(text, whose.end)
    return words is not None and any(m.kind == "attack" for word in words.groups() if word for m in triggers(word))
