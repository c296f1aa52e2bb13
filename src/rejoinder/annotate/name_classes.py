"""What a name of one word is, decided once for a document from all the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.agencies import is_agency
from rejoinder.vocabulary.offices import honorific
from rejoinder.vocabulary.parties import gazetteer
from rejoinder.vocabulary.persons import office_holder
from rejoinder.vocabulary.word_lists import word_list

Class = Literal["person", "organisation", "place", "demonym"]
Weights = dict[Class, float]

_WORD = re.compile(r"[^\W\d_][\w&’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEFORE = re.compile(r"([\w.]+)\s$")
_AFTER = re.compile(r"(?:['’]s?)?\s([\w-]+)(?:\s([\w-]+))?")
_GOES_ON = re.compile(r"\s[A-Z]|\s?&|-\w")
_PARTS = word_list("parts of an organisation")
_LONGER, _TITLED, _HAS_OFFICE, _ARTICLE, _KNOWN, _IN_OFFICE = 1.5, 1.5, 1.5, 0.7, 3.0, 2.0
"""How much each sign counts beside the tagger's own scores, which lie between 0 and 1 a place."""
_SURE = 0.45
_SHORTEST = 3
_SAME_STEM = 4
_CALLED_BY = re.compile(
    r"[\s-](?:administration|government|cabinet|team|camp|regime|presidency|era|years|doctrine|plan|family|ministry|bloc)\b"
)
"""What is called by the name of somebody."""
_WHERE = frozenset(["in", "near", "across", "into", "northern", "southern", "eastern", "western", "central"])


def settled(
    text: str,
    split: Sequence[Sentence],
    names: Sequence[NameReading],
    roles: RoleWords,
    year: int | None = None,
    outlet: str = "",
) -> tuple[NameReading, ...]:
    """The tagger's names, in text order, each name of one word with the class that most speaks for at all its places
    together; an organisation's stands also where the tagger has passed it over. `year` is that of publication,
    `outlet` the name of the paper, which is no person."""
    single = {n.span: word for n in names if (word := _single(text, n))}
    weights = _weights(text, split, names, single, roles)
    for word, found in weights.items():
        if office_holder(word, year):
            found["person"] += _IN_OFFICE
    classes = {word: max(sorted(found), key=lambda c: found[c]) for word, found in weights.items()}
    out = [_as(n, _other_class(text, n, outlet) or classes.get(single.get(n.span, ""))) for n in names]
    sure = {
        word
        for word, found in weights.items()
        if classes[word] == "organisation" and len(word) >= _SHORTEST and found["organisation"] >= _SURE
    }
    taken = Places((n.span, n) for n in names)
    out += [
        NameReading(span=span, type="organisation", score=_SURE)
        for word, span in _places(text, split, sure)
        if not taken.touching(span)
    ]
    surnames = {w for n in names if n.type == "person" and (w := _surname(text, n))} - set(classes)
    surnames |= {w for w, found in weights.items() if classes[w] == "person" and found["person"] >= _SURE}
    out += [
        NameReading(span=span, type="person", score=_SURE)
        for word, span in _places(text, split, {w for w in surnames if len(w) > _SHORTEST})
        if not taken.touching(span) and not _CALLED_BY.match(text, span.end)
    ]
    return tuple(sorted(out, key=lambda n: n.span))


def _other_class(text: str, name: NameReading, outlet: str) -> Class | None:
    """What a name is whatever it is elsewhere: an agency, the paper itself, or what is called by somebody's name."""
    words = _POSSESSIVE.sub("", name.span.of(text))
    agency = is_agency(words) is not None or (" " in words and f" {words} " in f" {outlet} ")
    called_by = " " not in name.span.of(text) and _CALLED_BY.match(text, name.span.end) is not None
    return "organisation" if agency or (called_by and name.type in ("person", "organisation")) else None


def _surname(text: str, name: NameReading) -> str | None:
    """The last word of a full name."""
    words = _POSSESSIVE.sub("", name.span.of(text)).split()
    return words[-1] if len(words) > 1 and words[-1][0].isupper() and _WORD.fullmatch(words[-1]) else None


