"""Statements: what the tagger reads as attributed, with speaker, form, chain, anonymity and commitment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.extract.chains import carriers
from rejoinder.extract.contents import direct_or_not, overlap, utterances, without_outer_marks
from rejoinder.extract.drafts import Draft, is_media, length
from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt, described
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

_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|quotes|cites)\s")
_POINTING = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|that|who|which|we|our|i|my|the (?:latter|former))", re.IGNORECASE
)
_INDEFINITE = re.compile(r"(?:an?|one|two|three|four|several|some|another)\s(?!of\b)", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b")
_CITED = 30
_SHORTEST = 4
_NEAR = 250


def statements(document: Document, annotation: Annotation, parties: PartiesAt) -> tuple[Statement, ...]:
    """All statements of one document in text order. Speech that no cue introduces (a pull quote, a first-person
    paragraph, a headline with its speaker before a colon) is given to who spoke beside it."""
    around = Surroundings(annotation)
    drafts = [d for c in annotation.reading.cues for d in _drafts(document, around, parties, c)]
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
    cited = _without_doubles(_behind_medium(document, around, drafts))
    drafts = turns + _with_speakers(document.text, cited)
    drafts += headlines(document, annotation, parties, drafts)
    drafts += floating(document, annotation, around, drafts)
    drafts.sort(key=lambda d: (d.whole, d.rule))
    made = [_statement(document, around, d) for d in drafts]
    return tuple(_linked(made, drafts))


def _drafts(document: Document, around: Surroundings, parties: PartiesAt, reading: CueReading) -> list[Draft]:
    if not reading.content:
        return []
    text, whole = document.text, covering(reading.content)
    near = around.quotations(whole)
    whole = covering((whole, *(q.outer for q in near)))
    contents = utterances(text, reading, near, around.sentences(whole))
    speakers = _speakers(text, parties, reading)
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
    return words >= 2 or any(q.outer.touches(content[0]) for q in quotations)


def _speakers(text: str, parties: PartiesAt, reading: CueReading) -> tuple[PartyRef, ...]:
    """The parties at the source; for words that name nobody known, an unnamed speaker; none where the source is
    missing."""
    if reading.source is None:
        return ()
    found = parties.source(reading.source)
    words = reading.source.of(text).strip()
    if (
        found
        and _INDEFINITE.match(words)
        and all(p.anonymity == "named" and p.type not in ("media", "person") for p in found)
    ):
        return (described(text, reading.source, found[:1]),)
    if found:
        alone = len(found) == 1 and not _POINTING.fullmatch(words)
        return tuple(described(text, reading.source, [p]) if p.anonymity == "unnamed" and alone else p for p in found)
    if len(words) < _SHORTEST or _POINTING.fullmatch(words) or FIRST_PERSON.fullmatch(words):
        return ()
    return (described(text, reading.source, ()),)


def _behind_medium(document: Document, around: Surroundings, drafts: Sequence[Draft]) -> list[Draft]:
    """What a medium reports "citing" or "quoting" somebody is that somebody's, another medium's too."""
    out = []
    for draft in drafts:
        if draft.cue and is_media(draft.speakers):
            sentence = around.sentence(draft.cue)
            place = sentence.span if sentence else draft.cue
            match = _CITING.search(document.text, place.start, place.end)
            reach = Span(start=match.end(), end=match.end() + _CITED) if match else None
            cited = [m for m in around.mentions(reach) if m.kind != "demonym"] if reach else []
            cited = [m for m in cited if reach and reach.start <= m.span.start]
            if cited and cited[0].parties[0].name not in {p.name for p in draft.speakers}:
                draft = replace(draft, speakers=cited[0].parties, source=cited[0].span, rule="statement.cited")
        out.append(draft)
    return out


def _with_speakers(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """A statement whose source is not said, or is a pronoun that stands for nobody known, has the speaker of the one
    before it, if that is near."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.whole):
        if (
            not draft.speakers
            and draft.cue
            and (draft.source is None or _POINTING.fullmatch(draft.source.of(text).strip()))
            and out
            and out[-1].speakers
            and draft.cue.start - (out[-1].cue or out[-1].content[-1]).end < _NEAR
        ):
            draft = replace(draft, speakers=out[-1].speakers, rule="statement.same-speaker")
        out.append(draft)
    return out


def _without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Of two readings of the same words, the surer one; a carrier's ("TASS reported, citing ...") gives way to the
    speaker's."""
    ranked = sorted(drafts, key=lambda d: (is_media(d.speakers), -d.score, d.content))
    rank = {id(d): n for n, d in enumerate(ranked)}
    places = Places((d.whole, d) for d in ranked)
    kept: set[int] = set()
    for draft in ranked:
        near = (o for o in places.touching(draft.whole) if rank[id(o)] in kept)
        if not any(_same_words(draft.whole, o.whole) for o in near):
            kept.add(rank[id(draft)])
    return [ranked[n] for n in sorted(kept)]


def _same_words(a: Span, b: Span) -> bool:
    return overlap(a, b) > 0.75 * max(length(a), length(b))


def _statement(document: Document, around: Surroundings, draft: Draft) -> Statement:
    text = document.text
    quotations = around.quotations(draft.whole)
    form = direct_or_not(text, draft.content, quotations)
    content = draft.content
    if form == "direct":
        content = tuple(without_outer_marks(p, quotations) for p in content)
    if draft.rule == "statement.first-person":
        form = "direct"
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
    return tuple(h for h in hops if h.name not in speaking)


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
        out.append(replace(statement, inside=inside, continues=continues))
    return out
