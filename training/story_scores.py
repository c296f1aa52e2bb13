"""What an account of an annotated story gets right: events, answers and disputes against its `M`, `A` and `X` lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.types.account import Account, Reported
from rejoinder.types.span import Span, covering
from training.annotated import Offsets, Passage

_TABLED = frozenset(("propose", "demand", "request", "offer", "invite", "deliver", "reply"))
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were made and how many of them are right, how many there are and how many of them were found."""

    right: int = 0
    made: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.made + other.made, self.found + other.found, self.gold + other.gold
        )

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.made), self.found / max(1, self.gold)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.made} made, {self.gold} annotated)"


def _overlap(place: Span, anchor: Offsets) -> float:
    """Shared over all characters; 0 where less than half of the shorter one is shared."""
    shared = min(place.end, anchor[1]) - max(place.start, anchor[0])
    shorter = min(place.end - place.start, anchor[1] - anchor[0])
    if shared <= 0 or 2 * shared < shorter:
        return 0.0
    return shared / (max(place.end, anchor[1]) - min(place.start, anchor[0]))


def annotated(inputs: Sequence[Reported], story: Sequence[Passage]) -> Mapping[str, str]:
    """From moves to the events of the annotation that they tell: one move for one line, the closest first."""
    lines = {passage.where: passage.moves for passage in story}
    pairs = []
    for one in inputs:
        for move in one.extraction.moves:
            for n, line in enumerate(lines[one.document_id]):
                if (near := _overlap(move.anchor, line.anchor)) >= 0.2:
                    pairs.append((-near - (line.kind == move.kind) / 2, move.id, one.document_id, n, line.event))
    told: dict[str, str] = {}
    taken: set[tuple[str, int]] = set()
    for _, move_id, document_id, n, event in sorted(pairs):
        if move_id not in told and (document_id, n) not in taken:
            told[move_id] = event
            taken.add((document_id, n))
    return told


def answers(account: Account, told: Mapping[str, str], story: Sequence[Passage]) -> Counts:
    """Links against the `A` lines to what was put on the table."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in story:
        for line in passage.moves:
            kinds[line.event][line.kind] += 1
    most = {event: counts.most_common(1)[0][0] for event, counts in kinds.items()}
    lines = {(a.answer, a.to) for p in story for a in p.answers if most.get(a.to) in _TABLED and a.answer in most}
    lines = {(answer, to) for answer, to in lines if most[answer] != "deny"}
    of = {event.id: {told[m] for m in event.moves if m in told} for event in account.events}
    made = [{(a, b) for a in of[row.answer] for b in of[row.to]} & lines for row in account.answers]
    return Counts(sum(map(bool, made)), len(made), len(set().union(*made)), len(lines))


def disputes(inputs: Sequence[Reported], account: Account, story: Sequence[Passage]) -> Counts:
    """Disputes against the `X` lines."""
    lines = {frozenset(pair) for passage in story for pair in passage.clashes if len(set(pair)) == 2}
    stands: dict[str, Place] = {m.id: (m.document_id, m.anchor) for one in inputs for m in one.extraction.moves}
    for one in inputs:
        stands |= {s.id: (one.document_id, covering(s.content)) for s in one.extraction.statements}
    made = []
    for dispute in account.disputes:
        first, second = (_events_at([stands[row] for row in side.evidence], story) for side in dispute.sides)
        made.append({frozenset((a, b)) for a in first for b in second if a != b} & lines)
    return Counts(sum(map(bool, made)), len(made), len(set().union(*made)), len(lines))


def _events_at(places: Sequence[Place], story: Sequence[Passage]) -> set[str]:
    return {
        line.event
        for passage in story
        for document_id, place in places
        if document_id == passage.where
        for line in passage.moves
        if _overlap(place, line.anchor) >= 0.2
    }


def events(account: Account, told: Mapping[str, str]) -> Iterator[tuple[float, float]]:
    """For each act that both have, how many of those grouped with it belong there, and how many that belong there are
    grouped with it (Bagga and Baldwin 1998)."""
    group = {m: event.moves for event in account.events for m in event.moves if m in told}
    members: dict[str, set[str]] = defaultdict(set)
    for move in group:
        members[told[move]].add(move)
    for move, beside in group.items():
        own, right = _known(beside, group), members[told[move]]
        yield len(own & right) / len(own), len(own & right) / len(right)


def _known(moves: Collection[str], among: Collection[str]) -> set[str]:
    return {move for move in moves if move in among}
