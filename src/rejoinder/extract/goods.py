"""On whom a measure falls whose words say only on what."""

from __future__ import annotations

import re

from rejoinder.extract.clauses import Clause
from rejoinder.extract.speakers import PartiesAt
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_GOODS = word_list("things that measures fall on")
_NEXT = re.compile(r"(?:['’]s?)?\s([\w-]+)(?:\s([\w-]+))?")
_ENDS = re.compile(r"[,;:](?!\d)|\s(?:while|which|after|before|because|but)\s")
_FURTHEST = 120


def hit(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Whose goods or firms the words behind a measure name first ("duties on 60 billion dollars of Malian cotton")."""
    start = clause.act.trigger.start
    ends = _ENDS.search(text, clause.act.trigger.end, min(clause.sentence.end, clause.act.trigger.end + _FURTHEST))
    end = ends.start() if ends else min(clause.sentence.end, clause.act.trigger.end + _FURTHEST)
    for mention in parties.outermost(Span(start=start, end=end)):
        words = _NEXT.match(text, mention.span.end, end)
        last = mention.span.of(text).rpartition(" ")[2].lower()
        if last in _GOODS or (words and any(word and word.lower() in _GOODS for word in words.groups())):
            return mention.parties
    return ()
