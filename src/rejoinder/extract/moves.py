"""Moves: what the tagger reads as diplomatic acts, with principals, holder, day and topic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.extract.contents import overlap, trimmed
from rejoinder.extract.dating import SPOKEN, Act, day_of, narrowed
from rejoinder.extract.guards import SPEECH, Setting, modality_of, rekinded, vouched
from rejoinder.extract.main_parties import main_parties
from rejoinder.extract.negation import with_polarity
from rejoinder.extract.news_days import NewsDays
from rejoinder.extract.own_voice import own_voice
from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt, described, principals
from rejoinder.extract.surroundings import Surroundings
from rejoinder.extract.topics import topic_words
from rejoinder.types.annotation import ActReading, Annotation, PartyRef
from rejoinder.types.document import READ_ZONES, Document
from rejoinder.types.extraction import Modality, Move, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering
from rejoinder.vocabulary.kinds import triggers
from rejoinder.vocabulary.word_lists import word_list

_ADDRESSED = word_list("kinds addressed to somebody")
"""Kinds that are addressed to somebody, said or not."""
_GIVEN = _ADDRESSED | frozenset(("support", "aid", "agree"))
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|gets?|had|has|have|await\w*|waiting|came|come|comes|obtain\w*|without|no|any)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){0,2}$")
"""An auxiliary before a trigger: the sentence's first party is then the one to whom it is done."""
_WORD = re.compile(r"\w")
_SHORTEST_NAME = 4
_LONGEST = 200
"""No trigger has more characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One act with what stands around it: its sentence, the statement whose words hold it, the statement whose cue it
    is, the other statements of its sentence, and the party whose own publication it stands in."""

    act: ActReading
    sentence: Span
    held_in: Statement | None
    cue_of: Statement | None
    beside: tuple[Statement, ...] = ()
    own_voice: tuple[PartyRef, ...] = ()


def moves(
    document: Document, annotation: Annotation, statements: Sequence[Statement], parties: PartiesAt
) -> tuple[Move, ...]:
    """All moves of one document in text order."""
    made: list[Move] = []
    rekind = (rekinded(document.text, a) for a in annotation.reading.acts)
    acts = [settled for a in rekind if (settled := with_polarity(document.text, a)) is not None]
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
    kept = narrowed(_without_doubles(document.text, made))
    return tuple(_with_answers(kept, {a.trigger: a.answered for a in acts}))


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


def _meant(text: str, parties: PartiesAt, clause: Clause, span: Span) -> tuple[PartyRef, ...]:
    """The parties that a tagger's span stands for; the first person is who speaks, or whose paper it is."""
    if FIRST_PERSON.fullmatch(span.of(text).strip()):
        statement = clause.held_in or clause.cue_of
        if own := statement.speakers if statement is not None else clause.own_voice:
            return own
    return parties.at(span) or parties.source(span)


