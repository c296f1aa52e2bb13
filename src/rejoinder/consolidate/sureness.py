"""Which moves are sure enough to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.consolidate.rulings import Rulings
from rejoinder.types.account import Reported


def counted(inputs: Sequence[Reported], decided: Rulings, least: float) -> tuple[Reported, ...]:
    """The documents' reports without the moves whose score is below `least`.

    What a person has called right, corrected, or put together with another row counts whatever its score."""
    named = decided.settled.union(*decided.same, *decided.answers)
    return tuple(_counted(one, named, least) for one in inputs)


def _counted(one: Reported, named: frozenset[str], least: float) -> Reported:
    moves = tuple(move for move in one.extraction.moves if move.score >= least or move.id in named)
    if len(moves) == len(one.extraction.moves):
        return one
    return replace(one, extraction=replace(one.extraction, moves=moves))
