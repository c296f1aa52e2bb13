"""Noun phrases that stand for a party by its role: "the Russian diplomat", "its foreign ministry", "three union
officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.annotate.roles import RoleKind, RoleWords
from rejoinder.types.annotation import Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w(?:[\w&’'-]*\w)?|[,;:()\"“”]")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both"})
_INDEFINITE = frozenset(
    {"a", "an", "one", "some", "several", "two", "three", "four", "five", "another", "many", "other"}
)
_PREPOSITIONS = frozenset(("in", "for", "of", "to", "with", "on", "at", "and", "by"))
_POSSESSIVE = frozenset({"its", "his", "her", "their", "our"})
_UNNAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|not authori[sz]ed|not be named|declined to be named)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?:of|in|at|for|from|with|within)\s(?:the\s)?(?=[A-Z])")
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\s?)+")
_SMALL = re.compile(r"\s?([a-z][\w-]*)")
_MOST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A role phrase: `span` whole, `noun` in lower case, `definite` where it points at somebody known, `possessive` a
    leading its/his/their (or empty), `unnamed` where the sentence says that no name was given."""

    span: Span
    noun: str
    kind: RoleKind
    definite: bool
    plural: bool
    possessive: str
    unnamed: bool


def nominals(text: str, sentences: Sequence[Sentence], taken: Sequence[Span], roles: RoleWords) -> Iterator[Nominal]:
    """Role phrases in text order, none inside another, none touching `taken` (persons with their titles)."""
    places = Places((t, t) for t in taken)
    for sentence in sentences:
        unnamed = bool(_UNNAMED.search(text, sentence.span.start, sentence.span.end))
        tokens = [m.span() for m in _TOKEN.finditer(text, sentence.span.start, sentence.span.end)]
        last_end = sentence.span.start
        for i, (start, end) in enumerate(tokens):
            noun = re.sub(r"['’]s?$", "", text[start:end]).lower()
            before = re.sub(r"['’]s?$", "", text[slice(*tokens[i - 1])]).lower() if i else ""
            kind = roles.kind(noun, before)
            if kind is None or start < last_end or _goes_on(text, tokens, i, roles):
                continue
            first = _first_token(text, tokens, i, roles, last_end)
            span = Span(start=tokens[first][0], end=_end_of(text, end, sentence.span.end, roles))
            if any(end < t.start for t in places.touching(span)):  # "a spokesman for President Ana Vega"
                span = Span(start=span.start, end=end)
            if not all(_owns(text, t, span, start) for t in places.touching(span)):
                continue
            lead = text[slice(*tokens[first])].lower()
            possessive_name = bool(re.search(r"['’]s?\s", span.of(text)))
            bare = first == i or (first == i - 1 and lead in ("the", "a", "an", "this", "that", "these", "those"))
            if (first == i and not (kind == "person" and roles.plural(noun))) or (bare and not roles.alone(noun)):
                continue
            definite = lead in _DEFINITE or possessive_name or (lead not in _INDEFINITE and (kind != "person"))
            yield Nominal(
                span=span, noun=noun, kind=kind, definite=definite, plural=roles.plural(noun),
                possessive=lead if lead in _POSSESSIVE else "", unnamed=unnamed,
            )  # fmt: skip
            last_end = span.end


def _owns(text: str, person: Span, phrase: Span, noun: int) -> bool:
    """Whether a person named in a phrase is whose the one is that it means ("Ana Vega's spokesman")."""
    return phrase.start <= person.start and person.end < noun and text[person.end] in "'’"


def _goes_on(text: str, tokens: Sequence[tuple[int, int]], i: int, roles: RoleWords) -> bool:
    """Whether the noun only modifies the next role noun ("foreign ministry spokesman")."""
    if (
        i + 1 >= len(tokens)
        or text[tokens[i][1] : tokens[i + 1][0]] != " "
        or re.search(r"['’]s?$", text[slice(*tokens[i])])
    ):
        return False
    return roles.kind(text[slice(*tokens[i + 1])].lower()) is not None


def _first_token(text: str, tokens: Sequence[tuple[int, int]], i: int, roles: RoleWords, floor: int) -> int:
    """The first token of the phrase whose noun is token `i`."""
    first = i
    for j in range(i - 1, max(-1, i - _MOST), -1):
        word = text[slice(*tokens[j])]
        lower = re.sub(r"['’]s?$", "", word).lower()
        if tokens[j][0] < floor or text[tokens[j][1] : tokens[j + 1][0]].strip(" '’&"):
            break
        if lower in _DEFINITE or lower in _INDEFINITE:
            first = j
            if j >= 2 and text[slice(*tokens[j - 1])] == "of" and text[slice(*tokens[j - 2])].lower() == "one":
                first = j - 2
            break
        if lower in _PREPOSITIONS or not (
            word[0].isupper() or roles.is_modifier(lower) or roles.kind(lower) or lower == "own"
        ):
            break
        first = j
    return first


def _end_of(text: str, end: int, ceiling: int, roles: RoleWords) -> int:
    """The end of the phrase with a following "of X" or "in the X Ministry" where X has a capital and is no part of
    another role phrase ("of the Chilean government")."""
    match = _AFTER.match(text, end, ceiling)
    words = _CAPITALS.match(text, match.end(), ceiling) if match else None
    if not words:
        return end
    following = _SMALL.match(text, words.end(), ceiling)
    if (
        following
        and following.group(1) not in _PREPOSITIONS
        and (roles.kind(following.group(1)) or roles.is_modifier(following.group(1)))
    ):
        return end
    return words.start() + len(re.sub(r"['’]s?$", "", words.group().rstrip()))
