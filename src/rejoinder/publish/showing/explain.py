"""Why a row is there: the words, the model or rule that read them, and the passages that test it."""

from __future__ import annotations

from rejoinder import registry
from rejoinder.pipeline.reader import comparing, nearest_passage
from rejoinder.publish.evidence import evidence
from rejoinder.publish.showing import passages
from rejoinder.publish.showing.lines import Lines, cited, indented, under
from rejoinder.publish.words.rules import ground
from rejoinder.record.material import Material, quoted
from rejoinder.record.search import Found
from rejoinder.types.account import Answer, Dispute, Event, Exchange, Party
from rejoinder.types.document import Document
from rejoinder.types.extraction import Move, Statement

_MOST = 6


def explain(found: Found, material: Material, reader: str | None) -> Lines:
    """The grounds of a row in lines of text; `reader` names the model and code that read the documents."""
    match found.row:
        case Move():
            made = _move(found.row, material, reader)
        case Statement():
            made = _statement(found.row, material, reader)
        case Event():
            made = _event(found.row, material, reader)
        case Answer():
            made = _answer(found.row, material, reader)
        case Exchange():
            made = _exchange(found.row, material, reader)
        case Dispute():
            made = _dispute(found.row, material, reader)
        case Party():
            made = _party(found.row)
        case Document():
            made = _document(found.row, material)
        case _:
            made = [f"a {found.kind}: it is as it was put there"]
    return [f"{found.id}: {made[0]}", *indented(made[1:])]


def _read_by(reader: str | None, score: float) -> str:
    model, _, code = (reader or "an unknown reader").partition("/")
    return f"read by model {model}" + (f" with rules {code}" if code else "") + f", score {score:.2f} of 1"


def _rules(rule: str) -> Lines:
    return [
        f"rule {name} ({place or 'no line of this release'}){f': {said}' if (said := ground(name)) else ''}"
        for name, place in registry.places(rule).items()
    ]


def _move(row: Move, material: Material, reader: str | None) -> Lines:
    text = material.documents[row.document_id].text
    date = (
        f"dated {row.when.iso()} by “{row.when.phrase}”"
        if row.when and row.when.phrase
        else "dated by no words of its own"
    )
    if row.when and not row.when.phrase:
        date = f"dated {row.when.iso()} by what stands around it"
    return [
        f"“{quoted(text, row.trigger)}” names the act: {row.kind}, {row.modality}",
        *cited(evidence(material, [row.id])),
        _read_by(reader, row.score),
        *_learnt(row, reader),
        *_rules(row.rule),
        *(f"its kind is tested by {passage}" for passage in passages.that_test(row.kind)),
        f"on the word of {', '.join(one.name for one in row.holders) or 'the narrator'}"
        + (f", inside {row.statement_id}" if row.statement_id else ""),
        date,
    ]


def _learnt(row: Move, reader: str | None) -> Lines:
    """The training passage whose act the reader takes to be most like this one."""
    found = nearest_passage(reader or "", row.trace)
    if found is None:
        return []
    return [f"most like “{found.words}” ({found.kind}) of {found.where}, {found.likeness:.2f} of 1"]


def _statement(row: Statement, material: Material, reader: str | None) -> Lines:
    text = material.documents[row.document_id].text
    cue = f"“{quoted(text, row.cue)}” introduces it" if row.cue else "nothing introduces it"
    source = f", said of “{quoted(text, row.source)}”" if row.source else ""
    return [f"{cue}{source}", *cited(evidence(material, [row.id])), _read_by(reader, row.score), *_rules(row.rule)]


def _event(row: Event, material: Material, reader: str | None) -> Lines:
    told = [line for one in row.moves[:_MOST] if one in material.moves
            for line in (f"{one}:", *indented(_move(material.moves[one], material, reader)))]  # fmt: skip
    more = [f"and {len(row.moves) - _MOST} more"] if len(row.moves) > _MOST else []
    return [f"one act, because these {len(row.moves)} passages are taken to tell the same", *told, *more]


def _answer(row: Answer, material: Material, reader: str | None) -> Lines:
    own = [one for one in row.evidence if one in material.moves]
    return [
        f"{row.answer} is taken as an answer ({row.disposition}) to {row.to}, score {row.score:.2f}",
        *_rules(row.rule),
        *_compared(row, material, reader),
        *cited(evidence(material, own), _MOST),
        *([_read_by(reader, max(material.moves[one].score for one in own))] if own else []),
    ]


def _compared(row: Answer, material: Material, reader: str | None) -> Lines:
    """How likely the model takes the one for an answer to the other, by the traces of their moves."""
    answer, to = ([material.moves[m].trace for m in material.events[one].moves if m in material.moves]
                  for one in (row.answer, row.to) if one in material.events)  # fmt: skip
    compare = comparing(reader or "")
    found = [made.answers for one in answer for other in to if (made := compare(one, other))]
    return [f"the model takes it for an answer: {max(found):.2f} of 1"] if found else []


def _exchange(row: Exchange, material: Material, reader: str | None) -> Lines:
    offer = material.events.get(row.offer)
    answers = [one for one in material.account.answers if one.id in row.answers]
    return [
        f"{row.status}, by what was put on the table and {len(answers)} answers to it",
        *under("put on the table:", _event(offer, material, reader) if offer else []),
        *(line for one in answers for line in under(f"{one.id}:", _answer(one, material, reader))),
    ]


def _dispute(row: Dispute, material: Material, reader: str | None) -> Lines:
    scores = [material.moves[one].score for side in row.sides for one in side.evidence if one in material.moves]
    sides = (under(f"{material.names(side.holders) or 'somebody'}:", cited(evidence(material, side.evidence), _MOST))
             for side in row.sides)  # fmt: skip
    return [
        f"{len(row.sides)} accounts are set against each other",
        *_rules(row.rule),
        *(line for side in sides for line in side),
        *([_read_by(reader, min(scores))] if scores else []),
    ]


def _party(row: Party) -> Lines:
    return [f"{row.name}: these words of the documents are taken to stand for it", "; ".join(row.forms)]


def _document(row: Document, material: Material) -> Lines:
    told = material.documents.get(row.id)
    return [
        f"{row.name}, read as {row.media}",
        *(f"{field} found in: {place}" for field, place in row.metadata.found),
        f"counted as of the origin: {told.origin if told else 'not read'}",
        *(f"{p.code}: {p.message}" for p in row.problems),
    ]
