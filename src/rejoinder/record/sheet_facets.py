"""By which values each row of the account can be filtered, and what is related to it."""

from __future__ import annotations

from typing import Any

from rejoinder.record.codec import encode
from rejoinder.record.sheet_known import Described, Facets, Known
from rejoinder.types.account import Clause


def exchange(known: Known, row: Any) -> Described:
    """What was put on the table: by the parties and outlets of its offer and its answers too."""
    one = known.exchanges[row.id]
    events = [one.offer, *(known.answers[each].answer for each in one.answers if each in known.answers)]
    facets: Facets = {
        "party": known.parties((*one.by, *one.to)),
        "by": known.parties(one.by),
        "to": known.parties(one.to),
        "issue": one.issues,
        "status": [one.status],
        "outlet": known.outlets(move for event in known.events(events) for move in event.moves),
        "event": events,
    }
    return facets, {
        "by": [*one.by],
        "to": [*one.to],
        "issues": [*one.issues],
        "answers": [*one.answers],
        "clauses": encode(one.clauses, tuple[Clause, ...]),
        "said_unanswered": [*one.said_unanswered],
    }


def timeline(known: Known, row: Any) -> Described:
    """An event."""
    event = known.material.events[row.id]
    facets: Facets = {
        **known.of_event(event.id),
        "outlet": known.outlets(event.moves),
        "kind": [event.kind],
        "modality": [event.modality],
        "month": [event.when.first.isoformat()[:7] if event.when else None],
    }
    return facets, {"actors": [*event.actors], "recipients": [*event.recipients], "moves": [*event.moves]}


def answer(known: Known, row: Any) -> Described:
    """An answer: by the parties of both ends."""
    one = known.answers[row.id]
    ends = known.events((one.answer, one.to))
    facets: Facets = {
        "party": known.parties(party for event in ends for party in (*event.actors, *event.recipients)),
        "issue": {issue for event in ends for issue in event.issues},
        "disposition": [one.disposition],
        "outlet": known.outlets(one.evidence),
        "answer": [one.answer],
        "to": [one.to],
    }
    return facets, {"evidence": [*one.evidence]}


def side(known: Known, row: Any) -> Described:
    """A side of a dispute: by what all its sides are about, so that all of them are found by the same values."""
    one = known.disputes[row.dispute]
    told = [move for side in one.sides for move in side.evidence]
    ids = known.events_told(told)
    events = known.events(ids)
    holders = [holder for side in one.sides for holder in side.holders]
    involved = [party for event in events for party in (*event.actors, *event.recipients)]
    facets: Facets = {
        "party": known.parties((*holders, *involved)),
        "issue": {issue for event in events for issue in event.issues},
        "outlet": known.outlets(told),
        "dispute": [one.id],
        "event": ids,
        "rule": [one.rule],
        "side": [str(row.side)],
    }
    side = one.sides[row.side - 1]
    own = known.events_told(side.evidence)
    return facets, {"holders": [*side.holders], "evidence": [*side.evidence], "events": [*ids], "own": [*own]}


def position(known: Known, row: Any) -> Described:
    """Where a party stands."""
    one = known.positions[row.id]
    facets: Facets = {
        "party": known.parties([one.party]),
        "own": [one.party],
        "issue": [one.issue],
        "stance": [one.stance],
        "outlet": known.outlets([one.move]),
    }
    told = known.material.moves.get(one.move)
    return facets, {"party": one.party, "issue": one.issue, "document_id": told.document_id if told else None}


def coverage(known: Known, row: Any) -> Described:
    """What an outlet made of an event."""
    one = known.coverage(row.event, row.id)
    facets: Facets = {
        **known.of_event(one.event),
        "outlet": [one.outlet],
        "treatment": [one.treatment],
        "reason": [one.reason],
        "event": [one.event],
    }
    return facets, {"documents": [*one.documents], "cut_from": [*one.cut_from], "kept_in": [*one.kept_in]}


def address(known: Known, row: Any) -> Described:
    """Who addresses whom."""
    actor, recipient = known.pairs[row.id]
    facets: Facets = {"party": known.parties([actor, recipient]), "by": [actor], "to": [recipient]}
    return facets, {"actor": actor, "recipient": recipient}
