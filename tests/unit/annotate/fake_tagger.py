"""Articles in one's own words, and a tagger that finds in them what it is told: no test needs a model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.annotate.annotating import annotate
from rejoinder.types.annotation import (
    ActReading,
    Annotation,
    CueReading,
    Mention,
    NameReading,
    PartyRef,
    Reading,
    ReferenceReading,
)
from rejoinder.types.document import Document, Metadata, Zone, ZoneKind
from rejoinder.types.span import Span, identity_map
from rejoinder.types.time import day

Part = tuple[ZoneKind, str]


def page(
    *parts: Part, published: str | None = "2021-12-17", outlet: str | None = None, origin: str | None = None
) -> Document:
    """A document of these parts, one after the other, a blank line between them."""
    text, zones = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        zones.append(Zone(span=Span(start=len(text), end=len(text) + len(words)), kind=kind))
        text += words
    return Document(
        id="d-1",
        name="article.txt",
        media="text/plain",
        raw=text,
        text=text,
        zones=tuple(zones),
        offsets=identity_map(len(text)),
        metadata=Metadata(
            outlet=outlet, origin=origin, published=day(dt.date.fromisoformat(published)) if published else None
        ),
    )


def article(
    *paragraphs: str,
    headline: str = "",
    published: str | None = "2021-12-17",
    outlet: str | None = None,
    origin: str | None = None,
) -> Document:
    """A document with one line a paragraph, under a headline if there is one."""
    parts: list[Part] = [("headline", headline)] if headline else []
    return page(*parts, ("body", "\n".join(paragraphs)), published=published, outlet=outlet, origin=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A cue with the words of its content (a part stands once in the text) and of its source, nearest to the cue."""

    content: str | tuple[str, ...]
    cue: str = "said"
    source: str | None = None
    score: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger in its anchor (the trigger alone where none is given), with the words of who acts on whom near it, and
    the triggers that it answers."""

    trigger: str
    kind: str
    anchor: str = ""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    modality: str = "actual"
    held: bool = False
    answers: tuple[str, ...] = ()
    score: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Words, the name that they stand for, and the words for whom that one acts (empty: not said)."""

    words: str
    name: str = ""
    principal: str = ""
    score: float = 0.9


def place(text: str, words: str, near: int = 0) -> Span:
    """Where the words stand, the place nearest to `near` if there are several; LookupError if there is none."""
    starts = list(_starts(text, words))
    if not starts:
        raise LookupError(f"{words!r} does not stand in the text")
    start = min(starts, key=lambda s: abs(s - near))
    return Span(start=start, end=start + len(words))


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeTagger:
    """Finds the given cues and acts, and the given names wherever they stand in the paragraphs that it reads."""

    said: tuple[Said, ...] = ()
    acts: tuple[Act, ...] = ()
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    meant: tuple[Meant, ...] = ()

    @property
    def version(self) -> str:
        return "fake-1"

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        names = sorted(
            (NameReading(span=span, type=type_, score=0.9) for type_, span in self._names(text, paragraphs)),
            key=lambda n: n.span,
        )
        return Reading(
            cues=tuple(sorted((_cue(text, s) for s in self.said), key=lambda c: c.cue)),
            acts=tuple(sorted((_act(text, a) for a in self.acts), key=lambda a: a.trigger)),
            names=tuple(names),
            reader=self.version,
            references=tuple(_reference(text, m) for m in self.meant),
        )

    def _names(self, text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[str, Span]]:
        for type_, names in (("person", self.persons), ("organisation", self.organisations)):
            for name in names:
                for start in _starts(text, name):
                    span = Span(start=start, end=start + len(name))
                    if any(p.holds(span) for p in paragraphs):
                        yield type_, span


def _cue(text: str, said: Said) -> CueReading:
    contents = (said.content,) if isinstance(said.content, str) else said.content
    first = place(text, contents[0])
    content = [first, *(place(text, c, first.end) for c in contents[1:])]
    after, before = place(text, said.cue, content[0].end), place(text, said.cue, content[0].start)
    cue = min(after, before, key=lambda c: min(abs(c.start - content[0].end), abs(content[0].start - c.end)))
    source = place(text, said.source, cue.start) if said.source else None
    return CueReading(cue=cue, source=source, content=tuple(content), score=said.score)


def _reference(text: str, meant: Meant) -> ReferenceReading:
    mention = place(text, meant.words)
    name, principal = (place(text, w, mention.start) if w else None for w in (meant.name, meant.principal))
    return ReferenceReading(
        mention=mention,
        name=name,
        principal=principal,
        score=meant.score,
        names=((name, meant.score),) if name else (),
        principals=((principal, meant.score),) if principal else (),
    )


def _act(text: str, act: Act) -> ActReading:
    anchor = place(text, act.anchor or act.trigger)
    start = anchor.start + text[anchor.start : anchor.end].index(act.trigger)
    return ActReading(
        trigger=Span(start=start, end=start + len(act.trigger)),
        kind=act.kind,
        modality=act.modality,
        held_by_speaker=act.held,
        actors=tuple(place(text, a, start) for a in act.actors),
        recipients=tuple(place(text, r, start) for r in act.recipients),
        anchor=anchor,
        answered=tuple(place(text, trigger) for trigger in act.answers),
        score=act.score,
    )


def reading_of(
    document: Document,
    *,
    said: Sequence[Said] = (),
    acts: Sequence[Act] = (),
    persons: Sequence[str] = (),
    organisations: Sequence[str] = (),
    meant: Sequence[Meant] = (),
) -> Annotation:
    """The document annotated with what the tagger is told to find."""
    tagger = FakeTagger(
        said=tuple(said), acts=tuple(acts), persons=tuple(persons), organisations=tuple(organisations),
        meant=tuple(meant),
    )  # fmt: skip
    return annotate(document, tagger)


def mention(document: Document, annotation: Annotation, words: str, number: int = 0) -> Mention:
    """The mention with exactly these words, counted from 0 where there are several; LookupError if there is none."""
    found = [m for m in annotation.mentions if m.span.of(document.text) == words]
    if number >= len(found):
        raise LookupError(f"no mention {words!r} among {[m.span.of(document.text) for m in annotation.mentions]}")
    return found[number]


def who(document: Document, annotation: Annotation, words: str, number: int = 0) -> list[str]:
    """The names of whom these words stand for; empty where they are no mention."""
    found = [m for m in annotation.mentions if m.span.of(document.text) == words]
    return [p.name for p in found[number].parties] if number < len(found) else []


def state(name: str) -> PartyRef:
    return PartyRef(name=name, type="state")


def person(name: str, principal: str | None = None, role: str | None = None) -> PartyRef:
    return PartyRef(name=name, type="person", principal=principal, role=role)
