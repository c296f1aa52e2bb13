"""Which parties the words at a place stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.types.annotation import Annotation, Mention, PartyRef
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering
from rejoinder.vocabulary.parties import type_of
from rejoinder.vocabulary.word_lists import word_list

_LEAD = re.compile(r"(?:the|a|an|its|his|her|their|our)\s+", re.IGNORECASE)
FROM_WHOM = re.compile(
    r"(?:(?:\s+(?!and\b|but\b|that\b)\w+){0,3}|\s+to(?:\s+(?:the|and|[A-Z][\w.]*)){1,6}(?=\s+by\b))"
    r"\s+(?P<how>from|by)\s+(?:the\s+)?(?=\S)"
)
"""What stands between an act and who gives it ("no answer yet from", "submitted to the US and NATO by")."""
_FAR = re.compile(
    r"(?:\s(?!(?:and|but|that|who|which|when|while|after|before|because|if|by|from)\b)[\w$%’'.-]+){3,8}?"
    r"\s(?P<before>[\w$%’'.-]+)(?<!ed)(?<!en)\s(?P<how>by|from)\s(?:the\s)?(?=\S)"
)
"""The same further on, of what is done or received; after another participle it is who did that."""
_TAKEN = re.compile(r"\b(?:receiv(?:e|es|ed|ing)|got|gotten|gets?)$", re.IGNORECASE)
_PAST = word_list("past forms without -ed")
_AND = re.compile(r"(?:,|,?\sand)\s(?:the\s|by\s(?:the\s)?)?")
_ENDS = re.compile(r"\s*(?:[.,;:)\n—–-]|and\b|in\b|on\b|at\b|for\b|to\b|of\b|as\b|with\b|during\b|last\b|$)")
"""What may follow the last of several by whom it is done; a verb begins a clause of its own."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_LEANING = word_list("words that lean on the next")
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNER = re.compile(r"['’]s?(?:\s(?!and\b|or\b)[^\s,;:]+){0,4}\s")
"""What stands between the name of an owner and that of the one whom the phrase means."""
_SOMEBODY_WITH = re.compile(r"(?i:an?|one|the|another)\s(?:[a-z-]+\s|[A-Z]\w+\s){1,5}(?:for|to|with)\s(?:the\s)?")
"""What stands before the name of one for whom, or with whom, somebody unnamed is ("a source close to")."""
FIRST_PERSON = re.compile(r"\b(?!(?-i:US\b))(?:we|our|us|ours|i|my|me|our side|this side)\b", re.IGNORECASE)
_MOST = 0.5
_RANK = {"name": 3, "role": 2, "demonym": 1, "pronoun": 1, "place": 0}


def from_whom(text: str, at: int, ceiling: int) -> re.Match[str] | None:
    """What stands between an act and who gives or does it, as far as its "from" or "by" (`how`)."""
    near, far = FROM_WHOM.match(text, at, ceiling), _FAR.match(text, at, ceiling)
    if near or far is None or far["before"].lower() in _PAST:
        return near
    return far if far["how"] == "by" or _TAKEN.search(text, max(0, at - 10), at) else None


