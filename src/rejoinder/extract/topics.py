"""What a move is about, in the words of its clause."""

from __future__ import annotations

import re

from rejoinder.types.annotation import Annotation
from rejoinder.types.span import Span

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_EMPTY = frozenset(
    "the and that this these those with from into onto over under about after before again against all also any are was were been being both but can could "
    "did does doing done down during each few for further had has have having her here hers him his how its itself just may might more most must not now off "
    "once only other our ours out own same shall she should some such than their theirs them then there they through too until very want wants what when "
    "where which while who whom why will would you your said say says saying told tell tells adding added according statement reporters yesterday today "
    "tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "week month year day days weeks months years first second one two three four five ahead because between toward towards upon whether yet still even "
    "make makes made making take takes took taken give gives gave given put puts set get gets got let lets new last next late early".split()
)


def topic_words(text: str, anchor: Span, annotation: Annotation) -> tuple[str, ...]:
    """The content words of the clause in lower case and text order, without names of parties and times."""
    taken = [m.span for m in annotation.mentions if m.kind in ("name", "demonym", "pronoun") and anchor.touches(m.span)]
    taken += [t.span for t in annotation.times if anchor.touches(t.span)]
    words = []
    for match in _WORD.finditer(text, anchor.start, anchor.end):
        word = re.sub(r"['’]s?$", "", match.group()).lower()
        place = Span(start=match.start(), end=match.end())
        if word not in _EMPTY and not any(t.touches(place) for t in taken):
            words.append(word)
    return tuple(dict.fromkeys(words))
