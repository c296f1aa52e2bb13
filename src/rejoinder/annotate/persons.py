"""Persons: full names, the office the text gives them, and whom they act for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, PartyRef, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.offices import honorific, office
from rejoinder.vocabulary.word_lists import word_list

_CAPITAL_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ben|de|da|do|dos|del|della|di|du|van|von|der|den|la|le|y|e|ter|zu|af)"
_NAME = re.compile(rf"{_CAPITAL_WORD}(?:\s(?:{_PARTICLE}\s)?{_CAPITAL_WORD}){{0,4}}")
_GOES_ON = re.compile(rf"(?:\s{_PARTICLE}){{0,2}}\s{_CAPITAL_WORD}|(?:-{_CAPITAL_WORD})")
_OF = re.compile(r"\s(?:of|from|at|for)\s(?:the\s)?")
_LABEL = re.compile(r"([A-Z][A-Z’' -]{1,30}[A-Z])(?:\s\([^)]{1,30}\))?:\s")
_POSSESSIVE_BEFORE = re.compile(r"(?:['’]s|(?<=s)['’])\s$")
_POSSESSIVE = re.compile(r"['’]s?$")
_TOKEN_BEFORE = re.compile(r"([\w.'’&-]+|,)\s*$")
_APPOSITION = re.compile(r",\s+((?:[^,;.“”\"()\n]|(?<=\b[A-Z])\.|(?<=U\.[SKN])\.){3,110})(?=[,;.)\n]|\s[—–-]\s|$)")
_WORD = re.compile(r"[\w-]+")
_FIELD = re.compile(r"\b(?:for|on)\s(?:the\s)?$")
_OFFICE_OF = re.compile(r"\b([\w-]+) of $")
_ADDRESS = re.compile(r"\s+(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Sheikh)\.?$")
_WORDS_TO_OFFICE = 9
_LONGEST_TITLE = 12
_STOPS = word_list("words that end a title")
_DAYS = word_list("days and months")
_ENDS_TITLE = _STOPS | _DAYS | {"the", "a", "an"}
_RELATIVE = re.compile(r"(?:who|whom|whose|which|when|where|while|after|before)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One place where a person is named: `span` the name, `whole` with the title before it, `role` the words of the
    office, `principal` whom the title or apposition says they act for (None: it does not say), `apposition` the words
    after the name that give an office."""

    span: Span
    whole: Span
    name: str
    role: str | None
    principal: PartyRef | None
    apposition: Span | None = None


class Affiliations:
    """Known and local organisation names of a document, by place, as parties."""

    def __init__(self, parties: Mapping[Span, PartyRef]) -> None:
        self._places = Places((span, (span, party)) for span, party in parties.items())
        self._starts = {span.start: party for span, party in parties.items()}
        self._ends = {span.end: party for span, party in parties.items()}

    def within(self, place: Span) -> Sequence[tuple[Span, PartyRef]]:
        """The names in `place`, in text order."""
        return self._places.within(place)

    def touch(self, place: Span) -> bool:
        """Whether a name shares a character with `place`."""
        return bool(self._places.touching(place))

    def beginning(self, at: int) -> PartyRef | None:
        """The party whose name begins there."""
        return self._starts.get(at)

    def ending(self, at: int) -> PartyRef | None:
        """The party whose name ends there, its possessive left out or not."""
        return self._ends.get(at) or self._ends.get(at + 2) or self._ends.get(at + 1)


def _title_before(text: str, name: Span, floor: int, roles: RoleWords) -> Span | None:
    """The words of a title directly before a name ("Russian Deputy Foreign Minister"), or None."""
    at, start, seen_head = name.start, None, False
    for _ in range(_LONGEST_TITLE):
        match = _TOKEN_BEFORE.search(text, max(floor, at - 40), at)
        if match and match.group(1) == "," and at == name.start:
            # "the rebel commander, Rodrigo Londono": a title may end in a comma
            match = _TOKEN_BEFORE.search(text, max(floor, at - 40), match.start(1))
            if match and not roles.is_head(match.group(1).lower()):
                break
        if not match or match.group(1) == ",":
            break
        word = match.group(1)
        plain = _POSSESSIVE.sub("", word).lower()
        if roles.is_head(plain):
            seen_head = True
        elif plain in _ENDS_TITLE or not (word[:1].isupper() or roles.is_modifier(plain)):
            break
        at = match.start(1)
        start = at
        if _POSSESSIVE.search(word):
            break
    return Span(start=start, end=name.start) if seen_head and start is not None else None


