"""Persons: full names, the office the text gives them, and whom they act for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, PartyRef, Sentence
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_CAPITAL_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ben|de|da|do|dos|del|della|di|du|van|von|der|den|la|le|y|e|ter|zu|af)"
_NAME = re.compile(rf"{_CAPITAL_WORD}(?:\s(?:{_PARTICLE}\s)?{_CAPITAL_WORD}){{0,4}}")
_GOES_ON = re.compile(rf"(?:\s{_PARTICLE}){{0,2}}\s{_CAPITAL_WORD}|(?:-{_CAPITAL_WORD})")
_ALIAS = re.compile(
    r",?\s(?:(?:better|also|widely|usually)\s)?(?:known(?:\sto\s\w+)?\sas|called|alias|a\.k\.a\.|aka|"
    r"whose (?:real name|nom de guerre) is|nom de guerre)\s[\"“‘']?"
)
_OF = re.compile(r"\s(?:of|from|at|for)\s(?:the\s)?")
_LABEL = re.compile(r"([A-Z][A-Z’' -]{1,30}[A-Z])(?:\s\([^)]{1,30}\))?:\s")
_POSSESSIVE = re.compile(r"['’]s?$")
_TOKEN_BEFORE = re.compile(r"([\w.'’&-]+|,)\s*$")
_APPOSITION = re.compile(r",\s+((?:[^,;.“”\"()\n]|(?<=\b[A-Z])\.|(?<=U\.[SKN])\.){3,110})(?=[,;.)\n]|\s[—–-]\s|$)")
_LONGEST_TITLE = 12
_STOPS = word_list("words that end a title")
_DAYS = word_list("days and months")


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


Affiliations = Mapping[Span, PartyRef]
"""Known and local organisation names of the document, by place, as parties."""


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
        elif plain in _STOPS or not (word[:1].isupper() or roles.is_modifier(plain)):
            break
        at = match.start(1)
        start = at
        if _POSSESSIVE.search(word):
            break
    return Span(start=start, end=name.start) if seen_head and start is not None else None


def _apposition_after(text: str, name: Span, ceiling: int, roles: RoleWords) -> Span | None:
    """An apposition that gives an office (", general secretary of the union,"), or None."""
    match = _APPOSITION.match(text, name.end, ceiling)
    if match and any(roles.is_head(w.lower()) for w in re.findall(r"[\w-]+", match.group(1))[:9]):
        return Span(start=match.start(1), end=match.end(1))
    return None


def _within(affiliations: Affiliations, place: Span) -> list[tuple[Span, PartyRef]]:
    return [(s, p) for s, p in affiliations.items() if place.holds(s)]


def _principal_in(affiliations: Affiliations, place: Span) -> tuple[PartyRef | None, Span | None]:
    found = sorted(_within(affiliations, place))
    if not found:
        return None, None
    span, party = found[0]
    return (PartyRef(name=party.principal, type="state") if party.principal else party), span


def _role_words(text: str, title: Span, party: Span | None) -> str:
    words = title.of(text)
    if party and party.end <= title.start + len(words) // 2 + 1 and party.start - title.start < 25:
        words = text[party.end : title.end]
    return re.sub(r"^(?:['’]s?\s+|visiting\s+|the\s+|of\s+)+", "", words.strip(" ,")).strip()


def person_mentions(
    text: str, sentences: Sequence[Sentence], names: Iterable[NameReading], affiliations: Affiliations, roles: RoleWords
) -> tuple[PersonMention, ...]:
    """Every place where a person is named, in text order; a name that is a known party's is none."""
    spans = {*_tagged(text, names, affiliations, roles), *_titled(text, sentences, affiliations, roles)}
    out: list[PersonMention] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        sentence = next((s.span for s in sentences if s.span.holds(span)), None)
        if sentence is not None and not (out and out[-1].span.touches(span)):
            out.append(_mention(text, sentence, span, affiliations, roles))
    return (*out, *_in_capitals(text, sentences, out))


