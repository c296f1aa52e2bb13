"""Turns of a transcript: paragraphs that begin with the speaker's label and a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rejoinder.extract.contents import trimmed
from rejoinder.extract.speakers import PartiesAt
from rejoinder.types.annotation import Annotation, PartyRef
from rejoinder.types.document import Document
from rejoinder.types.span import Span, covering

_LABEL = re.compile(r"([A-Z][\w.’' -]{0,40}?)(?:\s\([^)\n]{1,40}\))?:\s+(?=\S)")
_ASKS = re.compile(
    r"(?:presenter|host|interviewer|moderator|question|q|reporter|journalist|anchor|correspondent|announcer|editor)\b.*",
    re.IGNORECASE,
)
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One answer: its label, its words, and who gives it."""

    label: Span
    content: Span
    speakers: tuple[PartyRef, ...]


def turns_of(document: Document, annotation: Annotation, parties: PartiesAt) -> tuple[Turn, ...]:
    """The turns of a transcript in text order, without those of who asks; none where fewer than two paragraphs have a
    label."""
    paragraphs: dict[int, list[Span]] = {}
    for sentence in annotation.sentences:
        if sentence.zone == "body":
            paragraphs.setdefault(sentence.paragraph, []).append(sentence.span)
    labelled = [
        (p, m)
        for p in (covering(tuple(s)) for s in paragraphs.values())
        if (m := _LABEL.match(document.text, p.start, p.end))
    ]
    asked = [m for _, m in labelled if _ASKS.fullmatch(m.group(1))]
    turns = [t for p, m in labelled if m not in asked and (t := _turn(document.text, p, m, parties))]
    return tuple(turns) if len(turns) + len(asked) >= _FEWEST and (asked or _repeated(document.text, turns)) else ()


def _turn(text: str, paragraph: Span, match: re.Match[str], parties: PartiesAt) -> Turn | None:
    label = Span(start=match.start(1), end=match.end(1))
    speakers = parties.source(label)
    if not speakers and match.group(1).isupper():
        speakers = (PartyRef(name=match.group(1), type="person", anonymity="role"),)
    content = trimmed(text, Span(start=match.end(), end=paragraph.end))
    return Turn(label=label, content=content, speakers=speakers) if speakers and content.end > content.start else None


def _repeated(text: str, turns: list[Turn]) -> bool:
    """Whether a label comes twice, as in a conversation, or all are in capitals; a list of "Name: text" points is no
    transcript."""
    labels = [t.label.of(text) for t in turns]
    return len(set(labels)) < len(labels) or (len(labels) > 1 and all(x.isupper() for x in labels))
