"""Moves: what the tagger reads as diplomatic acts, with principals, holder, day and topic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.extract.actors import acting, addressed
from rejoinder.extract.answered import with_answers
from rejoinder.extract.clauses import Clause
from rejoinder.extract.contents import trimmed
from rejoinder.extract.dating import day_of, narrowed
from rejoinder.extract.doubles import without_doubles
from rejoinder.extract.guards import SPEECH, Setting, modality_of, rekinded, vouched
from rejoinder.extract.main_parties import main_parties
from rejoinder.extract.negation import with_polarity
from rejoinder.extract.news_days import NewsDays
from rejoinder.extract.own_times import SPOKEN, Act
from rejoinder.extract.own_voice import own_voice
from rejoinder.extract.press import is_with_the_press
from rejoinder.extract.speakers import PartiesAt, principals
from rejoinder.extract.surroundings import Surroundings
from rejoinder.extract.topics import topic_words
from rejoinder.types.annotation import ActReading, Annotation, PartyRef
from rejoinder.types.document import READ_ZONES, Document
from rejoinder.types.extraction import Modality, Move, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering

_WORD = re.compile(r"\w")
_LONGEST = 200
"""No trigger has more characters."""


def moves(
    document: Document, annotation: Annotation, statements: Sequence[Statement], parties: PartiesAt
) -> tuple[Move, ...]:
    """All moves of one document in text order."""
    made: list[Move] = []
    rekind = (rekinded(document.text, a) for a in annotation.reading.acts)
    settled = (with_polarity(document.text, a) for a in rekind)
    acts = [a for a in settled if a is not None and not is_with_the_press(document.text, a)]
    starts = [a.trigger.start for a in acts]
    main = main_parties(annotation)
    days = NewsDays(document, annotation, statements)
    around, said, own = Surroundings(annotation), _Said(statements), own_voice(document, annotation)
    for act in acts:
        if document.zone_at(act.trigger.start) not in READ_ZONES:
            continue
        clause = replace(_clause(around, said, act), own_voice=own)
        near = acts[bisect_left(starts, clause.sentence.start - _LONGEST) : bisect_left(starts, clause.sentence.end)]
        others = [a.trigger for a in near if a is not act and clause.sentence.touches(a.trigger)]
        move = _move(document, around, parties, clause, others, made, main, days)
        if move is not None:
            made.append(move)
    kept = narrowed(without_doubles(document.text, made))
    return tuple(with_answers(kept, {a.trigger: a.answered for a in acts}))


class _Said:
    """The statements of one document by their words and by their cues."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.contents = Places((c, s) for s in statements for c in s.content)
        self.cues = Places((s.cue, s) for s in statements if s.cue is not None)


def _clause(around: Surroundings, said: _Said, act: ActReading) -> Clause:
    found = around.sentence(act.trigger)
    sentence = found.span if found else act.anchor
    holding = said.contents.touching(act.trigger)
    cues = said.cues.touching(act.trigger)
    size = lambda s: covering(s.content).end - covering(s.content).start  # noqa: E731
    beside = {s.id: s for s in (*said.contents.touching(sentence), *said.cues.touching(sentence))}
    return Clause(
        act=act,
        sentence=sentence,
        held_in=min(holding, key=size) if holding else None,
        cue_of=cues[0] if cues else None,
        beside=tuple(beside.values()),
    )


def _holders(text: str, clause: Clause, actors: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """On whose word the act stands: who speaks, for what stands in a direct quotation or in what is merely said;
    empty for the narrator, whose own verb may name the act. What the tagger gives to a speaker whose statement is not
    found is, done by saying it, on the word of who does it."""
    statement = clause.held_in
    if statement is not None:
        return statement.speakers if vouched(text, clause.act, statement) else ()
    if not clause.act.held_by_speaker:
        return ()
    if clause.cue_of is not None:
        return clause.cue_of.speakers
    said = (
        clause.act.kind in SPOKEN
        and clause.act.modality == "actual"
        and SPEECH.search(clause.sentence.of(text)) is not None
    )
    return tuple(actors) if said else ()


def _modality(text: str, clause: Clause, holders: Sequence[PartyRef], actors: Sequence[PartyRef] = ()) -> Modality:
    told = clause.held_in is not None
    denied = clause.held_in is not None and clause.held_in.commitment == "denied"
    own = bool({a.acts_for for a in actors} & {h.acts_for for h in holders})
    setting = Setting(sentence=clause.sentence, told=told, denied=denied, own=own)
    modality = modality_of(text, clause.act, setting)
    settled = with_polarity(text, replace(clause.act, modality=modality))
    modality = settled.modality if settled else modality
    if modality == "reported" and not holders:
        return "actual"
    return modality  # type: ignore[return-value]


def _dated_by(around: Surroundings, clause: Clause, anchor: Span, modality: Modality, others: Sequence[Span]) -> Act:
    """What the day of an act depends on."""
    trigger = clause.act.trigger
    statement = clause.held_in or clause.cue_of
    said = None
    if statement is not None and (cue := statement.cue) is not None:
        found = around.sentence(cue)
        said = found.span if found else None
    cues = tuple(s.cue for s in clause.beside if s.cue is not None and not s.cue.touches(trigger))
    return Act(
        kind=clause.act.kind,
        modality=modality,
        trigger=trigger,
        anchor=anchor,
        others=(*others, *cues),
        contents=tuple(c for s in clause.beside for c in s.content if not c.touches(trigger)),
        held=clause.held_in,
        said=said,
    )


def _move(
    document: Document,
    around: Surroundings,
    parties: PartiesAt,
    clause: Clause,
    others: Sequence[Span],
    made: Sequence[Move],
    main: Sequence[PartyRef],
    days: NewsDays,
) -> Move | None:
    act = clause.act
    anchor = parties.with_whole_names(trimmed(document.text, act.anchor))
    if not anchor.holds(act.trigger) or not _WORD.search(anchor.of(document.text)):
        anchor = act.trigger
    actors, rule = acting(document.text, parties, clause, made, main)
    actors = tuple(a for a in actors if a.type != "media") or actors
    if not actors:
        return None
    holders = _holders(document.text, clause, actors)
    modality = _modality(document.text, clause, holders, actors)
    statement = clause.held_in or clause.cue_of
    dated = _dated_by(around, clause, anchor, modality, others)
    recipients, to_rule = addressed(document.text, parties, clause, actors, main)
    return Move(
        id=content_id("m", document.id, act.trigger.start, act.trigger.end, act.kind),
        document_id=document.id,
        kind=act.kind,
        trigger=act.trigger,
        anchor=anchor,
        actors=principals(actors),
        recipients=principals(recipients),
        agents=tuple(a for a in actors if a.principal),
        holders=holders,
        modality=modality,
        when=day_of(document, dated, days),
        topic=topic_words(document.text, anchor, around),
        statement_id=statement.id if statement else None,
        zone=document.zone_at(act.trigger.start),
        rule=f"move.trigger {rule} {to_rule}",
        score=act.score,
        trace=act.trace,
    )
