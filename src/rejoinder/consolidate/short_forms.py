"""Short names of organisations and groups that other documents write in full: "NURT", "Corvane", "the Guild"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from rejoinder.consolidate.spelling import plain_name
from rejoinder.vocabulary.word_lists import word_list

_WORD = re.compile(r"[^\W\d_][\w-]*|&")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_OF = re.compile(r"\s(?:of|for)\s")
_SMALL = frozenset(("of", "and", "the", "for", "in", "on", "to", "de", "del", "la", "des", "du", "und", "&"))
_SHORTEST_ACRONYM, _SHORTEST_HEAD = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name as the documents have it: `text`, and the places of those documents in their order."""

    text: str
    documents: frozenset[int]


def full_forms(namings: Sequence[Naming], company: Mapping[int, Set[str]]) -> dict[str, str]:
    """From the plain name of each short form to that of the one longer name it stands for.

    `company` holds for each document the plain names of all who are named in it. A short form counts where one longer
    name alone fits it (its initials, its first words, its last word or the one before "of") and the documents of both
    share a party, or are the same; where several fit, it stands for itself.
    """
    candidates: dict[str, set[str]] = defaultdict(set)
    by_first, by_last, by_initials = _indexes(namings)
    for short in namings:
        words = _words(short.text)
        fitting: list[Naming] = []
        if len(words) == 1 and words[0].isupper() and len(words[0]) >= _SHORTEST_ACRONYM:
            fitting = by_initials.get(words[0], [])
        else:
            fitting = [n for n in by_first.get(words[:1], ()) if _words(n.text)[: len(words)] == words]
            if len(words) == 1 and _may_be_head(words[0]):
                fitting = [*fitting, *by_last.get(words[0], ())]
        for longer in fitting:
            if len(_words(longer.text)) > len(words) and _related(short, longer, company):
                candidates[plain_name(short.text)].add(plain_name(longer.text))
    return _settled(candidates)


def _settled(candidates: Mapping[str, set[str]]) -> dict[str, str]:
    """Those with one candidate, a candidate that is short for another one of them left out; chains followed."""
    out: dict[str, str] = {}
    for short in sorted(candidates):
        longest = {c for c in candidates[short] if not candidates.get(c, set()) & candidates[short]}
        if len(longest) == 1:
            out[short] = next(iter(longest))
    return {short: _end(short, out) for short in out}


def _end(name: str, to: Mapping[str, str]) -> str:
    seen = {name}
    while (longer := to.get(name)) is not None and longer not in seen:
        seen.add(longer)
        name = longer
    return name


def _indexes(
    namings: Iterable[Naming],
) -> tuple[dict[tuple[str, ...], list[Naming]], dict[str, list[Naming]], dict[str, list[Naming]]]:
    """Names of several words by the first word, by the word that may stand for them, and by their initials and the
    beginnings of these."""
    by_first: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
    by_last: dict[str, list[Naming]] = defaultdict(list)
    by_initials: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        words = _words(naming.text)
        if len(words) < 2:
            continue
        by_first[words[:1]].append(naming)
        for head in {words[-1], _words(_OF.split(naming.text)[0])[-1]}:
            by_last[head].append(naming)
        initials = "".join(w[0] for w in words if w.lower() not in _SMALL and w[0].isupper())
        for length in range(_SHORTEST_ACRONYM, len(initials) + 1):
            by_initials[initials[:length]].append(naming)
    return by_first, by_last, by_initials


def _words(name: str) -> tuple[str, ...]:
    words = tuple(_WORD.findall(_POSSESSIVE.sub("", name)))
    return words[1:] if len(words) > 1 and words[0].lower() == "the" else words


def _may_be_head(word: str) -> bool:
    return len(word) >= _SHORTEST_HEAD and word[0].isupper() and word.lower() not in word_list("names of too many")


def _related(one: Naming, other: Naming, company: Mapping[int, Set[str]]) -> bool:
    """Whether a document names both, or documents of the two name a third alike."""
    if one.documents & other.documents:
        return True
    around = [{n for d in sorted(naming.documents) for n in company.get(d, ())} for naming in (one, other)]
    return bool(around[0] & around[1])
