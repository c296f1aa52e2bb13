"""Words brought to stems, so that `proposed`, `proposals` and `propose` weigh as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
SHORTEST = 3

# Longest first; a suffix is cut only where at least four letters stay.
_SUFFIX_LIST = """
ations ation ments ating ances ences ment ions ings ated ates ance ence ness ible able ies ied ion ing ity ive als
ers ors ate ed es al er or ly s e y
"""
_SUFFIXES = tuple(_SUFFIX_LIST.split())
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: str(number) for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
_NUMERAL = re.compile(r"(\d+)(?:st|nd|rd|th)")

# Function words, and the verbs of saying and being that any report holds.
_STOP_WORDS = """
a about above according add added adding after again against ago all almost along already also although always am
among an and announced another any april are around as at august away back be became because been before behind
being below between both but by called came can cannot come comes could day days december declared did do does doing
done down during each either else even ever every february few first for friday from further gave get gets give
given go goes going got had has have having he her here hers herself him himself his how however i if in into is it
its itself january july june just last late later least less let like made make makes many march may me might monday
month months more most mr mrs ms much must my near neither never new next no none nor not noted nothing november now
october of off official officials on once one only or other others our ours out over own per put puts quite
repeatedly reported reports said same saturday say saying says see september set several shall she should since so
some spokesman spokesperson spokeswoman state stated statement states still such sunday take taken takes tell than
that the their theirs them themselves then there these they this those though through thursday thus to today
together told tomorrow too took toward towards tuesday two under until up upon us very was we wednesday week weeks
well went were what when where whether which while who whom whose why will with within without would year years
yesterday yet you your
"""
STOP = frozenset(_STOP_WORDS.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, lower case; ordinals become their number and a full stop (`sixth` and `6th`: `6.`)."""
    plain = word.casefold().replace("’", "'")
    plain = plain.removesuffix("'s").removesuffix("'")
    if plain in _ORDINALS:
        return _ORDINALS[plain] + "."
    if plain[:1].isdigit():
        ordinal = _NUMERAL.fullmatch(plain)
        return ordinal[1] + "." if ordinal else plain.replace(",", "")
    for suffix in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 4 and not (suffix == "y" and plain[-2] in "aeo"):
            return plain.removesuffix(suffix)
    return plain


def content_stems(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that carry content, each once, in the order of the words."""
    kept = (stem(word) for word in words if word.casefold() not in STOP or word.casefold() in _ORDINALS)
    return tuple(dict.fromkeys(one for one in kept if len(one) >= SHORTEST or one[:1].isdigit()))


def text_stems(text: str) -> tuple[str, ...]:
    """The content stems of a text, in its order; hyphenated words count as their parts."""
    return content_stems(WORD.findall(text))


def is_ordinal(one: str) -> bool:
    """Whether a stem is an ordinal number."""
    return one.endswith(".") and one[:-1].isdigit()