def _single(text: str, name: NameReading) -> str | None:
    """The word of a name of one word, without a possessive; None for longer names and for demonyms."""
    word = _POSSESSIVE.sub("", name.span.of(text))
    plain = name.type != "demonym" and _WORD.fullmatch(word) and word[0].isupper()
    return word if plain else None


def _as(name: NameReading, decided: Class | None) -> NameReading:
    if decided is None or decided == name.type:
        return name
    return NameReading(span=name.span, type=decided, score=max(name.score, _SURE))


def _places(text: str, split: Sequence[Sentence], words: set[str]) -> Iterator[tuple[str, Span]]:
    """Where these words stand, in capitals too."""
    shouted = {word.upper(): word for word in sorted(words) if len(word) > _SHORTEST}
    for sentence in split if words else ():
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            written = _POSSESSIVE.sub("", match.group())
            word = shouted.get(written, written)
            if word in words:
                yield word, Span(start=match.start(), end=match.start() + len(written))


def _weights(
    text: str, split: Sequence[Sentence], names: Sequence[NameReading], single: Mapping[Span, str], roles: RoleWords
) -> dict[str, Weights]:
    """How much speaks for each class of each word: the tagger's scores, the longer names that it is a part of, and what
    stands beside it."""
    out: dict[str, Weights] = {word: defaultdict(float) for word in single.values()}
    for word, found in out.items():
        if any(form.relation != "generic" and not form.ambiguous for form in gazetteer().find(word)):
            found["place"] += _KNOWN
        if is_agency(word):
            found["organisation"] += _KNOWN
    for name in names:
        if (own := single.get(name.span)) is not None:
            out[own][name.type] += name.score
        for part, class_ in _parts(text, name, out):
            out[part][class_] += _LONGER
    for word, span in _places(text, split, set(out)):
        sign, weight = _beside(text, span, roles)
        if sign == "body":
            sign = "place" if out[word]["place"] > out[word]["organisation"] else "organisation"
        if sign:
            out[word][sign] += weight
    return out


def _parts(text: str, name: NameReading, words: Collection[str]) -> Iterator[tuple[str, Class]]:
    """Which of the words a longer name is taken up by (a person's last, an organisation's first), or a demonym is
    made of."""
    if name.type == "demonym":
        adjective = name.span.of(text)
        yield from ((w, "place") for w in sorted(words) if len(w) > _SAME_STEM and adjective.startswith(w[:-1]))
    capitals = [w for w in name.span.of(text).split() if w[0].isupper()]
    if len(capitals) > 1 and name.type in ("person", "organisation"):
        part = _POSSESSIVE.sub("", capitals[-1] if name.type == "person" else capitals[0])
        if part in words:
            yield part, name.type


def _beside(text: str, span: Span, roles: RoleWords) -> tuple[Class | Literal["body"] | None, float]:
    """What the words around a name say: a title before it makes a person, an office or a board after it a body that has
    one."""
    before = _BEFORE.search(text, max(0, span.start - 30), span.start)
    if before:
        word = before.group(1).rstrip(".").lower()
        if honorific(word) or (before.group(1)[0].isupper() and roles.is_head(word)):
            return "person", _TITLED
        if word in _WHERE:
            return "place", _ARTICLE
    after = _AFTER.match(text, span.end)
    if after and not _GOES_ON.match(text, span.end):
        words = [w.lower() for w in after.groups() if w]
        if words[0] in _PARTS or (
            any(roles.is_head(w) or roles.kind(w) == "person" for w in words[:2]) and _led(words, roles)
        ):
            return "body", _HAS_OFFICE
    if before and before.group(1) in ("the", "The"):
        return "body", _ARTICLE
    return None, 0.0


def _led(words: Sequence[str], roles: RoleWords) -> bool:
    """Whether the words begin an office: its noun at once, or behind one that may modify it ("chief executive")."""
    first = words[0]
    return roles.is_head(first) or roles.kind(first) == "person" or roles.is_modifier(first)
