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
    verb, _, rest = lemma.partition(" ")
    past, participle = _exceptions().irregular.get(verb) or (_ed(verb), _ed(verb))
    tail = f" {rest}" if rest else ""
    extra: tuple[str, ...] = ("is", "are", "were", "am") if verb == "be" else ()
    if verb in _exceptions().either_way:
        extra = (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    forms = (verb, _s(verb) if verb != "be" else "is", past, participle, _ing(verb), *extra)
    return tuple(dict.fromkeys(form + tail for form in forms))


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


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


def _stem(verb: str) -> str:
    """The verb as it stands before -ed and -ing: a last consonant after one stressed vowel is doubled."""
    syllables = sum(c in _VOWELS and (i == 0 or verb[i - 1] not in _VOWELS) for i, c in enumerate(verb))
    closed = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    if verb in {"panic", "picnic", "mimic", "traffic"}:
        return verb + "k"
    if (closed and syllables == 1) or verb in _exceptions().doubled:
        return verb + verb[-1]
    return verb
