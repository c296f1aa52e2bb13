"""Forms of English words made from the form in a dictionary, for the words of these data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rejoinder.vocabulary.sheet import Row, read_sheet

_SHEET = "inflection.yaml"
_VOWELS = frozenset("aeiou")
_JOINTS = (" of ", " for ", " to ", " on ", " in ", " from ", " at ", " with ", " by ", " against ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exceptions:
    irregular: Mapping[str, tuple[str, str]]
    doubled: frozenset[str]
    either_way: frozenset[str]


@cache
def _exceptions() -> _Exceptions:
    row = Row(file=_SHEET, id="(head)", values=read_sheet(_SHEET))
    row.check_keys(frozenset({"irregular", "doubled", "either_way"}), frozenset())
    return _Exceptions(
        irregular={verb: _pair(row, verb, text) for verb, text in row.mapping("irregular").items()},
        doubled=frozenset(row.items("doubled")),
        either_way=frozenset(row.items("either_way")),
    )


def _pair(row: Row, verb: str, text: str) -> tuple[str, str]:
    past, _, participle = text.partition(" ")
    if not participle or " " in participle:
        raise row.fault(f"{verb} needs past and participle, not {text!r}")
    return past, participle


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Lemma, third person, past, participle and -ing form of a verb, each once; particles stay ("turn down")."""
    verb, blank, rest = lemma.partition(" ")
    return tuple(form + blank + rest for form in _conjugated(verb)) if blank else _conjugated(verb)


@cache
def _conjugated(verb: str) -> tuple[str, ...]:
    if verb == "be":
        return "be", "is", "was", "been", "being", "are", "were", "am"
    stem = _stem(verb)
    past, participle = _exceptions().irregular.get(verb) or (_ed(verb, stem),) * 2
    either = (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing") if verb in _exceptions().either_way else ()
    return tuple(dict.fromkeys((verb, _s(verb), past, participle, _ing(verb, stem), *either)))


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural; of "secretary of state" and "reply to" the first noun changes."""
    padded = lemma + " "
    for joint in _JOINTS:
        head, found, rest = padded.partition(joint)
        if found and head:
            return tuple(dict.fromkeys((lemma, (plural(head) + found + rest).strip())))
    return tuple(dict.fromkeys((lemma, plural(lemma))))


def plural(noun: str) -> str:
    """The plural of a noun that stands last in `noun`; one that is plural already is given back."""
    if noun.endswith(("man", "woman")) and not noun.endswith("german"):
        return noun[:-2] + "en"
    if noun.endswith("ss"):
        return noun + "es"
    if noun.endswith(("s", "people", "police", "staff", "military", "men")):
        return noun
    return _s(noun)


def _s(word: str) -> str:
    if word in {"have", "do", "go"}:
        return {"have": "has", "do": "does", "go": "goes"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word in {"veto", "echo", "torpedo", "forgo"} else "s")


def _ed(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def _ing(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _stem(verb: str) -> str:
    """The verb as it stands before -ed and -ing: a last consonant after one stressed vowel is doubled."""
    if verb.endswith("ic"):
        return verb + "k"
    if verb in _exceptions().doubled:
        return verb + verb[-1]
    closed = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return verb + verb[-1] if closed and not _VOWELS.intersection(verb[:-3]) else verb
