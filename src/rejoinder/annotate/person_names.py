"""Where persons' names stand: those that the tagger reads, made whole, and those that follow a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rejoinder.annotate.organisation_places import Affiliations
from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import NameReading, Sentence
from rejoinder.types.span import Span
from rejoinder.vocabulary.offices import honorific, office
from rejoinder.vocabulary.word_lists import word_list

_CAPITAL_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ben|de|da|do|dos|del|della|di|du|van|von|der|den|la|le|y|e|ter|zu|af)"
_NAME = re.compile(rf"{_CAPITAL_WORD}(?:\s(?:{_PARTICLE}\s)?{_CAPITAL_WORD}){{0,4}}")
_GOES_ON = re.compile(rf"(?:\s{_PARTICLE}){{0,2}}\s{_CAPITAL_WORD}|(?:-{_CAPITAL_WORD})")
_POSSESSIVE = re.compile(r"['’]s?$")
_OFFICE_OF = re.compile(r"\b([\w-]+) of $")
_WORDS_TO_OFFICE = 9
_DAYS = word_list("days and months")


def _clean(text: str, span: Span) -> Span | None:
    """A name without a possessive; None where it does not look like one."""
    words = span.of(text)
    words = _POSSESSIVE.sub("", words).rstrip("-")
    if words.lower() in _DAYS or honorific(words):
        return None
    if len(words) < 2 or not words[0].isupper() or any(c.isdigit() or c in "\n,;:" for c in words):
        return None
    return Span(start=span.start, end=span.start + len(words))


def tagged_persons(
    text: str, names: Iterable[NameReading], affiliations: Affiliations, roles: RoleWords
) -> Iterator[Span]:
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


def titled_persons(
    text: str, sentences: Sequence[Sentence], affiliations: Affiliations, roles: RoleWords
) -> Iterator[Span]:
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
