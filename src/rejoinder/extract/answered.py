"""What a move answers in its own document, and for whom the answer then is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rejoinder.types.extraction import Move
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_ANSWERS = frozenset({"accept", "reject", "reply", "acknowledge", "ignore"})


def with_answers(made: Sequence[Move], answered: Mapping[Span, Sequence[Span]]) -> Iterator[Move]:
    """The same moves, each with those that it answers; `answered` are the triggers that the tagger takes to be answered
    by a trigger."""
    by_trigger = Places((m.trigger, m) for m in made)
    for move in made:
        found = [m for trigger in answered.get(move.trigger, ()) for m in by_trigger.touching(trigger) if m is not move]
        found = sorted({m.id: m for m in found}.values(), key=lambda m: m.id)
        yield _toward(replace(move, answers=tuple(m.id for m in found)), found) if found else move


def _toward(move: Move, answered: Sequence[Move]) -> Move:
    """An answer is for those who put what it answers, where its own words name nobody else."""
    if move.kind not in _ANSWERS or "recipient.span" in move.rule:
        return move
    own = {party.name for party in move.actors}
    makers = tuple(dict.fromkeys(p for m in answered for p in m.actors if p.name not in own))
    if not makers:
        return move
    rules = [*(name for name in move.rule.split() if not name.startswith("recipient.")), "recipient.answered"]
    return replace(move, recipients=makers, rule=" ".join(rules))
