"""The kinds of move, and the words by which each is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from rejoinder.vocabulary.form import fold
from rejoinder.vocabulary.inflection import noun_forms, verb_forms
from rejoinder.vocabulary.sheet import Row, VocabularyError, read_sheet, rows

_SHEET = "kinds.yaml"
Family = Literal["table", "transmit", "answer", "together", "about", "act"]
Part = Literal["verb", "noun", "phrase"]
_ORDER: Mapping[Part, int] = {"verb": 0, "noun": 1, "phrase": 2}
_KEYS: tuple[tuple[str, Part, bool], ...] = (
    ("verbs", "verb", False),
    ("nouns", "noun", False),
    ("phrases", "phrase", False),
    ("negative_verbs", "verb", True),
    ("negative", "phrase", True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of move: what it is, and its family (what it does in an exchange)."""

    id: str
    family: Family
    gloss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that name a kind. `negative` ones say that it did not happen ("no reply"); `weak` ones are so general that
    they name the kind only where something else says so too. `lemma` is the form in a dictionary."""

    lemma: str
    part: Part
    kind: str
    negative: bool
    weak: bool


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the data file (families together)."""
    return tuple(_kinds().values())


def kind(id_: str) -> Kind:
    """The kind with this id; KeyError where there is none."""
    return _kinds()[id_]


def triggers(words: str) -> tuple[Trigger, ...]:
    """What the words (in any form, capitals and hyphens aside) may name; empty where they name no kind.

    Verbs come before nouns before phrases, the likeliest kind first.
    """
    return trigger_forms().get(fold(words).lower(), ())


@cache
def trigger_forms() -> Mapping[str, tuple[Trigger, ...]]:
    """All forms in lower case, hyphens written as blanks, and what they may name. The longest has eight words."""
    sheet = read_sheet(_SHEET)
    weak = _weak(sheet)
    lemmas: dict[tuple[str, Part], list[Trigger]] = {}
    for row in rows(_SHEET, sheet, "kinds"):
        for key, part, negative in _KEYS:
            for lemma in row.items(key):
                lemmas.setdefault((lemma, part), []).append(
                    Trigger(lemma=lemma, part=part, kind=row.id, negative=negative, weak=(lemma, part) in weak)
                )
    _rank_shared(lemmas, sheet)
    if strangers := sorted(weak - lemmas.keys()):
        raise _fault(f"weak names {', '.join(lemma for lemma, _ in strangers)}, which no kind has")
    forms: dict[str, tuple[Trigger, ...]] = {}
    for (lemma, part), found in sorted(lemmas.items(), key=lambda item: _ORDER[item[0][1]]):
        for key in dict.fromkeys(fold(form) for form in _forms(lemma.lower(), part)):
            forms[key] = (*forms.get(key, ()), *found)
    return MappingProxyType(forms)


@cache
def _kinds() -> Mapping[str, Kind]:
    made = {}
    for row in rows(_SHEET, read_sheet(_SHEET), "kinds"):
        row.check_keys(frozenset({"family", "gloss", *(key for key, _, _ in _KEYS)}), frozenset())
        made[row.id] = Kind(id=row.id, family=_family(row), gloss=row.text("gloss"))
    return MappingProxyType(made)


def _family(row: Row) -> Family:
    known: tuple[Family, ...] = get_args(Family)
    for one in known:
        if row.text("family") == one:
            return one
    raise row.fault(f"family must be one of {', '.join(known)}")


def _forms(lemma: str, part: Part) -> Iterable[str]:
    if part == "verb":
        return verb_forms(lemma)
    return noun_forms(lemma) if part == "noun" else (lemma,)


def _weak(sheet: Mapping[str, object]) -> frozenset[tuple[str, Part]]:
    row = _section(sheet, "weak")
    return frozenset(
        [(lemma, "verb") for lemma in row.items("verbs")] + [(lemma, "noun") for lemma in row.items("nouns")]
    )


def _rank_shared(lemmas: dict[tuple[str, Part], list[Trigger]], sheet: Mapping[str, object]) -> None:
    """Puts the likeliest kind first where a word names several; one that names several undeclared is a fault."""
    row = _section(sheet, "shared", "phrases")
    ranks: dict[tuple[str, Part], tuple[str, ...]] = {}
    for key, part in (("verbs", "verb"), ("nouns", "noun"), ("phrases", "phrase")):
        for lemma, text in row.mapping(key).items():
            ranks[(lemma, part)] = row.pieces(lemma, text)  # type: ignore[index]
    for at, found in lemmas.items():
        named = [trigger.kind for trigger in found]
        if len(named) > 1 or at in ranks:
            if sorted(named) != sorted(ranks.get(at, ())):
                raise _fault(f"{at[0]!r} names {', '.join(named)}, not as declared under shared")
            found.sort(key=lambda trigger: ranks[at].index(trigger.kind))
    if strangers := sorted(ranks.keys() - lemmas.keys()):
        raise _fault(f"shared names {strangers[0][0]!r}, which no kind has")


def _section(sheet: Mapping[str, object], key: str, *more: str) -> Row:
    values = sheet.get(key)
    if not isinstance(values, dict):
        raise _fault(f"needs {key}")
    row = Row(file=_SHEET, id=key, values=values)
    row.check_keys(frozenset({"verbs", "nouns", *more}), frozenset())
    return row


def _fault(message: str) -> VocabularyError:
    return VocabularyError(f"{_SHEET}: {message}.", advice="Mend the data file.")
