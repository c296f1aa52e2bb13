"""A row of the record in full, with its evidence in quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rejoinder.publish.evidence import evidence
from rejoinder.publish.showing.lines import Lines, cited, indented, under
from rejoinder.record.material import Material, quoted
from rejoinder.record.search import Found
from rejoinder.types.account import Answer, Dispute, Event, Exchange, Issue, Party
from rejoinder.types.document import Document
from rejoinder.types.extraction import COUNTS_FROM, NARRATOR, Move, Statement
from rejoinder.types.judgement import Judgement


def show(found: Found, material: Material) -> Lines:
    """The row in lines of text, the first of which says what it is."""
    made = _SHOWN[found.kind](found.row, material)
    return [f"{found.id}: {made[0]}", *indented(made[1:])]


def _document(row: Document, material: Material) -> Lines:
    known = row.metadata
    facts = {
        "outlet": known.outlet,
        "published": known.published.iso() if known.published else None,
        "by": known.byline,
        "origin": known.origin,
        "address": known.url,
        "language": known.language,
    }
    places = dict(known.found)
    told = material.documents.get(row.id)
    moves = told.extraction.moves if told else ()
    statements = told.extraction.statements if told else ()
    return [
        f"document {row.name}" + (f", “{known.title}”" if known.title else ""),
        *(f"{name}: {value or 'unknown'}{_found_in(places.get(_FIELDS[name]))}" for name, value in facts.items()),
        *under("with remarks:", [f"{p.code}: {p.message} {p.advice}".strip() for p in row.problems]),
        *under(f"{len(statements)} statements:", cited(evidence(material, [one.id for one in statements]), 60)),
        *under(f"{len(moves)} acts:", cited(evidence(material, [one.id for one in moves]), 60)),
    ]


_FIELDS = {
    "outlet": "outlet",
    "published": "published",
    "by": "byline",
    "origin": "origin",
    "address": "url",
    "language": "language",
}


def _found_in(place: str | None) -> str:
    return f" ({place})" if place else ""


def _statement(row: Statement, material: Material) -> Lines:
    text = material.documents[row.document_id].text
    chain = [hop.name for hop in row.chain]
    return [
        f"{row.form} speech of {', '.join(one.name for one in row.speakers) or 'somebody unnamed'}",
        *cited(evidence(material, [row.id])),
        f"introduced by “{quoted(text, row.cue)}”" if row.cue else "without a word that introduces it",
        *([f"carried by {', then '.join(chain)}"] if chain else []),
        *(
            [f"the holder {'denies' if row.commitment == 'denied' else 'doubts'} it"]
            if row.commitment != "asserted"
            else []
        ),
        *([f"quoted inside {row.inside}"] if row.inside else []),
        *([f"goes on from {row.continues}"] if row.continues else []),
    ]


def _move(row: Move, material: Material) -> Lines:
    to = f" to {', '.join(one.name for one in row.recipients)}" if row.recipients else ""
    return [
        f"{row.kind} ({row.modality}) by {', '.join(one.name for one in row.actors)}{to}",
        *cited(evidence(material, [row.id])),
        f"on the word of {', '.join(one.name for one in row.holders) or 'the narrator'}",
        f"date: {row.when.iso() if row.when else 'unknown'}"
        + (f" (“{row.when.phrase}”)" if row.when and row.when.phrase else ""),
        *([f"done by {', '.join(one.name for one in row.agents)}"] if row.agents else []),
        _counts(row, material),
    ]


def _counts(row: Move, material: Material) -> str:
    if row.id in material.event_of:
        return f"part of {material.event_of[row.id]}"
    if row.score < COUNTS_FROM:
        return f"not counted: its score of {row.score:.2f} is below {COUNTS_FROM}; the account does without it"
    return "not counted on this day"


def _event(row: Event, material: Material) -> Lines:
    answers = [a for a in material.account.answers if row.id in (a.answer, a.to)]
    return [
        _act(row, material),
        f"told by {row.n_articles} articles of {row.n_origins} origins, known from {row.known_from or 'no known day'}",
        *cited(evidence(material, row.moves)),
        *under("answers and answered:", [_link(one, material) for one in answers]),
        *under("cut from a copy by:", _cut(row, material)),
    ]


def _cut(event: Event, material: Material) -> Lines:
    """The outlets that printed a story without the event, with their copies, and the copies of others that have it."""

    def named(ids: tuple[str, ...]) -> str:
        return ", ".join(material.documents[one].name for one in ids if one in material.documents)

    rows = [row for row in material.account.coverage if row.event == event.id and row.reason == "cut"]
    return [f"{row.outlet}: {named(row.cut_from)} lacks what {named(row.kept_in)} has" for row in rows]


def _exchange(row: Exchange, material: Material) -> Lines:
    offer = material.events.get(row.offer)
    answers = [a for a in material.account.answers if a.id in row.answers]
    clauses = [f"{material.issue_names([one.issue])}: {one.status}" for one in row.clauses]
    open_ = f", open for {row.days_open} days" if row.days_open is not None else ""
    return [
        f"{_act(offer, material) if offer else 'something'}; {row.status}{open_}",
        *(["its parts are said to go together as a whole"] if row.package else []),
        *under("on the table:", cited(evidence(material, offer.moves if offer else ()))),
        *under("clause by clause:", clauses),
        *under("answers:", [line for one in answers for line in _answer(one, material)]),
        *(["no answer is seen in these sources"] if row.unanswered_by_silence else []),
        *([f"said not to have been answered, by {_sayers(row, material)}"] if row.said_unanswered else []),
    ]  # fmt: skip


def _sayers(row: Exchange, material: Material) -> str:
    return ", ".join("the narrator" if one == NARRATOR else material.name(one) for one in row.said_unanswered)


def _answer(row: Answer, material: Material) -> Lines:
    own = [one for one in row.evidence if material.event_of.get(one) == row.answer]
    return [_link(row, material), *indented(cited(evidence(material, own or row.evidence), 4))]


def _dispute(row: Dispute, material: Material) -> Lines:
    sides = [
        (f"{material.names(side.holders) or 'somebody'}:", cited(evidence(material, side.evidence)))
        for side in row.sides
    ]
    return [
        f"accounts that cannot all be true ({row.rule})",
        *(line for holder, words in sides for line in under(holder, words)),
    ]


def _party(row: Party, material: Material) -> Lines:
    own = [event for event in material.account.events if row.id in event.actors]
    stands = [p for p in material.account.positions if p.party == row.id]
    return [
        f"{row.name}, {row.type}" + (f", for {material.name(row.principal)}" if row.principal else ""),
        *([f"office: {row.role}"] if row.role else []),
        f"also called: {'; '.join(row.forms)}",
        *under(f"{len(own)} acts:", [f"{_act(event, material)} [{event.id}]" for event in own]),
        *under("stands:", dict.fromkeys(f"{material.issue_names([p.issue])}: {p.stance}" for p in stands)),
    ]


def _issue(row: Issue, material: Material) -> Lines:
    events = [event for event in material.account.events if row.id in event.issues]
    return [
        f"issue {row.name}",
        f"words: {'; '.join(row.forms)}",
        *(f"{_act(e, material)} [{e.id}]" for e in events),
    ]


def _judgement(row: Judgement, _material: Material) -> Lines:
    return [f"{row.decision}: {', '.join(row.subjects)}", f"by {row.by} at {row.made_at.isoformat()}"]


def _act(event: Event, material: Material) -> str:
    to = f" to {material.names(event.recipients)}" if event.recipients else ""
    day = f", {event.when.iso()}" if event.when else ""
    mood = "" if event.modality == "actual" else f" ({event.modality})"
    return f"{event.kind}{mood} by {material.names(event.actors) or 'somebody'}{to}{day}"


def _link(row: Answer, material: Material) -> str:
    ends = [material.events.get(row.answer), material.events.get(row.to)]
    said = [_act(event, material) if event else "something" for event in ends]
    return f"{said[0]} — {row.disposition}, in answer to: {said[1]} [{row.id}]"


_SHOWN: Mapping[str, Callable[[Any, Material], Lines]] = MappingProxyType(
    {
        "document": _document,
        "statement": _statement,
        "move": _move,
        "event": _event,
        "exchange": _exchange,
        "answer": _answer,
        "dispute": _dispute,
        "party": _party,
        "issue": _issue,
        "judgement": _judgement,
    }
)
