"""The lines that a person should look at, the most doubtful first.

A line is a move as it was read, or an answer as it was linked. Each reason for doubt has a weight; the weights of a
line's reasons add up to its doubt. What was read with so low a score that the account does without it comes later than
a like line on which the account rests.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from rejoinder.record.columns import dates
from rejoinder.record.material import Material, joined, quoted
from rejoinder.record.reading_days import listed_move
from rejoinder.types.account import Answer, Event
from rejoinder.types.extraction import COUNTS_FROM, Move

SURE, SURE_LINK = 0.5, 6.5  # scores below these are low: of moves (0 to 1), and of links (a sum of weights)
Doubt = Literal[
    "disputed", "low-score", "kinds-differ", "party-unknown", "link-unsure", "no-date", "left-out", "put-aside"
]
REASONS: Mapping[Doubt, float] = MappingProxyType(
    {"disputed": 0.45, "low-score": 1.0, "kinds-differ": 0.35, "party-unknown": 0.3, "link-unsure": 0.5, "no-date": 0.1,
     "left-out": -0.2}
)  # fmt: skip
PUT_ASIDE: Doubt = "put-aside"
_DECIDED = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """A line to look at: `line` is `move` or `answer`, `reasons` say why, `doubt` how much (higher: sooner).

    `subjects` are the moves that a judgement on it is about: the move itself, or that of the answer and that of what it
    answers. `told_by` are all moves of the event (None: the account does without the line)."""

    id: str
    line: str
    doubt: float
    reasons: str
    kind: str
    modality: str
    event_date: dt.date | None
    event_date_last: dt.date | None
    date_precision: str | None
    actors: str
    recipients: str
    score: float
    rule: str
    event: str | None
    subjects: str
    told_by: str
    quote: str
    answered_quote: str | None
    document_id: str
    document: str
    outlet: str | None
    known_from: dt.date | None
    n_origins: int


def doubt_rows(material: Material, _party: str | None = None, _issue: str | None = None) -> tuple[DoubtRow, ...]:
    """The lines that give reason for doubt and on which nobody has decided, the most doubtful first, of equally
    doubtful ones that which more origins tell; those that were put aside come last."""
    disputed = _disputed(material)
    found = [*_moves(material, disputed), *_answers(material)]

    def place(row: DoubtRow) -> tuple[bool, float, int, str, str]:
        return row.id in material.held, -row.doubt, -row.n_origins, row.document, row.id

    return tuple(sorted(found, key=place))


def _disputed(material: Material) -> frozenset[str]:
    """The moves on which a disputed status or a dispute rests."""
    account = material.account
    offers = [one.offer for one in account.exchanges if one.status == "disputed"]
    of_offers = {move for offer in offers if offer in material.events for move in material.events[offer].moves}
    return frozenset(of_offers | {row for one in account.disputes for side in one.sides for row in side.evidence})


def _moves(material: Material, disputed: frozenset[str]) -> Iterator[DoubtRow]:
    for move in material.moves.values():
        if move.id in material.settled or move.document_id not in material.documents:
            continue
        event = material.events.get(material.event_of.get(move.id, ""))
        if event is None and not _left_out(material, move):
            continue
        doubts = dict(_of_move(material, move, event, disputed=move.id in disputed))
        if doubts:
            beside = (event, tuple(doubts.items()), move.id in material.held)
            row = partial(_row, material, move, event, "move", doubts, subjects=(move.id,))
            yield material.made("doubts", move, beside, partial(row, score=move.score, rule=move.rule))


def _left_out(material: Material, move: Move) -> bool:
    """Whether the account does without it for its score, and not because it had not happened by its day."""
    return move.score < COUNTS_FROM and listed_move(material, material.documents[move.document_id], move)


def _of_move(material: Material, move: Move, event: Event | None, *, disputed: bool) -> Iterator[tuple[Doubt, float]]:
    """Each reason with its weight."""
    if disputed:
        yield "disputed", REASONS["disputed"]
    if move.score < SURE:
        yield "low-score", REASONS["low-score"] * (SURE - move.score)
    if event is None:
        yield "left-out", REASONS["left-out"]
    elif any(material.moves[one].kind != move.kind for one in event.moves if one in material.moves):
        yield "kinds-differ", REASONS["kinds-differ"]
    if not move.actors or any(ref.anonymity != "named" for ref in move.actors):
        yield "party-unknown", REASONS["party-unknown"]
    if move.when is None and move.modality == "actual":
        yield "no-date", REASONS["no-date"]


def _answers(material: Material) -> Iterator[DoubtRow]:
    for one in material.account.answers:
        if one.rule == _DECIDED or one.score >= SURE_LINK or one.id in material.settled:
            continue
        ends = _ends(material, one)
        if ends is None:
            continue
        answer, to = ends
        doubts: Mapping[Doubt, float] = {"link-unsure": REASONS["link-unsure"] + 0.1 * (SURE_LINK - one.score)}
        event = material.events[one.answer]
        yield _row(
            material, answer, event, "answer", doubts, subjects=(answer.id, to.id), score=one.score, rule=one.rule,
            of=one.id, kind=one.disposition, answered=quoted(material.documents[to.document_id].text, to.anchor),
        )  # fmt: skip


def _ends(material: Material, one: Answer) -> tuple[Move, Move] | None:
    """A move of the answer and one of what it answers, those that are the evidence before others."""
    ends = []
    for event in (one.answer, one.to):
        moves = material.events[event].moves if event in material.events else ()
        there = [move for move in moves if move in material.moves]
        shown = [move for move in there if move in one.evidence] or there
        if not shown:
            return None
        ends.append(material.moves[min(shown)])
    return ends[0], ends[1]


def _row(
    material: Material,
    move: Move,
    event: Event | None,
    line: str,
    doubts: Mapping[Doubt, float],
    *,
    subjects: tuple[str, ...],
    **more: Any,
) -> DoubtRow:
    told = material.documents[move.document_id]
    row_id = more.get("of", move.id)
    return DoubtRow(
        id=row_id,
        line=line,
        doubt=round(sum(doubts.values()), 3),
        reasons=joined([*doubts, *([PUT_ASIDE] if row_id in material.held else [])]),
        kind=more.get("kind", move.kind),
        modality=move.modality,
        **dates(move.when),
        actors=joined(ref.name for ref in move.actors),
        recipients=joined(ref.name for ref in move.recipients),
        score=more["score"],
        rule=more["rule"],
        event=event.id if event else None,
        subjects=joined(subjects),
        told_by=joined(event.moves if event else (move.id,)),
        quote=quoted(told.text, move.anchor),
        answered_quote=more.get("answered"),
        document_id=told.document_id,
        document=told.name,
        outlet=told.outlet,
        known_from=told.published.last if told.published else None,
        n_origins=event.n_origins if event else 1,
    )
