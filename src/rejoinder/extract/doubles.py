"""One act that was read twice."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.extract.contents import overlap
from rejoinder.types.extraction import Move
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.kinds import triggers


def without_doubles(text: str, made: Sequence[Move]) -> list[Move]:
    """Of two moves of one kind with nearly the same anchor, the one whose trigger has this meaning, else the surer."""
    ranked = sorted(made, key=lambda m: (not _means(text, m), -m.score, m.trigger))
    rank = {m.id: n for n, m in enumerate(ranked)}
    places = Places((m.anchor, m) for m in ranked)
    kept: dict[str, Move] = {}
    for move in ranked:
        surer = (o for o in places.touching(move.anchor) if o.id in kept and rank[o.id] < rank[move.id])
        if not any(_same_act(move, other) for other in surer):
            kept[move.id] = move
    return sorted(kept.values(), key=lambda m: (m.trigger, m.kind))


def _means(text: str, move: Move) -> bool:
    return any(meaning.kind == move.kind for meaning in triggers(move.trigger.of(text)))


def _same_act(a: Move, b: Move) -> bool:
    """Whether two moves of one kind are one act: an act cannot both be done and not be done in one stretch."""
    if a.kind != b.kind:
        return False
    opposed = (a.modality == "denied") != (b.modality == "denied")
    longer = max(_length(a.anchor), _length(b.anchor))
    return overlap(a.anchor, b.anchor) > (0.4 if opposed else 0.7) * longer


def _length(span: Span) -> int:
    return span.end - span.start
