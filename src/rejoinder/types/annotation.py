"""What stands in one document's text, before anything is concluded from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rejoinder.types.document import ZoneKind
from rejoinder.types.span import Span
from rejoinder.types.time import When

PartyType = Literal["state", "organisation", "office", "person", "group", "media"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `paragraph` numbers the paragraphs of the document from 0."""

    span: Span
    paragraph: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks: `outer` with the marks, `inner` without. `closed` is false where a mark is missing
    (a quotation that runs over paragraphs, or a typing error)."""

    outer: Span
    inner: Span
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A phrase that gives a time. `value` is TIMEX3 (`2021-12-17`, `2021-W50`, `P3D`, `PRESENT_REF`), `when` its days
    where it has any."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    when: When | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartyRef:
    """A party as one document names it: canonical name, type, and for persons and offices the principal they act for.

    `role` is the office where the text gives one. An unnamed party has `anonymity` other than `named` and its
    description as name. `inferred` says that the principal is not told of this person, but follows from the rest of
    the document.
    """

    name: str
    type: PartyType
    principal: str | None = None
    role: str | None = None
    anonymity: Literal["named", "role", "unnamed", "none"] = "named"
    inferred: bool = False

    @property
    def acts_for(self) -> str:
        """The principal's name, or its own where it acts for itself."""
        return self.principal or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for a party: a name (metonyms too), a role, a demonym or a pronoun, and whom they stand for
    (several for "both sides"). A `place` is a name that only tells where ("in Havana")."""

    span: Span
    kind: Literal["name", "role", "demonym", "pronoun", "place"]
    parties: tuple[PartyRef, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueReading:
    """What the tagger makes of one cue: the stretches of its source and of its content, with its confidence (0 to
    1)."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ActReading:
    """What the tagger makes of one trigger: the kind of move, its modality, whose words hold it, who acts on whom,
    and the stretch that says so. `alternatives` are the kinds with their probabilities, likeliest first, as far as
    they count; `answered` the triggers of what it answers, near it in the text; `trace` what two acts are compared by
    (the model's own numbers, as text)."""

    trigger: Span
    kind: str
    modality: str
    held_by_speaker: bool
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    anchor: Span
    score: float
    alternatives: tuple[tuple[str, float], ...] = ()
    answered: tuple[Span, ...] = ()
    trace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """A name and its class (person, organisation, place, demonym) by the tagger."""

    span: Span
    type: Literal["person", "organisation", "place", "demonym"]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceReading:
    """Whom the words of a source, actor or recipient stand for by the tagger: the place of a name or fuller
    description of the same one, and of those for whom that one acts; None where the text near them does not say.
    `score` is that of the name. `names` and `principals` are all places that come into question, with the probability
    of each."""

    mention: Span
    name: Span | None
    principal: Span | None
    score: float
    names: tuple[tuple[Span, float], ...] = ()
    principals: tuple[tuple[Span, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the tagger says of one document, each tuple in text order. `reader` names model and version."""

    cues: tuple[CueReading, ...]
    acts: tuple[ActReading, ...]
    names: tuple[NameReading, ...]
    reader: str
    references: tuple[ReferenceReading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Everything that stands in one document's text; each tuple in text order."""

    document_id: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    parties: tuple[PartyRef, ...]
    reading: Reading
