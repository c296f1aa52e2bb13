"""Which of what was read is listed on the day of an account: nothing published later, no act of a later day.

What was then planned for later stays, as it does in the account and in a search. Lists leave the rest out; it is shown
in its own article and where a row of the account rests on it, for what happened by the day may be told later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rejoinder.record.known_from import readable_on
from rejoinder.record.material import Material
from rejoinder.types.account import Reported
from rejoinder.types.extraction import STILL_TO_COME, Move, Statement

Which = Literal["by the day", "later"]


def published_by(material: Material, told: Reported) -> bool:
    """Whether the article could be read on the day of the account, or on an unknown day."""
    return readable_on(told.published, material.account.as_of)


def published_documents(material: Material) -> tuple[Reported, ...]:
    """The documents that could be read on the day of the account, by name."""
    return tuple(told for told in material.reported if published_by(material, told))


def listed_move(material: Material, told: Reported, move: Move) -> bool:
    """Whether the move is of the day or earlier, undated or still to come, in an article that could then be read."""
    day = material.account.as_of
    if day is None:
        return True
    early = move.when is None or move.when.first <= day or move.modality in STILL_TO_COME
    return early and published_by(material, told)


def moves_of(material: Material, which: Which) -> Iterator[tuple[Reported, Move]]:
    """The moves that lists have on the day, or those that they leave out: documents by name, in order of the text."""
    for told in material.reported:
        for move in told.extraction.moves:
            if listed_move(material, told, move) == (which == "by the day"):
                yield told, move


def statements_of(material: Material, which: Which) -> Iterator[tuple[Reported, Statement]]:
    """The statements that lists have on the day, or those that they leave out, in the same order."""
    for told in material.reported:
        if published_by(material, told) == (which == "by the day"):
            yield from ((told, statement) for statement in told.extraction.statements)
