"""Whose a role phrase says somebody to be that begins with a possessive pronoun: "its envoy", "his ministry"."""

from __future__ import annotations

import re

from rejoinder.annotate.choosing import chosen
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.question import Question
from rejoinder.annotate.role_persons import home
from rejoinder.annotate.scene import Walk, is_body, is_person, principal_of
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span

_SORT_OF = {"its": "it", "their": "they", "his": "he", "her": "he", "our": "we"}
_OPENS = re.compile(r"\bthat\s$")
_BACK = 8
_OF_BODIES = frozenset({"its", "their"})


def owner(walk: Walk, sentence: int, nominal: Nominal) -> PartyRef | None:
    """The party whose the one is that a possessive pronoun begins: of whom the pronoun itself would be taken to mean,
    the party for which that one acts."""
    word = nominal.possessive
    if word not in _SORT_OF:
        return None
    if word in _OF_BODIES and (speaker := _speaker_of_clause(walk, nominal)):
        return speaker
    span = Span(start=nominal.span.start, end=nominal.span.start + len(word))
    ruled = None if word == "our" else walk.focus.last(is_body if word in _OF_BODIES else _acts_for_somebody, sentence)
    given = (ruled,) if ruled else ()
    found, _ = chosen(walk, Question(span=span, sentence=sentence, sort=_SORT_OF[word], word=word, given=given))
    whose = next(iter(found or given), None)
    if whose is None or not (is_body(whose) or _acts_for_somebody(whose)):
        return None
    alone = is_person(whose) and whose.principal is None
    if alone and nominal.kind in ("body", "institution") and home(walk, sentence):
        return None
    return principal_of(whose)


def _speaker_of_clause(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The body whose words the phrase is the subject of ("Halden said that its directors were reviewing it")."""
    if not _OPENS.search(walk.scene.text[max(0, nominal.span.start - _BACK) : nominal.span.start]):
        return None
    sources = {source for source in walk.sayings.around(nominal.span) if not source.touches(nominal.span)}
    bodies = {p for m in walk.mentions for s in sources if m.span.touches(s) for p in m.parties if is_body(p)}
    return principal_of(next(iter(bodies))) if len(bodies) == 1 else None


def _acts_for_somebody(party: PartyRef) -> bool:
    return is_person(party) and (party.anonymity == "named" or party.principal is not None)