def _actors(
    document: Document, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """Who acts, by the tagger's spans, else the speaker, else the sentence's first party, else the actor of the act
    before."""
    if clause.act.kind in _GIVEN and (giver := _giver(document.text, parties, clause)):
        return giver, "actor.from"
    found: list[PartyRef] = []
    for span in clause.act.actors:
        found += _meant(document.text, parties, clause, span)
    if found:
        return tuple(dict.fromkeys(found)), "actor.span"
    if clause.cue_of is not None and clause.act.kind in SPOKEN:
        return clause.cue_of.speakers, "actor.cue"
    if clause.held_in is not None and clause.act.held_by_speaker and clause.act.kind in SPOKEN:
        return clause.held_in.speakers, "actor.speaker"
    before = [
        m
        for m in parties.outermost(Span(start=clause.sentence.start, end=clause.act.trigger.start))
        if m.kind not in ("place", "demonym")
    ]
    if (
        before
        and clause.act.kind in _ADDRESSED
        and _PASSIVE.search(document.text, max(0, clause.act.trigger.start - 40), clause.act.trigger.start)
    ):
        other = [p for p in main if p.name not in {b.acts_for for b in before[0].parties}]
        if len(main) == 2 and len(other) == 1:
            return (other[0],), "actor.passive"
    if before:
        return before[0].parties, "actor.subject"
    if made and clause.sentence.start - made[-1].anchor.end < 200:
        return made[-1].actors, "actor.before"
    for span in clause.act.actors:
        if len(span.of(document.text)) >= _SHORTEST_NAME:
            return (described(document.text, span, ()),), "actor.described"
    return (), "actor.unknown"


def _giver(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Who gives what is received ("no reply from X") or does what is done to another ("turned down by X")."""
    trigger = clause.act.trigger
    received = _RECEIVED.search(text, clause.sentence.start, trigger.end)
    passive = _PASSIVE.search(text, max(clause.sentence.start, trigger.start - 40), trigger.start) or text[
        trigger.start : trigger.end
    ].endswith("ed")
    word = re.match(r"(?:\s+\w+){0,3}\s+(from|by)\s", text[trigger.end : clause.sentence.end])
    if word is None or (word.group(1) == "from" and not received) or (word.group(1) == "by" and not passive):
        return ()
    return tuple(p for p in parties.after(text, trigger.end, clause.sentence.end) if p.type != "media")


def _recipients(
    text: str, parties: PartiesAt, clause: Clause, actors: Sequence[PartyRef], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """To whom, by the tagger's spans; where they name nobody and the story is of two parties, what one puts, answers
    or says is for the other."""
    found = [p for s in clause.act.recipients for p in _meant(text, parties, clause, s)]
    acting = {p.acts_for for p in actors}
    named = tuple(dict.fromkeys(p for p in found if p.acts_for not in acting and p.type != "media"))
    if named or clause.act.kind not in _ADDRESSED or len(main) < 2 or not acting & {p.name for p in main}:
        return named, "recipient.span" if named else "recipient.unknown"
    other = tuple(p for p in main if p.name not in acting)
    return (other, "recipient.main") if len(other) == 1 else ((), "recipient.unknown")


def _modality(text: str, clause: Clause, holders: Sequence[PartyRef]) -> Modality:
    told = clause.held_in is not None
    denied = clause.held_in is not None and clause.held_in.commitment == "denied"
    modality = modality_of(text, clause.act, Setting(sentence=clause.sentence, told=told, denied=denied))
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
    anchor = trimmed(document.text, act.anchor)
    if not anchor.holds(act.trigger) or not _WORD.search(anchor.of(document.text)):
        anchor = act.trigger
    actors, rule = _actors(document, parties, clause, made, main)
    actors = tuple(a for a in actors if a.type != "media") or actors
    if not actors:
        return None
    holders = _holders(document.text, clause, actors)
    modality = _modality(document.text, clause, holders)
    statement = clause.held_in or clause.cue_of
    dated = _dated_by(around, clause, anchor, modality, others)
    recipients, to_rule = _recipients(document.text, parties, clause, actors, main)
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


def _with_answers(made: Sequence[Move], answered: Mapping[Span, Sequence[Span]]) -> Iterator[Move]:
    """The same moves, each with those that it answers."""
    by_trigger = Places((m.trigger, m.id) for m in made)
    for move in made:
        found = {i for trigger in answered.get(move.trigger, ()) for i in by_trigger.touching(trigger)} - {move.id}
        yield replace(move, answers=tuple(sorted(found))) if found else move


def _without_doubles(text: str, made: Sequence[Move]) -> list[Move]:
    """Of two moves of one kind with nearly the same anchor, the one whose trigger has this meaning, else the surer."""
    ranked = sorted(made, key=lambda m: (not _means(text, m), -m.score, m.trigger))
    rank = {m.id: n for n, m in enumerate(ranked)}
    places = Places((m.anchor, m) for m in ranked)
    kept: dict[str, Move] = {}
    for move in ranked:
        surer = (o for o in places.touching(move.anchor) if o.id in kept and rank[o.id] < rank[move.id])
        if not any(_same_act(move, other) for other in surer):
            kept[move.id] = move
    return sorted(kept.values(), key=lambda m: (m.trigger, m.kind))


def _means(text: str, move: Move) -> bool:
    return any(meaning.kind == move.kind for meaning in triggers(move.trigger.of(text)))


def _same_act(a: Move, b: Move) -> bool:
    """Whether two moves of one kind are one act: an act cannot both be done and not be done in one stretch."""
    if a.kind != b.kind:
        return False
    opposed = (a.modality == "denied") != (b.modality == "denied")
    longer = max(_length(a.anchor), _length(b.anchor))
    return overlap(a.anchor, b.anchor) > (0.4 if opposed else 0.7) * longer


def _length(span: Span) -> int:
    return span.end - span.start
