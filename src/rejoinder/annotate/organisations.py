"""Organisations that the article itself brings in: unions, companies, guilds, movements the vocabulary does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, PartyRef, PartyType, Sentence
from rejoinder.types.span import Span
from rejoinder.vocabulary.agencies import is_agency
from rejoinder.vocabulary.outlets import outlet_named

_ACRONYM = re.compile(r"\b[A-Z][A-Z&-]{1,7}[a-z]?\b")
_INTRODUCED = re.compile(r"((?:[A-Z][\w’'&-]*|of|for|and|the|in)(?:\s(?:[A-Z][\w’'&-]*|of|for|and|the|in|on)){1,9})\s\(([A-Z][A-Za-z&-]{1,9})\)")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_NAME = frozenset(
    "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY GMT UTC EST CET BST AM PM TV CEO CFO COO MP MPS PM FM VIP OK ID HQ GDP "
    "UPDATE BREAKING WATCH READ MORE LIVE EDITORIAL ANALYSIS OPINION NEWS Q&A QA COVID".split()
)

_COMMON = frozenset(
    "state department members monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december internet twitter facebook telegram x".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One place where an organisation of the article stands."""

    span: Span
    party: PartyRef


def _clean(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + (4 if words[:4].lower() == "the " else 0)
    words = _POSSESSIVE.sub("", text[start : span.end])
    return Span(start=start, end=start + len(words))


def _acronyms(text: str) -> dict[str, str]:
    """Acronym to full name, as introduced: "National Union of Rail Workers (NURW)"; the name's capitals must spell it."""
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


def organisations(
    text: str, sentences: Sequence[Sentence], names: Iterable[NameReading], taken: Sequence[Span], roles: RoleWords
) -> tuple[Organisation, ...]:
    """Every place of an organisation or medium that is no known party (`taken`), in text order.

    An acronym is the full name it was introduced with; a name that ends in a ministry or office is left to the role phrases.
    """
    acronyms = _acronyms(text)
    spans = {_clean(text, n.span) for n in names if n.type == "organisation"}
    spans |= {Span(start=m.start(), end=m.end()) for s in sentences for m in _ACRONYM.finditer(text, s.span.start, s.span.end)}
    out: list[Organisation] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        words = span.of(text)
        if any(t.touches(span) for t in taken) or (out and out[-1].span.touches(span)) or not _is_name(words, acronyms, roles):
            continue
        out.append(Organisation(span=span, party=_party(words, acronyms)))
    return tuple(out)


def _is_name(words: str, acronyms: Mapping[str, str], roles: RoleWords) -> bool:
    if not words or not words[0].isupper() or "\n" in words or words.upper() in _NO_NAME:
        return False
    if words in acronyms:
        return True
    last = words.split()[-1].lower()
    if " " not in words and (words.lower() in _COMMON or roles.is_head(last) or roles.is_modifier(last)):
        return False
    return roles.kind(last) not in ("institution", "person") and not (words.isupper() and len(words) > 8 and " " not in words)


def _party(words: str, acronyms: Mapping[str, str]) -> PartyRef:
    outlet = outlet_named(words)
    medium = is_agency(words) or (outlet.name if outlet else None)
    kind: PartyType = "media" if medium else "organisation"
    return PartyRef(name=medium or acronyms.get(words, words), type=kind)
