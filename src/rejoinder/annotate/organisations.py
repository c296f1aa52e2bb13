"""Organisations that the article itself brings in: unions, companies, guilds the vocabulary does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, PartyRef, PartyType, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.agencies import is_agency
from rejoinder.vocabulary.outlets import outlet_named
from rejoinder.vocabulary.word_lists import word_list

_ACRONYM = re.compile(r"\b[A-Z][A-Z&-]{1,7}[a-z]?\b")
_INTRODUCED = re.compile(
    r"(?<![\w’'&-])((?:[A-Z][\w’'&-]{0,40}|of|for|and|the|in)"
    r"(?:\s(?:[A-Z][\w’'&-]{0,40}|of|for|and|the|in|on)(?![\w’'&-])){1,9})"
    r"\s\(([A-Z][A-Za-z&-]{1,9})\)"
)
_PROPER = re.compile(
    r"(?<![\w’'&-])(?:[A-Z][\w’'&-]{0,40}\s(?:(?:of|for|and)\s)?){1,5}"
    r"(?:Union|Guild|Federation|League|Association|Alliance|Company|Group|Corporation|Institute|Committee|Party|Front|"
    r"Movement|Bank|Fund|Society|Club|Trust|Foundation|Network|Airlines|Airways|Railways?|Industries|Holdings|"
    r"Brotherhood|Congress|Workers|Drivers|Conference|plc|PLC|Ltd|Inc|Corp)\b"
    r"(?:\sof(?:\sthe)?(?:\s[A-Z][\w’'-]*){1,4})?"
)
"""Proper names that end in what they are; at most five words before it."""
_MEDIUM = re.compile(
    r"\b(?:Radio|Television|TV|News|Times|Herald|Gazette|Tribune|Journal|Daily|Broadcasting|Agency France)\b"
)
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"^[A-Z][A-Z .,'’-]{2,40}[^\n(]{0,40}\(([A-Z][\w .-]{1,30})\)\s?[-–—]", re.MULTILINE)
_ACRONYM_LENGTH = 3
_GOES_ON = re.compile(r"(?: (?:of|for)(?: the)?)? ([A-Z][\w’'&-]*)")
_MOST_WORDS = 4
_SURE_OF_A_WORD = 0.45
_NEWS = re.compile(r"\s(?:news(?:\sagency)?|(?:news\s)?agency)$", re.IGNORECASE)
"""Words that may follow the name of an agency."""
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_NAME = word_list("capitals that name nobody")

_COMMON = word_list("words that are no organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One place where an organisation of the article stands."""

    span: Span
    party: PartyRef