def _apposition_after(text: str, name: Span, ceiling: int, roles: RoleWords) -> Span | None:
    """An apposition that gives an office (", general secretary of the union,"), or None."""
    match = _APPOSITION.match(text, name.end, ceiling)
    if match is None or _RELATIVE.match(match.group(1)):
        return None
    words = _WORD.findall(match.group(1))[:_WORDS_TO_OFFICE]
    heads = [n for n, w in enumerate(words) if roles.is_head(w.lower())]
    if not heads or (words[heads[0]][0].isupper() and _is_titled_name(words, heads, roles)):
        return None
    return Span(start=match.start(1), end=match.end(1))


def _is_titled_name(words: Sequence[str], heads: Sequence[int], roles: RoleWords) -> bool:
    """Whether the words are the next one in a list of names: a title in capitals with a name behind it."""
    last = heads[0]
    while last + 1 in heads:
        last += 1
    behind = words[last + 1 : last + 2]
    return bool(behind) and behind[0][0].isupper() and not roles.is_modifier(behind[0].lower())


def _acting(party: PartyRef) -> PartyRef:
    return PartyRef(name=party.principal, type="state") if party.principal else party


def _principal_in(text: str, affiliations: Affiliations, place: Span) -> tuple[PartyRef | None, Span | None]:
    """Whom a title names, and where; what it is for ("for European affairs") is not whom its holder acts for."""
    named = affiliations.within(place)
    found = [n for n in named if not _FIELD.search(text, place.start, n[0].start)] or named
    if not found:
        return None, None
    span, party = found[0]
    return _acting(party), span


def _role_words(text: str, title: Span, party: Span | None) -> str:
    words = title.of(text)
    if party and party.end <= title.start + len(words) // 2 + 1 and party.start - title.start < 25:
        words = text[party.end : title.end]
    words = re.sub(r"^(?:['’]s?\s+|visiting\s+|the\s+|of\s+)+", "", words.strip(" ,")).strip()
    return _ADDRESS.sub("", words)


def person_mentions(
    text: str,
    sentences: Sequence[Sentence],
    names: Iterable[NameReading],
    affiliations: Mapping[Span, PartyRef],
    roles: RoleWords,
) -> tuple[PersonMention, ...]:
    """Every place where a person is named, in text order; a name that is a known party's (`affiliations`) is none."""
    by_place = Affiliations(affiliations)
    places = Places((s.span, s.span) for s in sentences)
    spans = {*_tagged(text, names, by_place, roles), *_titled(text, sentences, by_place, roles)}
    out: list[PersonMention] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        sentence = next(iter(places.around(span)), None)
        if sentence is not None and not (out and out[-1].span.touches(span)):
            out.append(_mention(text, sentence, span, by_place, roles))
    return (*out, *_in_capitals(text, sentences, out))


