"""What speaks for each party as the one that a pronoun means: where it was named, who speaks, what the tagger reads."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rejoinder.annotate.focus import REACH, Heard
from rejoinder.annotate.question import Features, Question
from rejoinder.annotate.read_references import parties_there
from rejoinder.annotate.scene import Walk, goes_on
from rejoinder.types.annotation import PartyRef, ReferenceReading
from rejoinder.types.span import Span

PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers"))
_FAR = 12
_SURELY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the tagger reads of the words: how likely each party is whom they mean, and for whom that one acts."""

    meant: Mapping[PartyRef, float]
    acts_for: Mapping[str, float]


def candidates(walk: Walk, asked: Question) -> dict[PartyRef | None, Features]:
    """The parties that may be meant, each with its features; None is nobody of them."""
    read = _read(walk, asked.span)
    heard = walk.focus.heard()
    found = [p for p in (*asked.given, *read.meant) if p.anonymity == "named" or p in heard]
    fitting = [p for p in dict.fromkeys([*found, *_others(walk, asked, heard)]) if _may_be(walk, asked, p)]
    latest = max((p for p in fitting if p in heard), key=lambda p: heard[p].order, default=None)
    speakers = _speakers(walk, asked.span)
    top = max(read.meant.values(), default=0.0)
    out: dict[PartyRef | None, Features] = {
        party: dict(_features(walk, asked, party, heard.get(party), read, speakers, latest, top)) for party in fitting
    }
    out[None] = {"nobody": 1.0, "nobody read": 1 - top, "nobody ruled": float(not asked.given)}
    return out


def _others(walk: Walk, asked: Question, heard: Mapping[PartyRef, Heard]) -> Iterator[PartyRef]:
    """The parties named lately, last first; for the first person from further back, and all persons, too, also those
    who are named later."""
    first_person = asked.sort == "we"
    for party in sorted(heard, key=lambda p: -heard[p].order):
        near = asked.sentence - heard[party].last.sentence <= (_FAR if first_person else REACH)
        if near or (first_person and party in walk.scene.main):
            yield party
    if first_person:
        yield from dict.fromkeys(walk.scene.people[p.name] for p in walk.scene.persons)


def _may_be(walk: Walk, asked: Question, party: PartyRef) -> bool:
    if asked.word in PERSONAL:
        return goes_on(walk, asked.word, party)
    return party.type != "media" or party in asked.given


def _read(walk: Walk, span: Span) -> _Read:
    reference = walk.scene.references.at(span)
    if reference is None:
        return _Read(meant={}, acts_for={})
    meant: dict[PartyRef, float] = {}
    for place, chance in reference.names:
        for party in parties_there(walk, place) or _unlisted(walk, place, chance):
            meant[party] = max(chance, meant.get(party, 0.0))
    return _Read(meant=meant, acts_for=_acts_for(walk, reference))


def _unlisted(walk: Walk, place: Span, chance: float) -> tuple[PartyRef, ...]:
    """A name that nothing else has found, where the tagger is sure that it is meant."""
    words = " ".join(place.of(walk.scene.text).split())
    named = words.istitle() and " " in words
    return (PartyRef(name=words, type="organisation"),) if named and chance >= _SURELY else ()


def _acts_for(walk: Walk, reference: ReferenceReading) -> dict[str, float]:
    out: dict[str, float] = {}
    for place, chance in reference.principals:
        for party in parties_there(walk, place):
            out[party.acts_for] = max(chance, out.get(party.acts_for, 0.0))
    return out


def _speakers(walk: Walk, span: Span) -> frozenset[PartyRef]:
    """Who says the words, where they stand in somebody's."""
    sources = (source for source in walk.sayings.around(span) if not source.touches(span))
    return frozenset(p for source in sources for p in parties_there(walk, source))


def _features(
    walk: Walk,
    asked: Question,
    party: PartyRef,
    heard: Heard | None,
    read: _Read,
    speakers: frozenset[PartyRef],
    latest: PartyRef | None,
    top: float,
) -> Iterator[tuple[str, float]]:
    yield f"is {party.type} {party.anonymity}", 1.0
    if chance := read.meant.get(party, 0.0):
        yield "read", chance
        yield "read best", float(chance >= top)
        yield "read surely", float(chance >= _SURELY)
    if read.acts_for:
        yield "acts for read", read.acts_for.get(party.acts_for, 0.0) if party.principal else 0.0
        yield "is read principal", read.acts_for.get(party.name, 0.0)
    if party in asked.given:
        yield "ruled", 1.0
    if party in speakers:
        yield "speaker", 1.0
    if asked.sort == "we" and party == walk.label_before(asked.span.start):
        yield "label", 1.0
    if party in walk.scene.main:
        yield "main", 1.0
    if party == latest:
        yield "latest", 1.0
    yield from _named(asked, heard)


def _named(asked: Question, heard: Heard | None) -> Iterator[tuple[str, float]]:
    """Where and how often the party was named before."""
    if heard is None:
        yield "not yet", 1.0
        return
    away = asked.sentence - heard.last.sentence
    yield f"away {min(away, 3) if away < 6 else 6}", 1.0
    yield "often", math.log1p(heard.count)
    if away <= 1:
        yield f"source {away}", float(heard.last.source)
        yield f"first {away}", float(heard.last.first)
    if heard.last.quoted:
        yield "quoted", 1.0
    if heard.last_source is not None and asked.sentence - heard.last_source <= 2:
        yield "spoke lately", 1.0
