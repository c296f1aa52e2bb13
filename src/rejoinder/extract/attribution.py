"""Who says what is read as said, and which readings of it are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.extract.contents import overlap
from rejoinder.extract.drafts import Draft, is_media, length
from rejoinder.extract.speakers import FIRST_PERSON, PartiesAt, described
from rejoinder.extract.surroundings import Surroundings
from rejoinder.types.annotation import CueReading, PartyRef
from rejoinder.types.document import Document
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|quotes|cites)\s")
_POINTING = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|that|who|which|we|our|i|my|the (?:latter|former))", re.IGNORECASE
)
_INDEFINITE = re.compile(r"(?:an?|one|two|three|four|several|some|another)\s(?!of\b)", re.IGNORECASE)
_THE_PRESS = re.compile(
    r"(?<!\bstate)(?<!official)\s(?:media|press|(?:news)?papers|broadcasters|tabloids|dailies|outlets)$"
)
"""The papers of a country do not speak for it, those of its state do."""
_CITED = 30
_SHORTEST = 4
_NEAR = 250


def speakers_at(text: str, parties: PartiesAt, reading: CueReading) -> tuple[PartyRef, ...]:
    """The parties at the source; for words that name nobody known, an unnamed speaker; none where the source is
    missing."""
    if reading.source is None:
        return ()
    found = parties.source(reading.source)
    words = reading.source.of(text).strip()
    if _THE_PRESS.search(words) and not any(p.type in ("media", "person") for p in found):
        return (described(text, reading.source, ()),)
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


def behind_medium(document: Document, around: Surroundings, drafts: Sequence[Draft]) -> list[Draft]:
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


def with_speakers(text: str, drafts: Sequence[Draft]) -> list[Draft]:
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


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
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


def without_own(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what is read as said by the same speaker inside what that one says ("said the talks revealed ...")."""
    places = Places((d.whole, d) for d in drafts)
    return [d for d in drafts if d.cue is None or not any(_repeats(d, d.cue, o) for o in places.around(d.whole))]


def _repeats(draft: Draft, cue: Span, other: Draft) -> bool:
    mine = other.speakers == draft.speakers or not draft.speakers
    return other is not draft and other.cue is not None and other.whole.holds(cue) and mine


def _same_words(a: Span, b: Span) -> bool:
    return overlap(a, b) > 0.75 * max(length(a), length(b))
