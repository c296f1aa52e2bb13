"""What a move is about, in the words of its clause."""

from __future__ import annotations

import re

from rejoinder.extract.surroundings import Surroundings
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_EMPTY = word_list("words without a topic")


def topic_words(text: str, anchor: Span, around: Surroundings) -> tuple[str, ...]:
    """The content words of the clause in lower case and text order, without names of parties and times."""
    taken = [m.span for m in around.mentions(anchor) if m.kind in ("name", "demonym", "pronoun")]
    taken += [t.span for t in around.times(anchor)]
    words = []
    for match in _WORD.finditer(text, anchor.start, anchor.end):
        word = re.sub(r"['’]s?$", "", match.group()).lower()
        place = Span(start=match.start(), end=match.end())
        if word not in _EMPTY and not any(t.touches(place) for t in taken):
            words.append(word)
    return tuple(dict.fromkeys(words))
