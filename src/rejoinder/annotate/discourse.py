"""Whom each word means: one walk through a document from its first mention to its last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rejoinder.annotate.focus import Focus, Named
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import Mention, PartyRef, Quotation, Sentence
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import type_of
from rejoinder.vocabulary.word_lists import word_list

PRONOUN = re.compile(
    r"\b(?:he|she|him|her|his|hers|it|its|they|them|their|theirs|who|which|whose|"
    r"(?:both|the two|the|each) (?:side|sides|parties|countries|governments|government|states|nations|"
    r"neighbou?rs|capitals|delegations|delegation)|both|each other|the two|the pair)\b",
    re.IGNORECASE,
)
_HE = frozenset(["he", "she", "him", "her", "his", "hers"])
_IT = frozenset(["it", "its"])
_THEY = frozenset(["they", "them", "their", "theirs"])
_MEDIA_NOUNS = word_list("nouns for a medium")
_RELATIVE = frozenset(["who", "which", "whose"])


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
    elsewhere, with the candidates; `states` the states it is about, the one named most first; `sources` the places of statements' sources; `main` the two parties named most."""

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


@dataclass(slots=True)
class Walk:
    """The state of the walk: the focus, the mentions made so far, and the office phrases by noun."""

    scene: Scene
    roles: RoleWords
    focus: Focus = field(default_factory=Focus)
    mentions: list[Mention] = field(default_factory=list)
    offices: dict[str, PartyRef] = field(default_factory=dict)
    first_in: set[int] = field(default_factory=set)


def _is_person(party: PartyRef) -> bool:
    return party.type == "person"


def _is_body(party: PartyRef) -> bool:
    return party.type in ("state", "organisation", "group", "office")


def principal_of(party: PartyRef) -> PartyRef:
    """The party for which another acts; itself where it acts for itself."""
    return PartyRef(name=party.principal, type=type_of(party.principal)) if party.principal else party


def resolve(scene: Scene, roles: RoleWords) -> tuple[Mention, ...]:
    """All mentions with the parties they stand for, in text order; words that stand for nobody known are left out."""
    walk = Walk(scene, roles)
    items: list[tuple[Span, object]] = [
        *((p.whole, p) for p in scene.persons),
        *((n.span, n) for n in scene.nominals),
        *((n.span, n) for n in scene.names),
        *scene.generic,
        *(
            (Span(start=m.start(), end=m.end()), m.group().lower())
            for s in scene.sentences
            for m in PRONOUN.finditer(scene.text, s.span.start, s.span.end)
        ),
    ]
    starts = [s.span.start for s in scene.sentences]
    number = 0
    for span, item in sorted(items, key=lambda i: (i[0].start, -i[0].end)):
        while number + 1 < len(starts) and starts[number + 1] <= span.start:
            number += 1
        _take(walk, number, span, item)
    return tuple(walk.mentions)


def _take(walk: Walk, sentence: int, span: Span, item: object) -> None:
    match item:
        case PersonMention():
            _put(walk, sentence, span, "name", (walk.scene.people[item.name],), "reference.person")
        case Nominal():
            parties, rule = resolve_nominal(walk, sentence, item)
            _put(walk, sentence, span, "role", parties, rule)
        case KnownMention():
            _put(
                walk,
                sentence,
                span,
                "demonym" if item.demonym else "place" if item.place else "name",
                (item.party,),
                item.rule,
            )
        case tuple():
            _put(walk, sentence, span, "role", _generic(walk, sentence, item), "reference.generic")
        case str():
            _put(walk, sentence, span, "pronoun", _pronoun(walk, sentence, span, item), "reference.pronoun")


def _put(walk: Walk, sentence: int, span: Span, kind: str, parties: Sequence[PartyRef | None], rule: str) -> None:
    found = tuple(dict.fromkeys(p for p in parties if p is not None))
    if not found:
        return
    walk.mentions.append(Mention(span=span, kind=kind, parties=found, rule=rule))  # type: ignore[arg-type]
    inner = any(m.span.holds(span) and m.span != span for m in walk.mentions[-6:])
    if inner or kind == "place" or (kind == "pronoun" and len(found) > 1):
        return
    source = any(s.touches(span) for s in walk.scene.sources)
    first = sentence not in walk.first_in
    quoted = any(q.inner.holds(span) for q in walk.scene.quotations)
    walk.first_in.add(sentence)
    for party in found:
        walk.focus.add(
            Named(party=party, sentence=sentence, source=source, first=first and kind != "demonym", quoted=quoted)
        )