def _clean(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + (4 if words[:4].lower() == "the " else 2 if words[:2] == "A " else 0)
    words = _POSSESSIVE.sub("", text[start : span.end])
    return Span(start=start, end=start + len(words))


def _sure(text: str, name: NameReading) -> bool:
    """Whether the tagger takes it for an organisation, one word only where it is sure."""
    return name.type == "organisation" and (name.score >= _SURE_OF_A_WORD or " " in name.span.of(text))


def _grown(text: str, span: Span, people: Places[NameReading], roles: RoleWords) -> Span:
    """A name with the capital words that follow it ("Guild of Screen" is the Guild of Screen Authors), up to an office
    or a person."""
    for _ in range(_MOST_WORDS):
        match = _GOES_ON.match(text, span.end)
        if match is None or roles.is_head(match.group(1).lower()) or roles.is_modifier(match.group(1).lower()):
            break
        if people.touching(Span(start=match.start(1), end=match.end(1))):
            break
        span = Span(start=span.start, end=match.end(1))
    return span


def _shouted(words: str, spelled: frozenset[str]) -> bool:
    """Whether words in capitals are a headline's: one of them stands in small letters elsewhere."""
    parts = [words, *(word for word in _WORD.findall(words) if len(word) > _ACRONYM_LENGTH)]
    return words.isupper() and any(not spelled.isdisjoint((part.title(), part.lower())) for part in parts)


def _agencies(text: str) -> frozenset[str]:
    """What stands in brackets in a dateline: the agency whose copy it is."""
    return frozenset(match.group(1) for match in _CREDIT.finditer(text))


def _acronyms(text: str) -> dict[str, str]:
    """Acronym to full name, as introduced: "National Union of Rail Workers (NURW)"; the name's capitals must spell
    it."""
    out = {}
    for match in _INTRODUCED.finditer(text):
        words = [w for w in match.group(1).split() if w[0].isupper()]
        letters = [c for c in match.group(2) if c.isupper()]
        if len(letters) < 2 or len(words) < len(letters):
            continue
        tail = words[-len(letters) :]
        if [w[0] for w in tail] == letters:
            full = match.group(1)
            out[match.group(2)] = full[full.rindex(tail[0]) if full.count(tail[0]) == 1 else full.index(tail[0]) :]
    return out


def _spelled(text: str) -> frozenset[str]:
    """The words of a text as they are written."""
    return frozenset(_WORD.findall(text))


def organisations(
    text: str, sentences: Sequence[Sentence], names: Iterable[NameReading], taken: Sequence[Span], roles: RoleWords
) -> tuple[Organisation, ...]:
    """Every place of an organisation or medium that is no known party (`taken`), in text order.

    An acronym is the full name it was introduced with; a name that ends in a ministry or office is left to the role
    phrases.
    """
    acronyms = _acronyms(text)
    names = list(names)
    people = Places((n.span, n) for n in names if n.type == "person")
    surnames = {n.span.of(text).split()[-1] for n in names if n.type == "person" and " " in n.span.of(text)}
    spans = {_clean(text, _grown(text, n.span, people, roles)) for n in names if _sure(text, n)}
    spans |= {
        _clean(text, Span(start=m.start(), end=m.end()))
        for s in sentences
        for m in _PROPER.finditer(text, s.span.start, s.span.end)
    }
    spans |= {
        Span(start=m.start(), end=m.end()) for s in sentences for m in _ACRONYM.finditer(text, s.span.start, s.span.end)
    }
    known = Places((t, t) for t in taken)
    spelled, credited = _spelled(text), _agencies(text)
    out: list[Organisation] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        words = span.of(text)
        if known.touching(span) or (out and out[-1].span.touches(span)) or not _is_name(words, acronyms, roles):
            continue
        if _POSSESSIVE.sub("", words) in surnames or (
            words.isupper() and (_shouted(words, spelled) or text.startswith(":", span.end))
        ):
            continue
        party = _party(words, acronyms)
        out.append(Organisation(span=span, party=replace(party, type="media") if words in credited else party))
    return tuple(out)


def _is_name(words: str, acronyms: Mapping[str, str], roles: RoleWords) -> bool:
    if not words or not words[0].isupper() or "\n" in words or words.upper() in _NO_NAME:
        return False
    if words.split()[-1] in ("of", "for", "and"):
        return False
    if words.endswith(" affairs") and " of " not in words:  # what an office is for: "European and Eurasian affairs"
        return False
    if words in acronyms:
        return True
    if words.isupper() and roles.kind(words.lower()):
        return False
    last = words.split()[-1].lower()
    if " of " in words and roles.sort_of_noun(words[: words.index(" of ")].split()[-1].lower()) == "union":
        return True
    if " " not in words and (words.lower() in _COMMON or roles.is_head(last) or roles.is_modifier(last)):
        return False
    return roles.kind(last) not in ("institution", "person") and not (
        words.isupper() and len(words) > 8 and " " not in words
    )


def _party(words: str, acronyms: Mapping[str, str]) -> PartyRef:
    outlet = outlet_named(words)
    medium = is_agency(_NEWS.sub("", words)) or (outlet.name if outlet else None)
    kind: PartyType = "media" if medium or _MEDIUM.search(words) else "organisation"
    return PartyRef(name=medium or acronyms.get(words, words), type=kind)
