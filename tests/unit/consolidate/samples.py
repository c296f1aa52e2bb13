"""Reports of an invented quarrel between Norland and Sudmark, made in one line a move."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from rejoinder.consolidate.events import Act, act
from rejoinder.consolidate.parties import PartyBook, find_parties
from rejoinder.consolidate.rarity import Rarity, rarity
from rejoinder.consolidate.tellings import Telling, in_order, tell
from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import ZoneKind
from rejoinder.types.extraction import Extraction, Modality, Move, Statement
from rejoinder.types.likeness import Likeness
from rejoinder.types.span import Span
from rejoinder.types.time import When, day

PEOPLE = {
    "Anna Berg": ("Norland", "Foreign Minister"),
    "Ivo Tomas": ("Sudmark", "President"),
}


def ref(name: str) -> PartyRef:
    """A party by name: a person of the sample, an unnamed one (lower case), or a state."""
    if name in PEOPLE:
        principal, role = PEOPLE[name]
        return PartyRef(name=name, type="person", principal=principal, role=role)
    if name.islower():
        return PartyRef(name=name, type="person", anonymity="unnamed")
    return PartyRef(name=name, type="state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One move by the words that say it."""

    kind: str
    by: Sequence[str]
    to: Sequence[str]
    words: str
    on: str | None = None
    modality: str = "actual"
    holder: str | None = None
    zone: str = "body"
    answers: str | None = None


def line(kind: str, by: str, to: str, words: str, **more: str | None) -> Line:
    """A move; several actors or recipients are separated by `+`, none is the empty string."""
    return Line(
        kind=kind,
        by=[name for name in by.split("+") if name],
        to=[name for name in to.split("+") if name],
        words=words,
        **more,  # type: ignore[arg-type]
    )


def report(
    name: str,
    text: str,
    *lines: Line,
    published: str | None = "2031-05-10",
    outlet: str | None = None,
    origin: str | None = None,
    story: str | None = None,
    said: Sequence[tuple[str, str]] = (),
) -> Reported:
    """A document that reports these moves, and statements as (speaker, words)."""
    statements = tuple(_statement(name, text, i, speaker, words) for i, (speaker, words) in enumerate(said))
    moves = tuple(_move(name, text, i, one, statements) for i, one in enumerate(lines))
    parties = sorted({party for move in moves for party in (*move.actors, *move.recipients)})
    return Reported(
        document_id=name,
        name=f"{name}.txt",
        outlet=outlet or f"The {name.title()} Post",
        origin=origin,
        published=day(dt.date.fromisoformat(published)) if published else None,
        extraction=Extraction(document_id=name, statements=statements, moves=moves, parties=tuple(parties)),
        text=text,
        story=story,
    )


def tellings(*reports: Reported) -> tuple[tuple[Telling, ...], PartyBook, Rarity]:
    """What consolidation weighs of these documents."""
    ordered = in_order(reports)
    book = find_parties(ordered)
    told = tell(ordered, book)
    return told, book, rarity(told)


def acts(told: Sequence[Telling], *groups: Sequence[int]) -> list[Act]:
    """The acts of these groups of positions; without groups each telling is an act of its own."""
    return [act([told[i] for i in members]) for members in groups or [(i,) for i in range(len(told))]]


def _place(text: str, words: str) -> Span:
    found = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    assert found, f"{words!r} is not in the text"
    return Span(start=found.start(), end=found.end())


def _when(on: str | None) -> When | None:
    return day(dt.date.fromisoformat(on)) if on else None


def _move(name: str, text: str, i: int, one: Line, statements: Sequence[Statement]) -> Move:
    anchor = _place(text, one.words)
    around = next((s.id for s in statements if s.content[0].touches(anchor)), None)
    return Move(
        id=f"{name}/m{i}",
        document_id=name,
        kind=one.kind,
        trigger=anchor,
        anchor=anchor,
        actors=tuple(ref(party) for party in one.by),
        recipients=tuple(ref(party) for party in one.to),
        agents=(),
        holders=(ref(one.holder),) if one.holder else (),
        modality=cast(Modality, one.modality),
        when=_when(one.on),
        topic=tuple(re.findall(r"[\w-]+", one.words.lower())),
        statement_id=around,
        zone=cast(ZoneKind, one.zone),
        rule="sample",
        score=1.0,
        answers=(one.answers,) if one.answers else (),
        trace=f"{name}/m{i}",
    )


def _statement(name: str, text: str, i: int, speaker: str, words: str) -> Statement:
    return Statement(
        id=f"{name}/s{i}",
        document_id=name,
        content=(_place(text, words),),
        cue=None,
        source=None,
        speakers=(ref(speaker),),
        form="indirect",
        chain=(),
        anonymity="named",
        commitment="asserted",
        zone="body",
        inside=None,
        continues=None,
        rule="sample",
        score=1.0,
    )


class Compared:
    """A model that makes the same of any two acts, and keeps what it was asked."""

    def __init__(self, made: Likeness) -> None:
        self.made, self.asked = made, list[tuple[str, str]]()

    def __call__(self, one: str, other: str, /) -> Likeness:
        self.asked.append((one, other))
        return self.made

    def ahead(self, pairs: Iterable[tuple[str, str]], /) -> None:
        self.asked.extend(pairs)
