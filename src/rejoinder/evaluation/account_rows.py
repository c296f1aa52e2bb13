"""An account as rows that are scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rejoinder.evaluation.prediction import (
    Place,
    PredictedAnswer,
    PredictedExchange,
    PredictedMove,
    PredictedStatement,
    Prediction,
)
from rejoinder.types.account import Account, Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span, covering

Raw = Callable[[str, Span], Span]


def as_it_stands(_document_id: str, span: Span) -> Span:
    """The span itself, for texts that are their source files."""
    return span


def account_prediction(inputs: Sequence[Reported], account: Account, raw: Raw = as_it_stands) -> Prediction:
    """Statements and moves of the documents, grouped, linked and opposed as the account has them.

    `raw` gives the place in the source file of a span of a document's text.
    """
    event_of = {move: event.id for event in account.events for move in event.moves}
    files = {one.document_id: one.name for one in inputs}
    statements = [s for one in inputs for s in one.extraction.statements]
    moves = [m for one in inputs for m in one.extraction.moves]

    def place(document_id: str, span: Span) -> Place:
        there = raw(document_id, span)
        return Place(doc=files[document_id], start=there.start, end=there.end)

    stands = {m.id: place(m.document_id, m.anchor) for m in moves}
    stands |= {s.id: place(s.document_id, covering(s.content)) for s in statements}
    return Prediction(
        statements=tuple(_statement(s, stands[s.id]) for s in statements),
        moves=tuple(_move(m, stands[m.id], event_of.get(m.id, m.id)) for m in moves),
        answers=tuple(PredictedAnswer(answer=a.answer, to=a.to, disposition=a.disposition) for a in account.answers),
        exchanges=tuple(PredictedExchange(offer=e.offer, status=e.status) for e in account.exchanges),
        disputes=tuple(
            tuple(tuple(stands[row] for row in side.evidence) for side in dispute.sides) for dispute in account.disputes
        ),
    )


def _statement(statement: Statement, place: Place) -> PredictedStatement:
    speaker = statement.speakers[0] if statement.speakers else None
    return PredictedStatement(
        place=place,
        speaker=speaker.name if speaker else None,
        of=speaker.acts_for if speaker else None,
        form=statement.form,
        via=tuple(hop.name for hop in statement.chain),
    )


def _move(move: Move, place: Place, event: str) -> PredictedMove:
    return PredictedMove(
        place=place,
        event=event,
        kind=move.kind,
        actors=_names(move.actors),
        recipients=_names(move.recipients),
        date=move.when.iso() if move.when else "",
        modality=move.modality,
        holder=move.holder,
    )


def _names(parties: Sequence[PartyRef]) -> tuple[str, ...]:
    return tuple(party.acts_for for party in parties)
