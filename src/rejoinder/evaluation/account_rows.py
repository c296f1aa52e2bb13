"""An account as rows that are scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rejoinder.evaluation.prediction import (
    Place,
    PredictedAnswer,
    PredictedExchange,
    PredictedMove,
    PredictedStatement,
    Prediction,
)
from rejoinder.evaluation.written_names import written_names
from rejoinder.types.account import Account, Event, Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span, covering
from rejoinder.types.time import When

Raw = Callable[[str, Span], Span]


def as_it_stands(_document_id: str, span: Span) -> Span:
    """The span itself, for texts that are their source files."""
    return span


def account_prediction(inputs: Sequence[Reported], account: Account, raw: Raw = as_it_stands) -> Prediction:
    """Statements of the documents and moves that count, grouped, linked and opposed as the account has them.

    A move for which its own document gives no day, or only a week or the like, has that of its event.

    `raw` gives the place in the source file of a span of a document's text.
    """
    event_of = {move: event for event in account.events for move in event.moves}
    files = {one.document_id: one.name for one in inputs}
    statements = [s for one in inputs for s in one.extraction.statements]
    moves = [m for one in inputs for m in one.extraction.moves if m.id in event_of]

    def place(document_id: str, span: Span) -> Place:
        there = raw(document_id, span)
        return Place(doc=files[document_id], start=there.start, end=there.end)

    written = written_names([one.text for one in inputs], [party.name for party in account.parties])
    acting = _acting(account, written)
    stands = {m.id: place(m.document_id, m.anchor) for m in moves}
    stands |= {s.id: place(s.document_id, covering(s.content)) for s in statements}
    return Prediction(
        statements=tuple(_statement(s, stands[s.id], acting) for s in statements),
        moves=tuple(_move(m, stands[m.id], event_of[m.id], acting) for m in moves),
        answers=tuple(PredictedAnswer(answer=a.answer, to=a.to, disposition=a.disposition) for a in account.answers),
        exchanges=tuple(PredictedExchange(offer=e.offer, status=e.status) for e in account.exchanges),
        disputes=tuple(
            tuple(tuple(stands[row] for row in side.evidence) for side in dispute.sides) for dispute in account.disputes
        ),
    )


def _acting(account: Account, written: Mapping[str, str]) -> Mapping[str, str]:
    """From each form of a party to the name of whom it acts for, as the documents write it; a form that two parties
    share is left out."""
    by_id = {party.id: party for party in account.parties}
    out: dict[str, str] = {}
    doubtful: set[str] = set()
    for party in account.parties:
        at, seen = party, {party.id}
        while at.principal and at.principal not in seen:
            seen.add(at.principal)
            at = by_id[at.principal]
        for form in party.forms:
            name = written.get(at.name, at.name)
            if out.setdefault(form, name) != name:
                doubtful.add(form)
    return {form: name for form, name in out.items() if form not in doubtful}


def _statement(statement: Statement, place: Place, acting: Mapping[str, str]) -> PredictedStatement:
    speaker = statement.speakers[0] if statement.speakers else None
    return PredictedStatement(
        place=place,
        speaker=speaker.name if speaker else None,
        of=_acts_for(speaker, acting) if speaker else None,
        form=statement.form,
        via=tuple(hop.name for hop in statement.chain),
    )


def _move(move: Move, place: Place, event: Event, acting: Mapping[str, str]) -> PredictedMove:
    return PredictedMove(
        place=place,
        event=event.id,
        kind=move.kind,
        actors=_names(move.actors, acting),
        recipients=_names(move.recipients, acting),
        date=when.iso() if (when := _day(move, event)) else "",
        modality=move.modality,
        holder=move.holder,
        score=move.score,
    )


def _day(move: Move, event: Event) -> When | None:
    """The day that the move's own document gives; where it gives none, or only a week that holds it, its event's."""
    own, whole = move.when, event.when
    if own is None or (
        own.precision in ("week", "interval") and whole and whole.precision == "day" and own.meets(whole)
    ):
        return whole
    return own


def _acts_for(party: PartyRef, acting: Mapping[str, str]) -> str:
    told = None if party.inferred else party.principal
    return acting.get(told, told) if told else acting.get(party.name) or party.acts_for


def _names(parties: Sequence[PartyRef], acting: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_acts_for(party, acting) for party in parties))
