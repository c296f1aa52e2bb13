"""What persons have decided, as consolidation applies it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from rejoinder.consolidate.corrections import Names, corrected
from rejoinder.types.account import Reported
from rejoinder.types.judgement import Decision, Judgement

Pair = tuple[str, str]
_PAIRED: Mapping[Decision, str] = {"same": "same", "not-same": "same", "answers": "answers", "not-answers": "answers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Decisions in force. Pairs of `same` and `apart` are sorted ids; those of answers stand as answer, answered.

    `settled` are the rows on which anybody has decided by themselves, also where that changes nothing; `held` those
    that were put aside."""

    wrong: frozenset[str]
    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    answers: tuple[Pair, ...]
    no_answers: tuple[Pair, ...]
    corrected: Mapping[str, tuple[tuple[str, str], ...]]
    settled: frozenset[str]
    held: frozenset[str]


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The decisions that nobody has taken back; of two about the same rows the later holds.

    Who corrects a line says with it that the line is no mistake."""
    verdicts: dict[str, Decision] = {}
    fields: dict[str, dict[str, str]] = {}
    paired: dict[tuple[str, Pair], Decision] = {}
    for one in in_force(judgements):
        if one.decision in _PAIRED:
            if len(one.subjects) == 2:
                paired[_matter(one)] = one.decision
            continue
        for subject in one.subjects:
            verdicts[subject] = one.decision
            if one.decision == "corrected" and one.field and one.value is not None:
                fields.setdefault(subject, {})[one.field] = one.value

    def pairs(decision: Decision) -> tuple[Pair, ...]:
        return tuple(sorted(pair for (_matter, pair), last in paired.items() if last == decision))

    return Rulings(
        wrong=frozenset(subject for subject, verdict in verdicts.items() if verdict == "wrong"),
        same=pairs("same"),
        apart=pairs("not-same"),
        answers=pairs("answers"),
        no_answers=pairs("not-answers"),
        corrected={subject: tuple(sorted(of.items())) for subject, of in sorted(fields.items())},
        settled=frozenset(subject for subject, verdict in verdicts.items() if verdict != "unsure"),
        held=frozenset(subject for subject, verdict in verdicts.items() if verdict == "unsure"),
    )


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody has taken back, in the order in which they were made; taking back a taking-back restores."""
    ordered = sorted(judgements, key=_when_made)
    void: set[str] = set()
    for one in reversed(ordered):
        if one.withdraws and one.id not in void:
            void.add(one.withdraws)
    return [one for one in ordered if one.id not in void and not one.withdraws]


def ruled(inputs: Iterable[Reported], decided: Rulings) -> tuple[Reported, ...]:
    """The documents' reports without the rows called wrong, and with corrected values in their moves."""
    told = tuple(inputs)
    if not decided.wrong and not decided.corrected:
        return told
    names = Names(told)
    return tuple(_ruled(one, decided, names) for one in told)


def _ruled(one: Reported, decided: Rulings, names: Names) -> Reported:
    extraction = one.extraction
    rows = {*(move.id for move in extraction.moves), *(one.id for one in extraction.statements)}
    if decided.wrong.isdisjoint(rows) and decided.corrected.keys().isdisjoint(rows):
        return one
    moves = tuple(
        corrected(move, decided.corrected[move.id], names.of(one)) if move.id in decided.corrected else move
        for move in extraction.moves
        if move.id not in decided.wrong
    )
    statements = tuple(s for s in extraction.statements if s.id not in decided.wrong)
    return replace(one, extraction=replace(extraction, moves=moves, statements=statements))


def _when_made(one: Judgement) -> tuple[dt.datetime, str]:
    return (one.made_at, one.id)


def _matter(one: Judgement) -> tuple[str, Pair]:
    """What a judgement about two rows decides: a later one on the same matter takes its place."""
    matter = _PAIRED[one.decision]
    return matter, cast(Pair, tuple(sorted(one.subjects)) if matter == "same" else one.subjects)
