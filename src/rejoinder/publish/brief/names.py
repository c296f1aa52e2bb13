"""Parties and lists of them in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rejoinder.publish.brief import translated
from rejoinder.publish.words.language import _
from rejoinder.record.material import Material

# fmt: off
_WITH_ARTICLE = frozenset({
    "agency", "alliance", "authority", "bank", "bloc", "board", "bundestag", "cabinet", "church",
    "commission", "committee", "company", "confederation", "congress", "council", "court", "federation",
    "force", "forces", "front", "fund", "government", "group", "house", "industry", "institute", "kingdom",
    "league", "ministry", "movement", "nations", "netherlands", "office", "opposition", "organisation",
    "organization", "parliament", "party", "philippines", "presidency", "quartet", "republic", "secretariat",
    "senate", "state", "states", "union", "vatican", "west", "army", "emirates",
})
# fmt: on
_NOBODY = frozenset({"", "unspecified"})
_SINGLE = frozenset({"a", "an", "one", "each", "another"})
_SEVERAL = frozenset({"two", "three", "four", "five", "several", "some", "both", "many", "other"})
_PLURAL = frozenset({"officials", "rebels", "allies", "negotiators", "diplomats", "sources", "talks", "ministers"})


def number(count: int) -> str:
    """Small numbers in words, as one reads them; in figures where words would have to agree with what is counted."""
    if translated.spoken():
        return str(count)
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words[count] if count < len(words) else str(count)


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(items)
    if translated.spoken():
        return translated.listed(found)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def named(name: str) -> str:
    """A party's name with the article that it takes in a sentence."""
    if name in _NOBODY:
        return _("somebody unnamed")
    if translated.spoken():
        return name
    last = name.split()[-1].lower()
    lower = name[:1].islower() and not name.lower().startswith(("a ", "an ", "the ", "one ", "two ", "three ", "some "))
    takes = last in _WITH_ARTICLE or (lower and last not in _PLURAL)
    return f"the {name}" if takes and not name.lower().startswith("the ") and "'s " not in name else name


def parties(material: Material, ids: Sequence[str]) -> str:
    """Names of parties, `somebody` for none."""
    return listed(named(material.name(one)) for one in ids) or _("somebody")


def plural(material: Material, ids: Sequence[str]) -> bool:
    """Whether a verb of these is in the plural: there are several, or one of a name like `the partners`."""
    if len(ids) != 1:
        return len(ids) > 1
    words = material.name(ids[0]).split()
    last = words[-1] if words else ""
    if words and words[0].lower() in _SINGLE:
        return False
    counted = bool(words) and words[0].lower() in _SEVERAL
    return counted or (last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is")))


def opened(sentence: str) -> str:
    """With a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