def _generic(walk: Walk, sentence: int, candidates: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    names = {c.name for c in candidates}
    party = walk.focus.nearest(lambda p: p.name in names)
    return (party,) if party else ()


def _pronoun(walk: Walk, sentence: int, span: Span, word: str) -> tuple[PartyRef | None, ...]:
    if word in _RELATIVE:
        before = next((m for m in reversed(walk.mentions) if m.span.end <= span.start), None)
        return before.parties if before and span.start - before.span.end <= 3 else ()
    if word in _HE:
        return (walk.focus.last(_is_person, sentence) or walk.focus.nearest(_is_person),)
    if word in _IT:
        return (walk.focus.last(_is_body, sentence),)
    if word in _THEY:
        return (walk.focus.last(lambda p: _is_body(p) or p.anonymity == "unnamed", sentence, 2),)
    return walk.scene.main if len(walk.scene.main) == 2 else ()


def resolve_nominal(walk: Walk, sentence: int, nominal: Nominal) -> tuple[tuple[PartyRef, ...], str]:
    """The party of a role phrase, with the rule that found it."""
    medium = _medium(walk, nominal)
    if medium:
        return (medium,), "reference.medium"
    principal = _principal(walk, sentence, nominal)
    match nominal.kind:
        case "body":
            party = principal or _home(walk, sentence)
            return ((party,) if party else ()), "reference.body"
        case "institution":
            return _institution(walk, sentence, nominal, principal), "reference.institution"
        case "utterance":
            return _utterance(walk, sentence, nominal), "reference.utterance"
        case "organisation":
            return _organisation(walk, sentence, nominal, principal), "reference.organisation"
        case _:
            return _person(walk, sentence, nominal, principal)


def _home(walk: Walk, sentence: int) -> PartyRef | None:
    """The state that "the government" is of: one of those that the story is about, the one in focus where there are two."""
    about = {p.name for p in walk.scene.states}
    return walk.focus.last(lambda p: p.type == "state" and p.name in about, sentence, 3) or next(
        iter(walk.scene.states), None
    )


def _medium(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The medium that a phrase names ("the RIA Novosti news agency") or points back at ("the agency", "the paper")."""
    inside = next((n.party for n in walk.scene.names if n.party.type == "media" and nominal.span.holds(n.span)), None)
    if inside or nominal.noun not in _MEDIA_NOUNS:
        return inside
    return walk.focus.nearest(lambda p: p.type == "media")


def _principal(walk: Walk, sentence: int, nominal: Nominal) -> PartyRef | None:
    """Whom the phrase itself names ("Russian", "the union's") or points at ("its")."""
    proper = _proper(_bare(nominal.span.of(walk.scene.text)))
    for name in walk.scene.names:
        local = proper and name.rule == "reference.article"
        if (
            nominal.span.holds(name.span)
            and name.span != nominal.span
            and name.party.type != "media"
            and not local
            and not name.place
        ):
            return principal_of(name.party)
    for person in walk.scene.persons:
        if nominal.span.holds(person.span):
            return principal_of(walk.scene.people[person.name])
    if nominal.kind == "person" and (body := _body_before(walk, sentence, nominal)):
        return body
    if nominal.possessive in ("its", "their"):
        party = walk.focus.last(_is_body, sentence)
        return principal_of(party) if party else None
    if nominal.possessive in ("his", "her"):
        party = walk.focus.last(_is_person, sentence)
        return principal_of(party) if party else None
    return None


def _utterance(walk: Walk, sentence: int, nominal: Nominal) -> tuple[PartyRef, ...]:
    """Who wrote a statement, note or letter: whoever the phrase names, else who spoke last."""
    if not any(s.touches(nominal.span) for s in walk.scene.sources):
        return ()
    for mention in reversed(walk.mentions):
        if nominal.span.holds(mention.span):
            return mention.parties
    for name in walk.scene.names:
        if nominal.span.holds(name.span):
            return (name.party,)
    party = walk.focus.last(lambda p: _is_body(p) and p.type != "state", sentence, 3) or walk.focus.last(
        lambda p: _is_body(p) or _is_person(p), sentence, 3
    )
    return (party,) if party else ()


def _body_before(walk: Walk, sentence: int, nominal: Nominal) -> PartyRef | None:
    """Whom "a federation spokeswoman" or "the government negotiator" speaks for, by the noun before."""
    words = nominal.span.of(walk.scene.text).split()
    for place in range(len(words) - 1):
        noun = words[place].lower()
        kind = walk.roles.kind(noun, words[place - 1].lower() if place else "")
        if kind == "organisation":
            inner = replace(nominal, noun=noun, kind=kind, definite=True, possessive="")
            found = _organisation(walk, sentence, inner, None)
            return found[0] if found else None
        if kind in ("body", "institution"):
            return _home(walk, sentence)
    return None


def _institution(walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None) -> tuple[PartyRef, ...]:
    if principal is None and nominal.noun in walk.offices:
        return (walk.offices[nominal.noun],)
    principal = principal or _home(walk, sentence)
    words = _bare(nominal.span.of(walk.scene.text))
    known = walk.offices.get(nominal.noun)
    if known and principal and known.principal == principal.name:
        return (known,)
    whose = principal is not None and not any(nominal.span.holds(n.span) for n in walk.scene.names)
    name = f"{principal.name}{_ending(principal.name)} {words}" if principal and whose else words
    party = PartyRef(name=" ".join(name.split()), type="office", principal=principal.name if principal else None)
    walk.offices[nominal.noun] = party
    return (party,)


def _organisation(walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None) -> tuple[PartyRef, ...]:
    words = _bare(nominal.span.of(walk.scene.text))
    if _proper(words) and nominal.noun in words.lower().split()[-1]:
        return (PartyRef(name=words, type="organisation"),)
    if not nominal.definite:
        return ()
    noun = nominal.noun.removesuffix("s")
    named = walk.focus.nearest(lambda p: _is_body(p) and noun in p.name.lower())
    if named:
        return (named,)
    if principal and not nominal.possessive:
        return (principal,)
    sort = walk.roles.sort_of_noun(nominal.noun)
    same = walk.focus.nearest(lambda p: p.type == "organisation" and walk.roles.sort_of_name(p.name) == sort)
    local = same or walk.focus.last(
        lambda p: p.type == "organisation" and walk.roles.sort_of_name(p.name) is None, sentence, 8
    )
    return (local,) if local else ()


def _person(
    walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None
) -> tuple[tuple[PartyRef, ...], str]:
    fits = lambda p: (  # noqa: E731
        _is_person(p)
        and p.anonymity == "named"
        and (principal is None or p.principal in (None, principal.name))
        and walk.roles.compatible(nominal.noun, p.role)
    )
    if not nominal.plural and not nominal.unnamed:
        if nominal.definite and (party := walk.focus.last(fits, sentence, 40)):
            return (party,), "reference.role"
        if party := _named_later(walk, sentence, nominal, fits):
            return (party,), "reference.named-later"
    if principal is None and not nominal.plural and not nominal.unnamed:
        before = (
            walk.focus.last(_is_body, sentence, 2) if nominal.noun.startswith("spokes") or nominal.definite else None
        )
        principal = principal_of(before) if before else None
    words = _bare(nominal.span.of(walk.scene.text))
    by_role = nominal.definite and not nominal.unnamed and not nominal.plural
    party = PartyRef(
        name=" ".join(words.split()),
        type="group" if nominal.plural else "person",
        principal=principal.name if principal else None,
        anonymity="role" if by_role else "unnamed",
    )
    return (party,), "reference.unnamed"


def _named_later(walk: Walk, sentence: int, nominal: Nominal, fits: object) -> PartyRef | None:
    """A lead's "a senior Russian diplomat" is the speaker named a few paragraphs on, where only one fits."""
    if sentence > 2 and not nominal.definite:
        return None
    paragraph = walk.scene.sentences[sentence].paragraph
    sources = walk.scene.sources
    found: list[PartyRef] = []
    for mention in walk.scene.persons:
        party = walk.scene.people[mention.name]
        if mention.span.start <= nominal.span.end or party in found or not fits(party):  # type: ignore[operator]
            continue
        where = next((s.paragraph for s in walk.scene.sentences if s.span.holds(mention.span)), None)
        if where is not None and where - paragraph <= 6 and any(s.touches(mention.whole) for s in sources):
            found.append(party)
    return found[0] if len(found) == 1 or (found and nominal.definite) else None


def _ending(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _proper(words: str) -> bool:
    """Whether a phrase is a proper name of several words ("British Trawler Federation")."""
    return " " in words and all(w[0].isupper() or w in ("of", "and", "for", "the") for w in words.split())


def _bare(words: str) -> str:
    """A phrase without article, possessive pronoun and possessive ending, blanks folded."""
    words = re.sub(r"^(?:the|its|their|his|her|our|a|an)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", words)


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda n: (-counts[n], n))


def states_of(
    names: Sequence[KnownMention], people: Mapping[str, PartyRef], persons: Sequence[PersonMention]
) -> tuple[PartyRef, ...]:
    """The state that the document is about, and a second one that is named nearly as often; one who acts for a state counts for it."""
    count = Counter(n.party.name for n in names if n.party.type == "state")
    count.update(people[p.name].principal or "" for p in persons if not people[p.name].inferred)
    states = [n for n in _ranked(count) if n and type_of(n) == "state"]
    enough = [n for n in states[:2] if count[n] >= 0.4 * count[states[0]]]
    return tuple(PartyRef(name=n, type="state") for n in enough)


def main_parties(
    names: Sequence[KnownMention], people: Mapping[str, PartyRef], persons: Sequence[PersonMention]
) -> tuple[PartyRef, ...]:
    """The two parties that are named most, themselves or by those who act for them; fewer where there are not two."""
    count: Counter[str] = Counter()
    parties: dict[str, PartyRef] = {}
    for party in [*(n.party for n in names), *(people[p.name] for p in persons)]:
        acting = replace(principal_of(party), role=None)
        if acting.type in ("state", "organisation", "group"):
            count[acting.name] += 1
            parties.setdefault(acting.name, acting)
    ranked = sorted(count, key=lambda n: (-count[n], n))[:2]
    return tuple(parties[n] for n in ranked)
