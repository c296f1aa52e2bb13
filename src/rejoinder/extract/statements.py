"""Statements: what the tagger reads as attributed, with speaker, form, chain, anonymity and commitment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rejoinder.extract.chains import carriers
from rejoinder.extract.contents import direct_or_not, overlap, trimmed, utterances, without_outer_marks
from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt, described
from rejoinder.extract.turns import turns_of
from rejoinder.types.annotation import Annotation, CueReading, PartyRef, Quotation
from rejoinder.types.document import Document
from rejoinder.types.extraction import Anonymity, Commitment, Hop, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.span import Span, covering
from rejoinder.vocabulary.cues import cue as known_cue

_SENTENCE_END = re.compile(r"[.!?…]$")
_HEADLINE_SPEAKER = re.compile(
    r"^(?P<who>[^:“\"‘']{3,60}):\s+(?P<said>\S.{15,})$|^(?P<said2>\S.{15,}?)\s[-–—:]\s(?P<who2>[^-–—:]{2,50})$"
)
_SOMEBODY = re.compile(
    r"\b(?:\w*(?:[Oo]fficial|[Ss]ource|[Dd]iplomat|[Pp]erson|[Pp]eople|[Ss]poke|[Aa]ide|[Ll]eader|[Ww]itness|[Mm]inister|[Ee]xpert|[Aa]nalyst|[Cc]ritic)\w*|one|others|both|each|some|many|[A-Z]\w+)\b"
)
_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|quotes|cites)\s")
_NEAR = 250
_LONG_QUOTATION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement before ids and links."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[PartyRef, ...]
    rule: str
    score: float
    first_part: bool = True


def statements(document: Document, annotation: Annotation, parties: PartiesAt) -> tuple[Statement, ...]:
    """All statements of one document in text order. Speech that no cue introduces (a pull quote, a first-person
    paragraph, a headline with its speaker before a colon) is given to who spoke beside it."""
    drafts = [d for c in annotation.reading.cues for d in _drafts(document, annotation, parties, c)]
    turns = [
        Draft(content=(t.content,), cue=None, source=t.label, speakers=t.speakers, rule="statement.turn", score=0.9)
        for t in turns_of(document, annotation, parties)
    ]
    drafts = [d for d in drafts if not any(t.source.touches(d.cue) for t in turns if t.source and d.cue)]
    drafts = [
        d
        for d in drafts
        if not any(overlap(t.content[0], covering(d.content)) > 0.6 * _length(t.content[0]) for t in turns)
    ]
    drafts = turns + _with_speakers(_without_doubles(_behind_medium(document, annotation, drafts)))
    drafts += _headlines(document, annotation, parties, drafts)
    drafts += _floating(document, annotation, drafts)
    drafts.sort(key=lambda d: (covering(d.content), d.rule))
    made = [_statement(document, annotation, d) for d in drafts]
    return tuple(_linked(made, drafts))


def _drafts(document: Document, annotation: Annotation, parties: PartiesAt, reading: CueReading) -> list[Draft]:
    text = document.text
    contents = utterances(text, reading, annotation.quotations, annotation.sentences)
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
        if _is_content(text, c, annotation.quotations)
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
    if found:
        return tuple(
            described(text, reading.source, [p]) if p.anonymity == "unnamed" and len(found) == 1 else p for p in found
        )
    words = reading.source.of(text).strip()
    if (
        len(words) < 5
        or (words.islower() and " " not in words)
        or FIRST_PERSON.fullmatch(words)
        or not _SOMEBODY.search(words)
    ):
        return ()
    return (described(text, reading.source, ()),)


def _behind_medium(document: Document, annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """What a medium reports "citing" or "quoting" somebody is that somebody's."""
    out = []
    for draft in drafts:
        if draft.cue and _is_media(draft.speakers):
            sentence = next((s.span for s in annotation.sentences if s.span.touches(draft.cue)), draft.cue)
            match = _CITING.search(document.text, sentence.start, sentence.end)
            cited = [
                m
                for m in annotation.mentions
                if match and match.end() <= m.span.start <= match.end() + 30 and m.kind != "demonym"
            ]
            if cited and cited[0].parties[0].type != "media":
                draft = replace(draft, speakers=cited[0].parties, source=cited[0].span, rule="statement.cited")
        out.append(draft)
    return out


