"""Words that attribute speech: who says so, how firmly, and whether the saying is an act of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from rejoinder.types.extraction import Commitment
from rejoinder.vocabulary.form import fold
from rejoinder.vocabulary.inflection import noun_forms, verb_forms
from rejoinder.vocabulary.kinds import kind
from rejoinder.vocabulary.sheet import Row, VocabularyError, read_sheet, rows

_SHEET = "cues.yaml"
Part = Literal["verb", "noun", "phrase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One word or phrase that attributes speech: `lemma` as in a dictionary, the speaker's `commitment` to what is
    said, and the kind of move that the word names (None: it only says that something was said)."""

    lemma: str
    part: Part
    commitment: Commitment
    kind: str | None

    @property
    def neutral(self) -> bool:
        """Whether the words name no act: an act said in them then stands on the speaker's word."""
        return self.kind is None


def cue(words: str) -> Cue | None:
    """The cue that a lemma or any form of it is, a verb before a noun before a phrase; None where it is none.

    Capitals and accents do not count.
    """
    found = cues(words)
    return found[0] if found else None


def cues(words: str) -> tuple[Cue, ...]:
    """Every reading of the words as a cue: verb, noun, phrase."""
    return forms().get(fold(words).lower(), ())


@cache
def forms() -> Mapping[str, tuple[Cue, ...]]:
    """All forms in lower case and the cues that they may be, verbs first."""
    sheet = read_sheet(_SHEET)
    made: dict[str, tuple[Cue, ...]] = {}
    for row in rows(_SHEET, sheet, "groups"):
        for found in _group(row):
            for form in _forms(found):
                key = fold(form).lower()
                held = made.get(key, ())
                if any(one.part == found.part and one.lemma == found.lemma for one in held):
                    raise VocabularyError(f"{_SHEET}: {row.id}: {found.lemma!r} stands twice as {found.part}.")
                made[key] = (*held, found)
    order: tuple[Part, ...] = ("verb", "noun", "phrase")
    return MappingProxyType(
        {key: tuple(sorted(held, key=lambda one: order.index(one.part))) for key, held in made.items()}
    )


def _group(row: Row) -> tuple[Cue, ...]:
    row.check_keys(frozenset({"commitment", "verbs", "nouns", "phrases"}), frozenset({"kind"}))
    named = kind(row.text("kind")).id if row.text("kind") else None
    parts: tuple[tuple[Part, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("phrase", "phrases"))
    return tuple(
        Cue(lemma=lemma, part=part, commitment=_commitment(row), kind=named)
        for part, key in parts
        for lemma in row.items(key)
    )


def _commitment(row: Row) -> Commitment:
    known: tuple[Commitment, ...] = ("asserted", "denied", "doubted")
    for one in known:
        if row.text("commitment") == one:
            return one
    raise row.fault(f"commitment must be one of {', '.join(known)}")


def _forms(found: Cue) -> tuple[str, ...]:
    if found.part == "verb":
        return verb_forms(found.lemma)
    return noun_forms(found.lemma) if found.part == "noun" else (found.lemma,)
