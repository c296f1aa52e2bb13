"""Statements: what the tagger reads as attributed, with speaker, form, chain, anonymity and commitment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from rejoinder.extract.attribution import behind_medium, speakers_at, with_speakers, without_doubles, without_own
from rejoinder.extract.boundaries import bounded
from rejoinder.extract.chains import carriers, tellers
from rejoinder.extract.contents import direct_or_not, overlap, utterances, without_outer_marks
from rejoinder.extract.drafts import Draft, length
from rejoinder.extract.quoted_as import quoted_as
from rejoinder.extract.speakers import PartiesAt
from rejoinder.extract.surroundings import Surroundings
from rejoinder.extract.turns import turns_of
from rejoinder.extract.uncued import floating, headlines
from rejoinder.types.annotation import Annotation, CueReading, PartyRef, Quotation
from rejoinder.types.document import Document
from rejoinder.types.extraction import Commitment, Hop, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering
from rejoinder.vocabulary.cues import cue as known_cue

_NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b")


def statements(document: Document, annotation: Annotation, parties: PartiesAt) -> tuple[Statement, ...]:
    """All statements of one document in text order. Speech that no cue introduces (a pull quote, a headline with its
    speaker before a colon) is given to who spoke beside it."""
    around = Surroundings(annotation)
    readings = quoted_as(document.text, annotation.reading.cues)
    cues = Places((c.cue, c) for c in readings)
    drafts = [d for c in readings for d in _drafts(document, around, parties, c, cues)]
    turns = [
        Draft(content=(t.content,), cue=None, source=t.label, speakers=t.speakers, rule="statement.turn", score=0.9)
        for t in turns_of(document, annotation, parties)
    ]
    labels = Places((t.source, t) for t in turns if t.source)
    contents = Places((t.content[0], t) for t in turns)
    drafts = [d for d in drafts if d.cue is None or not labels.touching(d.cue)]
    drafts = [
        d
        for d in drafts
        if not any(overlap(t.content[0], d.whole) > 0.6 * length(t.content[0]) for t in contents.touching(d.whole))
    ]
    cited = without_own(without_doubles(behind_medium(document, around, drafts)))
    drafts = turns + with_speakers(document.text, cited)
    drafts += headlines(document, annotation, parties, drafts)
    drafts += floating(document, annotation, around, drafts)
    drafts.sort(key=lambda d: (d.whole, d.rule))
    made = [_statement(document, around, d) for d in drafts]
    return tuple(_linked(made, drafts))


def _drafts(
    document: Document, around: Surroundings, parties: PartiesAt, reading: CueReading, cues: Places[CueReading]
) -> list[Draft]:
    if not reading.content:
        return []
    text, whole = document.text, covering(reading.content)
    near = around.quotations(whole)
    reading = bounded(text, reading, cues.touching(Span(start=whole.start, end=whole.end + 80)), near)
    if not reading.content:
        return []
    whole = covering((whole, *(q.outer for q in near)))
    contents = utterances(text, reading, near, around.sentences(whole))
    speakers = speakers_at(text, parties, reading)
    return [
        Draft(
            content=c,
            cue=reading.cue,
            source=reading.source,
            speakers=speakers,
            rule="statement.cue",
            score=reading.score,
            first_part=n == 0,
        )
        for n, c in enumerate(contents)
        if _is_content(text, c, near)
    ]


def _is_content(text: str, content: tuple[Span, ...], quotations: Sequence[Quotation]) -> bool:
    words = sum(len(s.of(text).split()) for s in content)
    return words >= 2 or any(content[0].holds(q.inner) for q in quotations)


def _statement(document: Document, around: Surroundings, draft: Draft) -> Statement:
    text = document.text
    quotations = around.quotations(draft.whole)
    form = direct_or_not(text, draft.content, quotations)
    content = draft.content
    if form == "direct":
        content = tuple(without_outer_marks(p, quotations) for p in content)
    speakers = draft.speakers or (PartyRef(name="unspecified", type="person", anonymity="none"),)
    return Statement(
        id=content_id("s", document.id, content[0].start, content[-1].end, draft.cue, speakers[0].name),
        document_id=document.id,
        content=content,
        cue=draft.cue,
        source=draft.source,
        speakers=speakers,
        form=form,
        chain=_chain(document, around, draft),
        anonymity=speakers[0].anonymity,
        commitment=_commitment(text, draft.cue),
        zone=document.zone_at(content[0].start),
        inside=None,
        continues=None,
        rule=draft.rule,
        score=draft.score,
    )


def _chain(document: Document, around: Surroundings, draft: Draft) -> tuple[Hop, ...]:
    """Who carried a statement, without its speaker."""
    sentence = around.sentence(draft.cue) if draft.cue else None
    if sentence is None:
        return ()
    speaking = {p.name for p in draft.speakers}
    hops = carriers(document, around.mentions(sentence.span), sentence.span, draft.content)
    told = tellers(document, around, draft.cue, draft.content) if draft.cue else ()
    return _each_once((*hops, *told), speaking)


def _each_once(hops: Iterable[Hop], without: Set[str]) -> tuple[Hop, ...]:
    """The hops in order, each name once, none of the names in `without`."""
    first: dict[str, Hop] = {}
    for hop in hops:
        first.setdefault(hop.name, hop)
    return tuple(hop for name, hop in first.items() if name not in without)


def _commitment(text: str, cue: Span | None) -> Commitment:
    """How firmly the cue stands for what is said: a cue of several words ("has again denied") by its words, a denial
    before a doubt."""
    if cue is None:
        return "asserted"
    words = cue.of(text).lower()
    whole = known_cue(words)
    if whole:
        return whole.commitment
    if _NEGATION.search(words):
        return "asserted"
    told = {found.commitment for word in words.split() if (found := known_cue(word))}
    return "denied" if "denied" in told else "doubted" if "doubted" in told else "asserted"


def _linked(made: Sequence[Statement], drafts: Sequence[Draft]) -> list[Statement]:
    """The same statements, each with the one it stands in and the one it goes on from."""
    wholes = {s.id: covering(s.content) for s in made}
    places = Places((wholes[s.id], s) for s in made)
    last_of: dict[Span | None, str] = {}
    out = []
    for statement, draft in zip(made, drafts, strict=True):
        whole = wholes[statement.id]
        holding = [s for s in places.around(whole) if wholes[s.id] != whole]
        inside = min(holding, key=lambda s: length(wholes[s.id])).id if holding else None
        continues = None if draft.first_part else last_of.get(statement.cue)
        last_of[statement.cue] = statement.id
        chain = _with_outer(statement, [s for s in holding if _is_told_in(statement, s)])
        out.append(replace(statement, inside=inside, continues=continues, chain=chain))
    return out


def _is_told_in(statement: Statement, outer: Statement) -> bool:
    """Whether a statement, its cue too, is a part of what another speaker says."""
    return statement.cue is not None and covering(outer.content).holds(statement.cue)


def _with_outer(statement: Statement, outer: Sequence[Statement]) -> tuple[Hop, ...]:
    """The chain with those in whose words the statement is told, the nearest first."""
    nearest = sorted(outer, key=lambda s: length(covering(s.content)))
    told = [Hop(name=s.speakers[0].name, span=s.source) for s in nearest if s.speakers[0].anonymity != "none"]
    return _each_once((*statement.chain, *told), {p.name for p in statement.speakers})
