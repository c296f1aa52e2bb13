"""Whom a pronoun means by rule: by what kind of word it is and who was named just before."""

from __future__ import annotations

import re

from rejoinder.annotate.candidates import PERSONAL
from rejoinder.annotate.scene import Walk, goes_on, is_body
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span

IT = frozenset(["it", "its"])
THEY = frozenset(["they", "them", "their", "theirs"])
_RELATIVE = frozenset(["who", "which", "whose"])
_TWO = 2
_AND = re.compile(r",?\s(?:and|as well as)\s(?:the\s)?")
_LEAD, _BEFORE = 4, 8
"""Characters before the first of two with whom a sentence begins ("The "); mentions in which both are sought."""


def ruled(walk: Walk, sentence: int, span: Span, word: str) -> tuple[PartyRef | None, ...]:
    """Whom a pronoun means by rule."""
    if word in _RELATIVE:
        before = next((m for m in reversed(walk.mentions) if m.span.end <= span.start), None)
        return before.parties if before and span.start - before.span.end <= 3 else ()
    if word in PERSONAL:
        fits = lambda p: goes_on(walk, word, p)  # noqa: E731
        return (walk.focus.last(fits, sentence) or walk.focus.nearest(fits),)
    if word in IT:
        return (walk.focus.last(is_body, sentence),)
    if word in THEY:
        return (
            _both_just_named(walk, sentence, span)
            or _joined(walk, sentence, span)
            or (walk.focus.last(lambda p: is_body(p) or p.anonymity == "unnamed", sentence, 2),)
        )
    return walk.scene.main if len(walk.scene.main) == 2 else ()


def _joined(walk: Walk, sentence: int, span: Span) -> tuple[PartyRef, ...]:
    """The two with whom the sentence begins, joined by "and", where nobody else is named before "they"."""
    start = walk.scene.sentences[sentence].span.start
    here = [m for m in reversed(walk.mentions[-_BEFORE:]) if start <= m.span.start and m.span.end <= span.start]
    here = [m for m in reversed(here) if m.kind != "place"]
    outer = [m for m in here if not any(o is not m and o.span.holds(m.span) and o.span != m.span for o in here)]
    named = [m for m in outer if m.kind in ("name", "role")]
    if len(named) != _TWO or any(len(m.parties) != 1 for m in named) or named[0].span.start - start > _LEAD:
        return ()
    if not _AND.fullmatch(walk.scene.text, named[0].span.end, named[1].span.start):
        return ()
    return (named[0].parties[0], named[1].parties[0])


def _both_just_named(walk: Walk, sentence: int, span: Span) -> tuple[PartyRef, ...]:
    """Both sides, where "they" go on from "the two countries" or "both sides": named together in the sentence before
    with nobody else since this sentence began, or in this one."""
    here = walk.scene.sentences[sentence].span.start
    floor = walk.scene.sentences[max(0, sentence - 1)].span.start
    for mention in reversed(walk.mentions):
        if mention.span.start < floor or mention.span.end > span.start:
            break
        if mention.kind == "pronoun" and len(mention.parties) > 1:
            return mention.parties
        if mention.span.start >= here and mention.kind != "place":
            break
    return ()