def _in_capitals(text: str, sentences: Sequence[Sentence], known: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Speakers of a transcript: a line that begins with the surname of somebody named, in capitals, and a colon."""
    surnames = {w.upper(): m.name for m in known for w in (m.name.split()[-1], " ".join(m.name.split()[1:]), m.name)}
    taken = {m.span.start for m in known}
    for sentence in sentences:
        match = _LABEL.match(text, sentence.span.start, sentence.span.end)
        if match and match.group(1) in surnames and match.start() not in taken:
            span = Span(start=match.start(1), end=match.end(1))
            yield PersonMention(span=span, whole=span, name=surnames[match.group(1)], role=None, principal=None)


def _mention(text: str, sentence: Span, span: Span, affiliations: Affiliations, roles: RoleWords) -> PersonMention:
    title = _title_before(text, span, sentence.start, roles)
    apposition = _apposition_after(text, span, sentence.end, roles)
    principal, role, start = None, None, span.start
    if title:
        start = title.start
        principal, party = _principal_in(text, affiliations, title)
        role = _role_words(text, title, party)
        principal = principal or roles.principal_of(role)
    if apposition:
        later, party = _principal_in(text, affiliations, apposition)
        principal = principal or later
        role = role or _role_words(text, apposition, None)
    principal = principal or _beside(text, span, affiliations)
    return PersonMention(
        span=span, whole=Span(start=start, end=span.end), name=span.of(text), role=role or None, principal=principal,
        apposition=apposition,
    )  # fmt: skip


def _beside(text: str, name: Span, affiliations: Affiliations) -> PartyRef | None:
    """Whom a possessive right before a name or an "of" right after it gives ("Chile’s X", "X of Chile")."""
    lead = _POSSESSIVE_BEFORE.search(text, max(0, name.start - 4), name.start)
    before = affiliations.ending(lead.start()) if lead else None
    if before is not None:
        return _acting(before)
    of = _OF.match(text, name.end)
    after = affiliations.beginning(of.end()) if of else None
    if of is None or after is None:
        return None
    return None if after.type == "state" and not of.group().startswith(" of") else after


def _clean(text: str, span: Span) -> Span | None:
    """A name without a possessive; None where it does not look like one."""
    words = span.of(text)
    words = _POSSESSIVE.sub("", words).rstrip("-")
    if words.lower() in _DAYS or honorific(words):
        return None
    if len(words) < 2 or not words[0].isupper() or any(c.isdigit() or c in "\n,;:" for c in words):
        return None
    return Span(start=span.start, end=span.start + len(words))


def _tagged(text: str, names: Iterable[NameReading], affiliations: Affiliations, roles: RoleWords) -> Iterator[Span]:
    """Names tagged as a person's, made whole: the capital words that go on a name belong to it."""
    for name in names:
        if name.type != "person" or not (span := _clean(text, name.span)):
            continue
        if (rest := _without_office(text, span)) is None:
            continue
        span = rest
        first = text[span.start : span.end].split()[0]
        if roles.is_head(first.lower()) or (roles.is_modifier(first.lower()) and " " in span.of(text)):
            continue
        for word in _words_after(text, span.end):
            last = word.group().split()[-1].lower().lstrip("-")
            whole = _clean(text, Span(start=span.start, end=word.end()))
            if whole is None or roles.is_head(last) or last in _DAYS or affiliations.touch(whole):
                break
            span = whole
        if not affiliations.touch(span):
            yield span


def _without_office(text: str, span: Span) -> Span | None:
    """A name without the end of an office that was taken for its first word ("State Olga Renn" behind "Secretary
    of"); None where it is nothing but that."""
    first, _, rest = span.of(text).partition(" ")
    before = _OFFICE_OF.search(text, max(0, span.start - _WORDS_TO_OFFICE * 4), span.start)
    if before is None or office(f"{before.group(1)} of {first}".lower()) is None:
        return span
    return Span(start=span.end - len(rest), end=span.end) if rest else None


def _words_after(text: str, at: int) -> Iterator[re.Match[str]]:
    """The capital words that follow, one by one, particles and hyphens with them; at most three."""
    for _ in range(3):
        match = _GOES_ON.match(text, at)
        if match is None:
            return
        yield match
        at = match.end()


def _titled(text: str, sentences: Sequence[Sentence], affiliations: Affiliations, roles: RoleWords) -> Iterator[Span]:
    """Names that follow a title, tagged or not."""
    for sentence in sentences:
        for match in _NAME.finditer(text, sentence.span.start, sentence.span.end):
            words = match.group().split()
            heads = [i for i, w in enumerate(words) if roles.is_head(_POSSESSIVE.sub("", w).lower())]
            if heads and heads[-1] + 1 < len(words):
                start = match.start() + match.group().rindex(words[heads[-1] + 1])
                span = _clean(text, Span(start=start, end=match.end()))
                if span and not affiliations.touch(span) and not roles.is_modifier(words[heads[-1] + 1].lower()):
                    yield span
