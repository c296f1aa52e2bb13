"""What is known of an annotated passage: its statements, acts, references and links, by place in its text."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = [
    "propose",
    "demand",
    "request",
    "offer",
    "invite",
    "deliver",
    "acknowledge",
    "accept",
    "reject",
    "reply",
    "ignore",
    "agree",
    "meet",
    "accuse",
    "deny",
    "warn",
    "threaten",
    "support",
    "sanction",
    "mobilise",
    "attack",
    "aid",
    "withdraw",
    "suspend",
    "restore",
]
MODALITIES = ["actual", "planned", "conditional", "hypothetical", "denied", "reported"]
STYLES = ["agency", "broadsheet", "state", "tabloid", "liveblog", "transcript", "analysis", "translated", "headline"]
DISPOSITIONS = ["accept", "reject", "partial", "counter", "acknowledge", "reply", "none"]
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedSpan:
    """One statement: offsets into the passage text; `content` in text order, one pair a part."""

    cue: Offsets | None
    source: Offsets | None
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSpan:
    """One move: offsets into the passage text."""

    kind: str
    modality: str
    held_by_speaker: bool
    trigger: Offsets
    actors: tuple[Offsets, ...]
    recipients: tuple[Offsets, ...]
    anchor: Offsets
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSpan:
    """What a mention stands for, and for whom that one acts: every place of either name in the passage text, none where
    it does not say."""

    mention: Offsets
    names: tuple[Offsets, ...]
    principals: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLink:
    """An event that answers another of the same story, by their ids."""

    answer: str
    to: str
    disposition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text (paragraphs joined by a newline) with what is read from it.

    `story` names the passages that share event ids: reports of the same matter by different outlets. `linked` tells
    whether somebody looked for links at all, so that none means none.
    """

    where: str
    style: str
    about: str
    text: str
    statements: tuple[AttributedSpan, ...]
    moves: tuple[ActSpan, ...]
    references: tuple[ReferenceSpan, ...] = ()
    answers: tuple[AnswerLink, ...] = ()
    clashes: tuple[tuple[str, str], ...] = ()
    story: str = ""
    linked: bool = False
