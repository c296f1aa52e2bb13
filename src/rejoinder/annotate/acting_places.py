"""What the tagger takes for a place, the vocabulary does not know, and acts: "Lurland offered talks", "the Lurlandish
minister"; a state where the text says so, an organisation where nothing speaks of it as of a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rejoinder.annotate.scene import KnownMention
from rejoinder.types.annotation import NameReading, PartyRef, Reading, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_LEAD = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_END = re.compile(r"['’]s?$")
_SAME_STEM = 4
_OF_A_STATE = r"(?:government|minister|president|premier|embassy|ambassador|parliament|army|troops|cabinet|border)\b"
_STATE = r"(?:republic|kingdom|sultanate|state|emirate|federation|government|union|people)"
_WHERE = "in|near|outside|around|across|through|into|towards|off|north of|south of|east of|west of|city of|town of"
_SURE = 0.9
"""What the tagger's scores of a place must come to over all its places."""
_LIKELY = 0.8
"""What its scores of a place or an organisation must come to."""


def acting_places(
    text: str, split: Sequence[Sentence], reading: Reading, names: Sequence[KnownMention]
) -> list[KnownMention]:
    """Every place of the names of places, and of demonyms made of them, that are no known name (`names`) and that the
    tagger somewhere reads as an actor, a recipient or a source; in text order."""
    taken = Places((n.span, n) for n in names)
    people = Places((n.span, n) for n in reading.names if n.type == "person")
    unknown = [n for n in reading.names if n.type != "person" and not taken.touching(n.span)]
    acting = {_core(text, span) for span in _parties(reading)}
    of_place: dict[str, float] = defaultdict(float)
    sure: dict[str, float] = defaultdict(float)
    for name in unknown:
        if name.type != "demonym":
            of_place[_core(text, name.span)] += name.score if name.type == "place" else 0.0
            sure[_core(text, name.span)] += name.score
    named = {w for w in acting if of_place[w] and sure[w] >= _LIKELY and w[:1].isupper()}
    words = {w for w in named if of_place[w] >= _SURE and _has_a_state(text, w)}
    parties = {w: PartyRef(name=w, type="state") for w in words}
    parties |= {w: PartyRef(name=w, type="organisation") for w in named - words if not _lies_somewhere(text, w)}
    out = [
        KnownMention(span=span, party=party, demonym=False, rule="reference.acting-place")
        for word, party in sorted(parties.items())
        for span in _occurrences(text, split, word)
        if not taken.touching(span) and not any(p.span != span for p in people.around(span))
    ]
    return sorted([*out, *_demonyms(text, unknown, words)], key=lambda n: n.span)


def _parties(reading: Reading) -> Iterable[Span]:
    for act in reading.acts:
        yield from (*act.actors, *act.recipients)
    yield from (c.source for c in reading.cues if c.source)


def _has_a_state(text: str, word: str) -> bool:
    """Whether the text says that the place has what states have, or lies somewhere within it."""
    name = re.escape(word)
    return re.search(rf"\b{name}(?:['’]s?)?\s(?:\w+\s)?{_OF_A_STATE}", text) is not None or (
        re.search(rf"\b(?:in|{_STATE} of)\s(?:the\s)?{name}\b", text, re.IGNORECASE) is not None
    )


def _lies_somewhere(text: str, word: str) -> bool:
    """Whether the text speaks of it as of a place that one is in, near or on the way to."""
    return re.search(rf"\b(?:{_WHERE})\s(?:the\s)?{re.escape(word)}\b", text) is not None


def _core(text: str, span: Span) -> str:
    """The words without an article before them and a possessive behind."""
    words = span.of(text)
    lead = _LEAD.match(words)
    return _END.sub("", words[lead.end() if lead else 0 :])


def _occurrences(text: str, split: Sequence[Sentence], word: str) -> Iterable[Span]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for sentence in split:
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
            yield Span(start=match.start(), end=match.end())


def _demonyms(text: str, unknown: Sequence[NameReading], words: set[str]) -> Iterable[KnownMention]:
    """Names tagged as demonyms that begin as one of the places does."""
    for name in unknown:
        if name.type == "demonym":
            adjective = name.span.of(text)
            fits = [w for w in sorted(words) if len(w) > _SAME_STEM and adjective.startswith(w[:-1])]
            if len(fits) == 1:
                party = PartyRef(name=fits[0], type="state")
                yield KnownMention(span=name.span, party=party, demonym=True, rule="reference.acting-place")