class PartiesAt:
    """Looks parties up by place in one annotated text."""

    def __init__(self, text: str, annotation: Annotation) -> None:
        self._text = text
        self._mentions = annotation.mentions
        self._starts = [m.span.start for m in annotation.mentions]

    def _near(self, span: Span) -> list[Mention]:
        first = bisect_left(self._starts, span.start - 160)
        last = bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.touches(span)]

    def _core(self, mention: Mention) -> Span:
        """The words of a mention without an article or a possessive before them."""
        lead = _LEAD.match(self._text, mention.span.start, mention.span.end)
        return Span(start=lead.end(), end=mention.span.end) if lead else mention.span

    def after(self, text: str, at: int, ceiling: int) -> tuple[PartyRef, ...]:
        """The parties named right after "from" or "by" within a few words of `at` ("no answer from Kyiv", "refused by
        the board and the union")."""
        match = from_whom(text, at, ceiling)
        named = self._named_at(match.end()) if match else None
        if named is None:
            return ()
        out, end = list(named.parties), named.span.end
        while joined := _AND.match(text, end, ceiling):
            other = self._named_at(joined.end())
            if other is None or not _ENDS.match(text, other.span.end, ceiling):
                break
            out += other.parties
            end = other.span.end
        return tuple(dict.fromkeys(out))

    def _named_at(self, at: int) -> Mention | None:
        """The longest mention that begins about there, other than of a place or by an adjective."""
        first, last = bisect_left(self._starts, at - 4), bisect_right(self._starts, at + 1)
        found = [m for m in self._mentions[first:last] if m.kind not in ("demonym", "place")]
        return max(found, key=lambda m: m.span.end, default=None)

    def with_whole_names(self, span: Span) -> Span:
        """The span with the rest of a name that begins before it or ends after it."""
        cut = [m.span for m in self._near(span) if m.kind == "name" and not span.holds(m.span)]
        return covering((span, *(c for c in cut if not c.holds(span))))

    def outermost(self, span: Span) -> list[Mention]:
        """The mentions that lie in `span` (all but an eighth of them), none inside another, in text order."""
        inside = [m for m in self._near(span) if _share(self._core(m), span) >= 0.87]
        if len(inside) < 2:
            return inside
        places = Places((m.span, m.span) for m in inside)
        return [m for m in inside if all(other == m.span for other in places.around(m.span))]

    def at(self, span: Span) -> tuple[PartyRef, ...]:
        """The parties that the words at `span` stand for: those in it, all where they are joined ("X and Y"), else
        the one around it.

        Words that only qualify ("Russian" in "the Russian diplomat") count only where there is nothing else; a place
        that is the lesser part of the words ("rebels in northern Lurland") does not.
        """
        inside = self.outermost(span)
        if inside and all(m.kind == "place" for m in inside) and _share(span, _covering(inside)) < _MOST:
            return ()
        if inside:
            best = max(_rank(m) for m in inside)
            chosen = [m for m in inside if _rank(m) == best or (m.kind == "demonym" and best == 1)]
            chosen = [m for n, m in enumerate(chosen) if not self._owns(m, chosen[n + 1 : n + 2])]
            return tuple(dict.fromkeys(p for m in chosen for p in m.parties))
        around = [
            m
            for m in self._near(span)
            if m.span.holds(span) or _share(span, m.span) >= 0.3 or _share(m.span, span) >= 0.5
        ]
        if not around:
            return ()
        return min(around, key=lambda m: (m.span.end - m.span.start, m.span)).parties

    def _owns(self, mention: Mention, following: Sequence[Mention]) -> bool:
        """Whether it only says whose the one is that follows ("Markou's colleague Ivo Petrak")."""
        words = mention.span.of(self._text)
        end = mention.span.start + len(_POSSESSIVE.sub("", words))
        return any(_OWNER.fullmatch(self._text, end, other.span.start) is not None for other in following)

    def _served(self, person: Mention, span: Span, around: Sequence[Mention]) -> bool:
        """Whether the words at `span` mean somebody unnamed who only speaks for a named person, or is with them ("a
        source close to Ana Vega", "Ana Vega's spokesman")."""
        if _SOMEBODY_WITH.fullmatch(self._text, span.start, max(span.start, person.span.start)):
            return True
        return any(
            other.span.holds(person.span) and other.span.end > person.span.end and _nobody_named(other)
            for other in around
        )

    def source(self, span: Span) -> tuple[PartyRef, ...]:
        """The parties at a statement's source: the whole phrase around the words counts, so that a name's title does
        not hide it."""
        around = [m for m in self._near(span) if m.kind in ("name", "role") and _share(m.span, span) >= 0.5]
        people = [m for m in around if any(p.type == "person" and p.anonymity == "named" for p in m.parties)]
        served = [m for m in people if m.kind == "name" and self._served(m, span, around)]
        if served:
            return (described(self._text, span, served[0].parties),)
        joined = [
            m for m in around if not any(o is not m and o.span.holds(m.span) and o.span != m.span for o in around)
        ]
        if len(people) == 1:
            return people[0].parties
        if len(joined) == 1:
            return joined[0].parties
        return _speaking(self.at(span))


def _nobody_named(mention: Mention) -> bool:
    return all(p.type == "person" and p.anonymity != "named" for p in mention.parties)


def _speaking(parties: tuple[PartyRef, ...]) -> tuple[PartyRef, ...]:
    """Without those for whom an unnamed one among them speaks: "three officials of the Halden ministry"."""
    served = {p.principal for p in parties if p.anonymity == "unnamed"}
    return tuple(p for p in parties if p.name not in served)


def _covering(mentions: Sequence[Mention]) -> Span:
    """The shortest span that holds all of these mentions (at least one)."""
    return covering(tuple(m.span for m in mentions))


def _share(part: Span, whole: Span) -> float:
    inter = min(part.end, whole.end) - max(part.start, whole.start)
    return max(0, inter) / max(1, part.end - part.start)


def _rank(mention: Mention) -> int:
    return _RANK[mention.kind]


def described(text: str, span: Span, parties: Sequence[PartyRef]) -> PartyRef:
    """An unnamed speaker by the words of the source, acting for whom those words name; what is cut off in the middle of
    a phrase ("an official who attended the") goes without it."""
    words = _whole(_POSSESSIVE.sub("", " ".join(_ARTICLE.sub("", span.of(text)).split())))
    principal = next((p.principal or (p.name if p.type in ("state", "organisation") else None) for p in parties), None)
    return PartyRef(name=words or "unspecified", type="group", principal=principal, anonymity="unnamed")


def _whole(words: str) -> str:
    kept = words.split()
    if not kept or kept[-1].lower() not in _LEANING:
        return words
    relative = next((n for n, word in enumerate(kept) if n and word.lower().strip(",") in _RELATIVE), len(kept))
    kept = kept[:relative]
    while kept and kept[-1].lower() in _LEANING:
        kept.pop()
    return " ".join(kept).rstrip(",")


def principals(parties: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """The parties on whose behalf these act, each once, in order; an unnamed one without principal stays itself."""
    out = []
    for party in parties:
        if party.inferred:
            out.append(replace(party, role=None))
        elif party.principal:
            out.append(PartyRef(name=party.principal, type=type_of(party.principal)))
        else:
            out.append(PartyRef(name=party.name, type=party.type, anonymity=party.anonymity))
    return tuple(dict.fromkeys(out))
