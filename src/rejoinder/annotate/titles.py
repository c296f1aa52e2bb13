"""The office that the words before or after a name give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.annotate.roles import RoleWords
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_POSSESSIVE = re.compile(r"['’]s?$")
_TOKEN_BEFORE = re.compile(r"([\w.'’&-]+|,)\s*$")
_APPOSITION = re.compile(r",\s+((?:[^,;.“”\"()\n]|(?<=\b[A-Z])\.|(?<=U\.[SKN])\.){3,110})(?=[,;.)\n]|\s[—–-]\s|$)")
_WORD = re.compile(r"[\w-]+")
_ADDRESS = re.compile(r"\s+(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Sheikh)\.?$")
_WORDS_TO_OFFICE = 9
_LONGEST_TITLE = 12
_STOPS = word_list("words that end a title")
_DAYS = word_list("days and months")
_ENDS_TITLE = _STOPS | _DAYS | {"the", "a", "an"}
_RELATIVE = re.compile(r"(?:who|whom|whose|which|when|where|while|after|before)\b")


def title_before(text: str, name: Span, floor: int, roles: RoleWords) -> Span | None:
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
        elif (
            plain in _ENDS_TITLE
            or (plain == "for" and (seen_head or at == name.start))  # "a spokesman for President Ana Vega"
            or not (word[:1].isupper() or roles.is_modifier(plain))
        ):
            break
        at = match.start(1)
        start = at
        if _POSSESSIVE.search(word):
            break
    return Span(start=start, end=name.start) if seen_head and start is not None else None


def apposition_after(text: str, name: Span, ceiling: int, roles: RoleWords) -> Span | None:
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


def role_words(text: str, title: Span, party: Span | None) -> str:
    """The words of an office alone: without the party that begins a title, and without a form of address."""
    words = title.of(text)
    if party and party.end <= title.start + len(words) // 2 + 1 and party.start - title.start < 25:
        words = text[party.end : title.end]
    words = re.sub(r"^(?:['’]s?\s+|visiting\s+|the\s+|of\s+)+", "", words.strip(" ,")).strip()
    return _ADDRESS.sub("", words)
