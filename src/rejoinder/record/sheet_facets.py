"""By which values each row of a view can be filtered, and what is related to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from rejoinder.record.codec import Json, encode
from rejoinder.record.reading_views import called
from rejoinder.record.sheet_known import Known
from rejoinder.record.sheet_schema import later
from rejoinder.record.view_rows import SEPARATOR
from rejoinder.types.account import Clause
from rejoinder.types.span import Span

Facets = Mapping[str, Iterable[str | None]]
Described = tuple[Facets, Mapping[str, Json]]


def _exchange(known: Known, row: Any) -> Described:
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


def _timeline(known: Known, row: Any) -> Described:
    event = known.material.events[row.id]
    facets: Facets = {
        **known.of_event(event.id),
        "outlet": known.outlets(event.moves),
        "kind": [event.kind],
        "modality": [event.modality],
        "month": [event.when.first.isoformat()[:7] if event.when else None],
    }
    return facets, {"actors": [*event.actors], "recipients": [*event.recipients], "moves": [*event.moves]}


def _answer(known: Known, row: Any) -> Described:
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


def _side(known: Known, row: Any) -> Described:
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


def _position(known: Known, row: Any) -> Described:
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


def _coverage(known: Known, row: Any) -> Described:
    one = known.coverage(row.event, row.id)
    facets: Facets = {
        **known.of_event(one.event),
        "outlet": [one.outlet],
        "treatment": [one.treatment],
        "reason": [one.reason],
        "event": [one.event],
    }
    return facets, {"documents": [*one.documents], "cut_from": [*one.cut_from], "kept_in": [*one.kept_in]}


def _statement(known: Known, row: Any) -> Described:
    one = known.material.statements[row.id]
    facets: Facets = {
        "party": known.parties(called(one.speakers)),
        "issue": known.said_about.get(row.id, ()),
        "outlet": [row.outlet],
        "form": [one.form],
        "document": [one.document_id],
    }
    return facets, {"content": _spans(one.content)}


def _move(known: Known, row: Any) -> Described:
    one = known.material.moves[row.id]
    facets: Facets = {
        "party": known.parties(called((*one.actors, *one.recipients, *one.agents))),
        "issue": known.issues_of(one.id),
        "outlet": [row.outlet],
        "kind": [one.kind],
        "modality": [one.modality],
        "event": [row.event],
        "document": [one.document_id],
    }
    return facets, {"trigger": _spans([one.trigger])}


def _party(known: Known, row: Any) -> Described:
    party = known.material.parties[row.id]
    facets: Facets = {
        "type": [party.type],
        "name": {name.casefold() for name in (party.id, party.name, *party.forms)},
        "party": known.material.line(party.id),
    }
    return facets, {"forms": [*party.forms], "principal": party.principal}


def _issue(known: Known, row: Any) -> Described:
    issue = known.material.issues[row.id]
    return {"name": {name.casefold() for name in (issue.id, issue.name, *issue.forms)}}, {"forms": [*issue.forms]}


def _document(known: Known, row: Any) -> Described:
    return {"outlet": [row.outlet], "origin": [row.origin], "name": [row.name]}, {}


def _source(known: Known, row: Any) -> Described:
    return {"outlet": [row.outlet]}, {}


def _family(known: Known, row: Any) -> Described:
    told = [known.material.documents[each] for each in known.families[row.origin]]
    members: list[Json] = [
        {
            "id": one.document_id,
            "name": one.name,
            "outlet": one.outlet,
            "published": one.published.iso() if one.published else None,
        }
        for one in told
    ]
    return {"outlet": {one.outlet for one in told}, "origin": [row.origin]}, {"members": members}


def _address(known: Known, row: Any) -> Described:
    actor, recipient = known.pairs[row.id]
    facets: Facets = {"party": known.parties([actor, recipient]), "by": [actor], "to": [recipient]}
    return facets, {"actor": actor, "recipient": recipient}


def _doubt(known: Known, row: Any) -> Described:
    facets: Facets = {
        "line": [row.line],
        "reason": row.reasons.split(SEPARATOR),
        "kind": [row.kind],
        "outlet": [row.outlet],
        "document": [row.document_id],
        "party": known.parties((*row.actors.split(SEPARATOR), *row.recipients.split(SEPARATOR))),
    }
    subjects: list[Json] = list(row.subjects.split(SEPARATOR))
    return facets, {"subjects": subjects}


def _spans(spans: Iterable[Span]) -> Json:
    return [[span.start, span.end] for span in spans]


DESCRIBED: Mapping[str, Callable[[Known, Any], Described]] = MappingProxyType(
    {
        "exchanges": _exchange,
        "timeline": _timeline,
        "answers": _answer,
        "disputes": _side,
        "positions": _position,
        "coverage": _coverage,
        "statements": _statement,
        later("statements"): _statement,
        "moves": _move,
        later("moves"): _move,
        "parties": _party,
        "issues": _issue,
        "documents": _document,
        "sources": _source,
        "families": _family,
        "addressed": _address,
        "doubts": _doubt,
    }
)
