"""Whether acts are read with their polarity: what was done as done, what was not as not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rejoinder.types.extraction import Move
from rejoinder.types.span import Span

_DONE = frozenset(("actual", "reported", "planned"))
_OPPOSITE = {"accept": "reject", "reject": "accept"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act that stands at a place of a sentence, by a careful reader."""

    kind: str
    modality: str
    place: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the acts that stand in it and the moves that were read from it."""

    text: str
    acts: tuple[Act, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """How many sentences there are, the moves read with the opposite polarity, and the acts that were not read: each
    with its sentence, in the order of the sentences."""

    sentences: int
    flips: tuple[str, ...]
    missed: tuple[str, ...]


def measured(sentences: Iterable[Sentence]) -> Polarity:
    """The flips and the missed acts of all sentences.

    A flip is a move of an act's kind at its words that says the contrary of whether it was done, or an acceptance read
    for a rejection or the reverse. A move that agrees with another act of those words is none."""
    count, flips, missed = 0, [], []
    for one in sentences:
        count += 1
        flips += [f"{_shown(move.kind, move.modality)} in: {one.text}" for move in one.moves if _flipped(one, move)]
        missed += [
            f"{_shown(act.kind, act.modality)} in: {one.text}"
            for act in one.acts
            if not any(_agree(act, move) or _contrary(act, move) for move in one.moves)
        ]
    return Polarity(sentences=count, flips=tuple(flips), missed=tuple(missed))


def _flipped(sentence: Sentence, move: Move) -> bool:
    return any(_contrary(act, move) for act in sentence.acts) and not any(_agree(act, move) for act in sentence.acts)


def _done(modality: str) -> bool | None:
    """Whether an act was done; None where it is left open."""
    return True if modality in _DONE else False if modality == "denied" else None


def _agree(act: Act, move: Move) -> bool:
    return act.place.touches(move.anchor) and act.kind == move.kind and _done(act.modality) == _done(move.modality)


def _contrary(act: Act, move: Move) -> bool:
    done, read = _done(act.modality), _done(move.modality)
    if done is None or read is None or not act.place.touches(move.anchor):
        return False
    return done != read if act.kind == move.kind else done == read and _OPPOSITE.get(act.kind) == move.kind


def _shown(kind: str, modality: str) -> str:
    return f"{kind} {modality}"
