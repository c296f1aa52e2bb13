"""What persons have decided, as consolidation applies it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Modality, Move
from rejoinder.types.judgement import Judgement
from rejoinder.types.time import When, day

Pair = tuple[str, str]
_ANY_ORDER = ("same", "not-same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Decisions in force. Pairs of `same` and `apart` are sorted ids; those of answers stand as answer, answered."""

    wrong: frozenset[str]
    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    answers: tuple[Pair, ...]
    no_answers: tuple[Pair, ...]
    corrected: Mapping[str, tuple[tuple[str, str], ...]]


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The decisions that nobody has taken back; of two about the same rows the later holds."""
    last: dict[tuple[str, ...], Judgement] = {}
    for one in _in_force(judgements):
        last[_matter(one)] = one
    held = sorted(last.values(), key=_when_made)

    def pairs(decision: str) -> tuple[Pair, ...]:
        both = (one.subjects for one in held if one.decision == decision and len(one.subjects) == 2)
        ordered = (tuple(sorted(s)) if decision in _ANY_ORDER else s for s in both)
        return tuple(sorted(cast(Pair, s) for s in ordered))

    corrected: dict[str, list[tuple[str, str]]] = {}
    for one in held:
        if one.decision == "corrected" and one.field and one.value is not None:
            corrected.setdefault(one.subjects[0], []).append((one.field, one.value))
    return Rulings(
        wrong=frozenset(s for one in held if one.decision == "wrong" for s in one.subjects),
        same=pairs("same"),
        apart=pairs("not-same"),
        answers=pairs("answers"),
        no_answers=pairs("not-answers"),
        corrected={subject: tuple(sorted(fields)) for subject, fields in sorted(corrected.items())},
    )


def ruled(one: Reported, decided: Rulings) -> Reported:
    """The document's report without the rows called wrong, and with corrected values in its moves."""
    extraction = one.extraction
    if not decided.wrong and not decided.corrected:
        return one
    moves = tuple(
        _corrected(move, decided.corrected.get(move.id, ()), extraction.parties)
        for move in extraction.moves
        if move.id not in decided.wrong
    )
    statements = tuple(s for s in extraction.statements if s.id not in decided.wrong)
    return replace(one, extraction=replace(extraction, moves=moves, statements=statements))


def _in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """In the order in which they were made; taking back a taking-back restores."""
    ordered = sorted(judgements, key=_when_made)
    void: set[str] = set()
    for one in reversed(ordered):
        if one.withdraws and one.id not in void:
            void.add(one.withdraws)
    return [one for one in ordered if one.id not in void and not one.withdraws]


def _when_made(one: Judgement) -> tuple[dt.datetime, str]:
    return (one.made_at, one.id)


def _matter(one: Judgement) -> tuple[str, ...]:
    """What a judgement decides: a later one on the same matter takes its place."""
    if one.decision in _ANY_ORDER:
        return ("same", *sorted(one.subjects))
    if one.decision in ("answers", "not-answers"):
        return ("answers", *one.subjects)
    if one.decision == "corrected":
        return ("corrected", one.field or "", *one.subjects)
    return ("right", *one.subjects)


def _corrected(move: Move, fields: Sequence[tuple[str, str]], parties: Sequence[PartyRef]) -> Move:
    for field, value in fields:
        if field == "kind":
            move = replace(move, kind=value)
        elif field == "modality" and value in get_args(Modality):
            move = replace(move, modality=cast(Modality, value))
        elif field == "date":
            move = replace(move, when=_date(value))
        elif field == "actors":
            move = replace(move, actors=_refs(value, parties))
        elif field == "recipients":
            move = replace(move, recipients=_refs(value, parties))
    return move


def _date(value: str) -> When | None:
    try:
        return day(dt.date.fromisoformat(value))
    except ValueError:
        return None


def _refs(value: str, parties: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """Names separated by semicolons, as the document names them where it does."""
    known = {party.name: party for party in parties}
    names = [name.strip() for name in value.split(";") if name.strip()]
    return tuple(known.get(name) or PartyRef(name=name, type="group") for name in names)