def _in_capitals(text: str, sentences: Sequence[Sentence], known: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Speakers of a transcript: a line that begins with the surname of somebody named, in capitals, and a colon."""
    surnames = {w.upper(): m.name for m in known for w in (m.name.split()[-1], " ".join(m.name.split()[1:]))}
    for sentence in sentences:
        match = _LABEL.match(text, sentence.span.start, sentence.span.end)
        if match and match.group(1) in surnames and not any(m.span.start == match.start() for m in known):
            span = Span(start=match.start(1), end=match.end(1))
            yield PersonMention(span=span, whole=span, name=surnames[match.group(1)], role=None, principal=None)


def _mention(text: str, sentence: Span, span: Span, affiliations: Affiliations, roles: RoleWords) -> PersonMention:
    title = _title_before(text, span, sentence.start, roles)
    apposition = _apposition_after(text, span, sentence.end, roles)
    principal, role, start = None, None, span.start
    if title:
        start = title.start
        principal, party = _principal_in(affiliations, title)
        role = _role_words(text, title, party)
        principal = principal or roles.principal_of(role)
    if apposition:
        later, party = _principal_in(affiliations, apposition)
        principal = principal or later
        role = role or _role_words(text, apposition, None)
    if principal is None and (of := _OF.match(text, span.end)):
        principal = next((p for s, p in affiliations.items() if s.start == of.end() and p.type != "state"), None)
    return PersonMention(
        span=span, whole=Span(start=start, end=span.end), name=span.of(text), role=role or None, principal=principal,
        apposition=apposition,
    )  # fmt: skip


def _clean(text: str, span: Span) -> Span | None:
    """A name without a possessive; None where it does not look like one."""
    words = span.of(text)
    words = _POSSESSIVE.sub("", words).rstrip("-")
    if words.lower() in _DAYS:
        return None
    if len(words) < 2 or not words[0].isupper() or any(c.isdigit() or c in "\n,;:" for c in words):
        return None
    return Span(start=span.start, end=span.start + len(words))


def _tagged(text: str, names: Iterable[NameReading], affiliations: Affiliations, roles: RoleWords) -> Iterator[Span]:
    """Names tagged as a person's, made whole: the capital words that go on a name belong to it."""
    for name in names:
        if name.type != "person" or not (span := _clean(text, name.span)):
            continue
        first = text[span.start : span.end].split()[0]
        if roles.is_head(first.lower()) or (roles.is_modifier(first.lower()) and " " in span.of(text)):
            continue
        for rest in _words_after(text, span.end):
            last = rest.group().split()[-1].lower().lstrip("-")
            whole = _clean(text, Span(start=span.start, end=rest.end()))
            if whole is None or roles.is_head(last) or last in _DAYS or any(a.touches(whole) for a in affiliations):
                break
            span = whole
        if not any(a.touches(span) for a in affiliations):
            yield span


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
                if (
                    span
                    and not any(a.touches(span) for a in affiliations)
                    and not roles.is_modifier(words[heads[-1] + 1].lower())
                ):
                    yield span


def aliases(text: str, mentions: Sequence[PersonMention]) -> dict[str, str]:
    """Second names that the text gives a person ("Rodrigo Londono, better known as Timochenko"), to the first."""
    out = {}
    for before, after in pairwise(mentions):
        if _ALIAS.fullmatch(text, before.span.end, after.span.start):
            out[after.name] = before.name
    return out


def people(
    text: str,
    mentions: Sequence[PersonMention],
    near: Mapping[str, Counter[str]],
    named: Counter[PartyRef],
    roles: RoleWords,
) -> dict[str, PartyRef]:
    """From each written name to its person: a surname alone is the full name it ends, the office and principal are those most often
    given. Where no principal is given it is inferred: from the office, else it is the party most often named beside them (`near`: full
    name to counts); `named` are the document's parties with how often each is named.
    """
    full = {m.name for m in mentions if " " in m.name or any(o.name == m.name.upper() for o in mentions)}
    also = aliases(text, mentions)
    chosen = {m.name: _full_name(also.get(m.name, m.name), full) for m in mentions}
    out: dict[str, PartyRef] = {}
    for written, name in sorted(chosen.items()):
        own = [m for m in mentions if chosen[m.name] == name]
        principals = Counter(m.principal.name for m in own if m.principal)
        given = [m.role for m in own if m.role]
        told = min(principals, key=lambda p: (-principals[p], p)) if principals else None
        person = PartyRef(name=name, type="person", principal=told, role=given[0] if given else None)
        if person.principal is None and person.role:
            guess = by_office(person.role, named, roles) or _clearly_most(near.get(name, Counter()))
            person = replace(person, principal=guess, inferred=guess is not None)
        out[written] = person
    return out


def by_office(role: str, named: Counter[PartyRef], roles: RoleWords) -> str | None:
    """For whom somebody acts whose office says for what sort of party ("foreign minister", "rebel commander", "union leader"): the party
    of that sort that the document names most, where it names it clearly more than any other."""
    sort = roles.sort_of(role)
    return _clearly_most(Counter({p.name: n for p, n in named.items() if roles.is_sort(sort, p)})) if sort else None


def _clearly_most(counts: Counter[str]) -> str | None:
    """The name counted twice or more and half as often again as any other."""
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
        return ranked[0][0]
    return None


def _full_name(written: str, full: set[str]) -> str:
    if written.isupper():
        named = sorted(f for f in full if f.upper().endswith(written) and not f.isupper())
        return named[0] if named else written
    if " " in written:
        return written
    longer = sorted((f for f in full if f.split()[-1] == written), key=lambda f: (len(f), f))
    longer = longer or sorted(f for f in full if f.split()[0] == written or written in f.split())
    return longer[0] if longer else written