def _with_speakers(drafts: Sequence[Draft]) -> list[Draft]:
    """A statement whose source is not said has the speaker of the one before it, if that is near."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: covering(d.content)):
        if (
            not draft.speakers
            and draft.cue
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
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (_is_media(d.speakers), -d.score, d.content)):
        if not any(_same_words(covering(draft.content), covering(k.content)) for k in kept):
            kept.append(draft)
    return kept


def _same_words(a: Span, b: Span) -> bool:
    return overlap(a, b) > 0.75 * max(_length(a), _length(b))


def _length(span: Span) -> int:
    return span.end - span.start


def _is_media(speakers: Sequence[PartyRef]) -> bool:
    return bool(speakers) and all(p.type == "media" for p in speakers)


def _headlines(document: Document, annotation: Annotation, parties: PartiesAt, drafts: Sequence[Draft]) -> list[Draft]:
    out = []
    for sentence in annotation.sentences:
        if sentence.zone != "headline" or any(covering(d.content).touches(sentence.span) for d in drafts):
            continue
        match = _HEADLINE_SPEAKER.match(sentence.span.of(document.text))
        if not match:
            continue
        who, said = ("who", "said") if match.group("who") else ("who2", "said2")
        source = Span(start=sentence.span.start + match.start(who), end=sentence.span.start + match.end(who))
        speakers = parties.source(source)
        if speakers and not _is_media(speakers):
            content = trimmed(
                document.text,
                Span(start=sentence.span.start + match.start(said), end=sentence.span.start + match.end(said)),
            )
            out.append(
                Draft(
                    content=(content,), cue=None, source=source, speakers=speakers, rule="statement.headline", score=0.7
                )
            )
    return out


def _floating(document: Document, annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Quotations of a sentence or more without a cue, and paragraphs in the first person that nobody introduces."""
    covered = sorted(s for d in drafts for s in d.content)
    out = []
    for quotation in annotation.quotations:
        words = quotation.inner.of(document.text)
        if len(words.split()) < _LONG_QUOTATION or not (_SENTENCE_END.search(words.strip()) or len(words.split()) > 12):
            continue
        paragraph = _paragraph(annotation, quotation.outer)
        if paragraph is None or sum(overlap(quotation.inner, c) for c in covered) > 0.4 * _length(quotation.inner):
            continue
        if _length(quotation.inner) < 0.6 * _length(paragraph) and not _opens_sentence(annotation, quotation):
            continue
        out.append(_floating_draft(annotation, drafts, quotation.inner, "statement.floating-quotation"))
    for number, paragraph in _paragraphs(annotation):
        words = paragraph.of(document.text)
        zone = next(s.zone for s in annotation.sentences if s.paragraph == number)
        first_person = re.search(r"\b(?:We|we|our|our own|I)\b", words)
        taken = any(c.touches(paragraph) for c in covered) or any(
            q.outer.touches(paragraph) for q in annotation.quotations
        )
        if (
            zone == "body"
            and first_person
            and not taken
            and len(words.split()) >= 8
            and not words.rstrip().endswith("?")
        ):
            out.append(_floating_draft(annotation, drafts, trimmed(document.text, paragraph), "statement.first-person"))
    return [d for d in out if d.speakers]


def _opens_sentence(annotation: Annotation, quotation: Quotation) -> bool:
    return any(
        s.span.start == quotation.outer.start and quotation.outer.end >= s.span.end - 1 for s in annotation.sentences
    )


def _paragraphs(annotation: Annotation) -> list[tuple[int, Span]]:
    spans: dict[int, list[Span]] = {}
    for sentence in annotation.sentences:
        spans.setdefault(sentence.paragraph, []).append(sentence.span)
    return [(n, covering(tuple(s))) for n, s in spans.items()]


def _paragraph(annotation: Annotation, span: Span) -> Span | None:
    return next((p for _, p in _paragraphs(annotation) if p.touches(span)), None)


def _floating_draft(annotation: Annotation, drafts: Sequence[Draft], content: Span, rule: str) -> Draft:
    before = [d for d in drafts if d.content[-1].end <= content.start and not _is_media(d.speakers) and d.speakers]
    after = [d for d in drafts if d.content[0].start >= content.end and d.speakers]
    near = (
        max(before, key=lambda d: d.content[-1].end)
        if before
        else (min(after, key=lambda d: d.content[0].start) if after else None)
    )
    speakers = near.speakers if near else ()
    return Draft(content=(content,), cue=None, source=None, speakers=speakers, rule=rule, score=0.6)


def _statement(document: Document, annotation: Annotation, draft: Draft) -> Statement:
    text = document.text
    form = direct_or_not(text, draft.content, annotation.quotations)
    content = draft.content
    if form == "direct":
        content = tuple(without_outer_marks(p, annotation.quotations) for p in content)
    if draft.rule == "statement.first-person":
        form = "direct"
    speakers = draft.speakers or (PartyRef(name="unspecified", type="person", anonymity="none"),)
    chain = _chain(document, annotation, draft)
    if _is_media(speakers) and len(chain) == 1 and chain[0].name == speakers[0].name:
        chain = ()
    return Statement(
        id=content_id("s", document.id, content[0].start, content[-1].end, draft.cue, speakers[0].name),
        document_id=document.id,
        content=content,
        cue=draft.cue,
        source=draft.source,
        speakers=speakers,
        form=form,
        chain=chain,
        anonymity=_anonymity(speakers),
        commitment=_commitment(text, draft.cue),
        zone=document.zone_at(content[0].start),
        inside=None,
        continues=None,
        rule=draft.rule,
        score=draft.score,
    )


def _chain(document: Document, annotation: Annotation, draft: Draft) -> tuple[Hop, ...]:
    if draft.cue is None:
        return ()
    sentence = next((s.span for s in annotation.sentences if s.span.touches(draft.cue)), None)
    return carriers(document, annotation, sentence, draft.content) if sentence else ()


def _anonymity(speakers: Sequence[PartyRef]) -> Anonymity:
    return speakers[0].anonymity


def _commitment(text: str, cue: Span | None) -> Commitment:
    found = known_cue(cue.of(text).lower()) if cue else None
    return found.commitment if found else "asserted"


def _linked(made: Sequence[Statement], drafts: Sequence[Draft]) -> list[Statement]:
    """The same statements, each with the one it stands in and the one it goes on from."""
    out = []
    for number, statement in enumerate(made):
        whole = covering(statement.content)
        around = [
            s for s in made if s is not statement and covering(s.content).holds(whole) and covering(s.content) != whole
        ]
        inside = min(around, key=lambda s: _length(covering(s.content))).id if around else None
        continues = None
        if not drafts[number].first_part:
            earlier = [s for s in made[:number] if s.cue == statement.cue]
            continues = earlier[-1].id if earlier else None
        out.append(replace(statement, inside=inside, continues=continues))
    return out
