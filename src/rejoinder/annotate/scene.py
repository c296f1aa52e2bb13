"""What one document names, and the walk through it that finds whom each word means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from rejoinder.annotate.focus import Focus
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.question import Chooser
from rejoinder.annotate.references import ReadReferences
from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import Mention, PartyRef, Quotation, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.given_names import pronoun_of
from rejoinder.vocabulary.parties import type_of

_SHE = frozenset(("she", "her", "hers"))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMention:
    """A known or local name outside of personal names, and the party it is; `place` where it only tells where ("in
    Havana")."""

    span: Span
    party: PartyRef
    demonym: bool
    rule: str
    place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one document names, before reference is resolved. `generic` are the known names that stand for a party named
    elsewhere, with the candidates; `states` the states it is about, the one named most first; `sources` the places of
    statements' sources; `main` the two parties named most; `references` what the tagger reads of whom words stand for;
    `sayings` the stretches that it reads as somebody's words, each with its source; `year` that of publication (None:
    not known); `author` the body in whose name a letter is written; `introduced` the nouns by
    which it introduces organisations, by their names."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    persons: tuple[PersonMention, ...]
    people: Mapping[str, PartyRef]
    names: tuple[KnownMention, ...]
    generic: tuple[tuple[Span, tuple[PartyRef, ...]], ...]
    nominals: tuple[Nominal, ...]
    sources: tuple[Span, ...]
    main: tuple[PartyRef, ...]
    states: tuple[PartyRef, ...]
    references: ReadReferences = field(default_factory=lambda: ReadReferences(()))
    sayings: tuple[tuple[Span, Span], ...] = ()
    year: int | None = None
    author: PartyRef | None = None
    introduced: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Walk:
    """The state of the walk: the focus, the mentions made so far, the office phrases by noun, all role phrases by where
    they begin, and the organisations of the document in the order in which it names them."""

    scene: Scene
    roles: RoleWords
    names: Places[KnownMention]
    persons: Places[PersonMention]
    appositions: Places[PersonMention]
    quotations: Places[Quotation]
    sources: Places[Span]
    nominals: Mapping[int, Nominal]
    sayings: Places[Span]
    labels: tuple[tuple[int, PartyRef], ...]
    organisations: tuple[PartyRef, ...]
    choose: Chooser
    focus: Focus = field(default_factory=Focus)
    mentions: list[Mention] = field(default_factory=list)
    offices: dict[str, PartyRef] = field(default_factory=dict)
    first_in: set[int] = field(default_factory=set)

    def label_before(self, place: int) -> PartyRef | None:
        """Whose label ("MARKOU:") is the last before a place."""
        last = bisect_right(self.labels, place, key=_where) - 1
        return self.labels[last][1] if last >= 0 else None


def walk_of(scene: Scene, roles: RoleWords, choose: Chooser) -> Walk:
    """A walk that has not begun."""
    return Walk(
        scene=scene,
        roles=roles,
        names=Places((n.span, n) for n in scene.names),
        persons=Places((p.span, p) for p in scene.persons),
        appositions=Places((p.apposition, p) for p in scene.persons if p.apposition),
        quotations=Places((q.inner, q) for q in scene.quotations),
        sources=Places((s, s) for s in scene.sources),
        nominals={n.span.start: n for n in scene.nominals},
        sayings=Places(scene.sayings),
        labels=_labels(scene),
        organisations=tuple(dict.fromkeys(n.party for n in scene.names if n.party.type == "organisation")),
        choose=choose,
    )


def _labels(scene: Scene) -> tuple[tuple[int, PartyRef], ...]:
    """Where labels end and whose they are, in text order."""
    labelled = (p for p in scene.persons if scene.text[p.span.end : p.span.end + 1] == ":")
    return tuple(sorted(((p.span.end, scene.people[p.name]) for p in labelled), key=_where))


def _where(label: tuple[int, PartyRef]) -> int:
    return label[0]


def is_person(party: PartyRef) -> bool:
    """Whether a party is a person, named or not."""
    return party.type == "person"


def goes_on(walk: Walk, word: str, party: PartyRef) -> bool:
    """Whether "he" or "she" (`word`, in any case of grammar) can mean this person."""
    said = "she" if word in _SHE else "he"
    return is_person(party) and pronoun_of(party.name, party.role, walk.scene.year) in (None, said)


def is_body(party: PartyRef) -> bool:
    """Whether a party is one that "it" may mean."""
    return party.type in ("state", "organisation", "group", "office")


def principal_of(party: PartyRef) -> PartyRef:
    """The party for which another acts; itself where it acts for itself."""
    return PartyRef(name=party.principal, type=type_of(party.principal)) if party.principal else party
