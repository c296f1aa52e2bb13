"""What happened, what was put on the table, and what answered what, as flat rows."""

from __future__ import annotations

import datetime as dt
from functools import partial

from rejoinder.record.columns import code_columns, dates, in_time, source_columns, witness_columns
from rejoinder.record.filters import Named, chosen
from rejoinder.record.material import Material, folded, joined
from rejoinder.record.view_rows import AnswerRow, ExchangeRow, TimelineRow
from rejoinder.types.account import Answer, Event, Exchange
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.time import When


def timeline_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[TimelineRow, ...]:
    """The events in order of time, those without a date last."""
    wanted = chosen(material, party, issue)
    events = [e for e in material.account.events if wanted.wants((*e.actors, *e.recipients), e.issues)]
    return tuple(
        material.made("timeline", event, _named(material, event), partial(_timeline_row, material, event))
        for event in sorted(events, key=lambda e: (in_time(e.when), e.id))
    )


def _named(material: Material, event: Event) -> tuple[object, ...]:
    """Who takes part and what it is about, by their names and codes."""
    sides = (event.actors, event.recipients)
    return (*map(material.names, sides), *map(material.codes_of, sides), material.issue_names(event.issues))


def _timeline_row(material: Material, event: Event) -> TimelineRow:
    holders = dict.fromkeys(material.moves[move].holder for move in event.moves if move in material.moves)
    return TimelineRow(
        id=event.id,
        **dates(event.when),
        date_phrase=folded(event.when.phrase) if event.when else None,
        kind=event.kind,
        modality=event.modality,
        actors=material.names(event.actors),
        actor_codes=material.codes_of(event.actors),
        recipients=material.names(event.recipients),
        recipient_codes=material.codes_of(event.recipients),
        issues=material.issue_names(event.issues),
        gloss=folded(event.gloss),
        holders=joined(sorted(holders, key=lambda name: (name != NARRATOR, name))),
        **code_columns(material.event_code(event.kind, event.modality, event.gloss)),
        n_articles=event.n_articles,
        n_origins=event.n_origins,
        known_from=event.known_from,
        **source_columns(material.source(event.moves)),
        moves=joined(event.moves),
    )


def exchange_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[ExchangeRow, ...]:
    """What was put on the table, in order of time."""
    wanted = chosen(material, party, issue)
    rows = [e for e in material.account.exchanges if wanted.wants((*e.by, *e.to), e.issues)]
    answers = {answer.id: answer for answer in material.account.answers}

    def when(exchange: Exchange) -> When | None:
        offer = material.events.get(exchange.offer)
        return offer.when if offer else exchange.since

    ordered = sorted(rows, key=lambda e: (in_time(when(e)), e.id))
    return tuple(
        _exchange_row(material, row, when(row), [answers[a] for a in row.answers if a in answers]) for row in ordered
    )


def _exchange_row(material: Material, row: Exchange, when: When | None, answers: list[Answer]) -> ExchangeRow:
    offer = material.events.get(row.offer)
    given = [answer for answer in answers if answer.disposition != "none"]  # the others say that none came
    came = [material.events[answer.answer] for answer in given if answer.answer in material.events]
    by = dict.fromkeys(actor for event in came for actor in event.actors)
    days = [event.when.first for event in came if event.when]
    moves = offer.moves if offer else ()
    shown = [f"{material.issue_names([clause.issue])}: {clause.status}" for clause in row.clauses]
    return ExchangeRow(
        id=row.id,
        offer=row.offer,
        **dates(when),
        kind=offer.kind if offer else None,
        by=material.names(row.by),
        by_codes=material.codes_of(row.by),
        to=material.names(row.to),
        to_codes=material.codes_of(row.to),
        issues=material.issue_names(row.issues),
        gloss=folded(offer.gloss) if offer else None,
        status=row.status,
        package=row.package,
        clauses=joined(shown),
        n_answers=len(given),
        dispositions=joined(dict.fromkeys(answer.disposition for answer in answers)),
        answered_by=material.names(by),
        last_answer_date=max(days, default=None),
        open_since=_open_since(row, offer),
        days_open=row.days_open,
        unanswered_by_silence=row.unanswered_by_silence,
        said_unanswered=material.names(row.said_unanswered),
        **witness_columns(material.witnesses((*moves, *(move for event in came for move in event.moves)))),
        **source_columns(material.source(moves)),
    )


def _open_since(row: Exchange, offer: Event | None) -> dt.date | None:
    """The day from which `days_open` counts."""
    if row.days_open is None:
        return None
    return row.since.first if row.since else offer.known_from if offer else None


def answer_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[AnswerRow, ...]:
    """The answers in order of time."""
    wanted = chosen(material, party, issue)
    rows = []
    for row in material.account.answers:
        ends = [material.events[e] for e in (row.answer, row.to) if e in material.events]
        parties = [p for event in ends for p in (*event.actors, *event.recipients)]
        if wanted.wants(parties, [i for event in ends for i in event.issues]):
            rows.append(_answer_row(material, row))
    return tuple(sorted(rows, key=lambda row: (row.event_date or dt.date.max, row.id)))


def _answer_row(material: Material, row: Answer) -> AnswerRow:
    answer, answered = material.events.get(row.answer), material.events.get(row.to)
    own = [one for one in row.evidence if material.event_of.get(one) == row.answer]
    return AnswerRow(
        id=row.id,
        answer=row.answer,
        to=row.to,
        disposition=row.disposition,
        **dates(answer.when if answer else None),
        kind=answer.kind if answer else None,
        answered_by=material.names(answer.actors if answer else ()),
        answered_by_codes=material.codes_of(answer.actors if answer else ()),
        answered=material.names(answered.actors if answered else ()),
        answered_codes=material.codes_of(answered.actors if answered else ()),
        gloss=folded(answer.gloss) if answer else None,
        to_gloss=folded(answered.gloss) if answered else None,
        issues=material.issue_names(answered.issues if answered else ()),
        rule=row.rule,
        score=row.score,
        **witness_columns(material.witnesses(row.evidence)),
        **source_columns(material.source(own or row.evidence)),
    )
