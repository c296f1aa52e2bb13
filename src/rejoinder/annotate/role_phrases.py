"""Whom a role phrase means: "the Russian diplomat", "its foreign ministry", "the union"."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.scene import Walk, is_body, is_person, principal_of
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

_MEDIA_NOUNS = word_list("nouns for a medium")
_LEAD = 4
"""Characters before the first role phrase of an apposition ("the ")."""
_FOLLOWING = re.compile(r"\s(?:of|for)\s(?:the\s)?")


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
    """The state that "the government" is of: one of those that the story is about, the one in focus where there are
    two."""
    about = {p.name for p in walk.scene.states}
    return walk.focus.last(lambda p: p.type == "state" and p.name in about, sentence, 3) or next(
        iter(walk.scene.states), None
    )


def _medium(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The medium that a phrase names ("the RIA Novosti news agency") or points back at ("the agency", "the paper")."""
    inside = next((n.party for n in walk.names.within(nominal.span) if n.party.type == "media"), None)
    if inside or nominal.noun not in _MEDIA_NOUNS:
        return inside
    return walk.focus.nearest(lambda p: p.type == "media")


def _principal(walk: Walk, sentence: int, nominal: Nominal) -> PartyRef | None:
    """Whom the phrase itself names ("Russian", "the union's") or points at ("its")."""
    proper = _proper(bare(nominal.span.of(walk.scene.text)))
    for name in walk.names.within(nominal.span):
        local = proper and name.rule == "reference.article"
        if name.span != nominal.span and name.party.type != "media" and not local and not name.place:
            return principal_of(name.party)
    for person in walk.persons.within(nominal.span):
        return principal_of(walk.scene.people[person.name])
    if (following := _FOLLOWING.match(walk.scene.text, nominal.span.end)) is not None:
        behind = Span(start=following.end(), end=following.end() + 1)
        for name in walk.names.touching(behind):
            if name.span.start == behind.start and name.party.type != "media":
                return principal_of(name.party)
    if nominal.kind == "person" and (body := _body_before(walk, sentence, nominal)):
        return body
    if nominal.possessive in ("its", "their"):
        party = walk.focus.last(is_body, sentence)
        return principal_of(party) if party else None
    if nominal.possessive in ("his", "her"):
        party = walk.focus.last(is_person, sentence)
        return principal_of(party) if party else None
    return None


def _utterance(walk: Walk, sentence: int, nominal: Nominal) -> tuple[PartyRef, ...]:
    """Who wrote a statement, note or letter: whoever the phrase names, else who spoke last."""
    if not walk.sources.touching(nominal.span):
        return ()
    for name in walk.names.within(nominal.span):
        return (name.party,)
    party = walk.focus.last(lambda p: is_body(p) and p.type != "state", sentence, 3) or walk.focus.last(
        lambda p: is_body(p) or is_person(p), sentence, 3
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
    words = bare(nominal.span.of(walk.scene.text))
    known = walk.offices.get(nominal.noun)
    if known and principal and known.principal == principal.name:
        return (known,)
    whose = principal is not None and not walk.names.within(nominal.span)
    name = f"{principal.name}{_ending(principal.name)} {words}" if principal and whose else words
    party = PartyRef(name=" ".join(name.split()), type="office", principal=principal.name if principal else None)
    walk.offices[nominal.noun] = party
    return (party,)


def _organisation(walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None) -> tuple[PartyRef, ...]:
    words = bare(nominal.span.of(walk.scene.text))
    if _proper(words) and nominal.noun in words.lower().split()[-1]:
        return (PartyRef(name=words, type="organisation"),)
    if not nominal.definite:
        return ()
    noun = nominal.noun.removesuffix("s")
    named = walk.focus.nearest(lambda p: is_body(p) and noun in p.name.lower())
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
    if nominal.plural and nominal.noun in walk.roles.rebels and (group := _group(walk, nominal)):
        return (group,), "reference.group"
    if (party := _in_apposition(walk, nominal)) is not None:
        return (party,), "reference.apposition"
    words = bare(nominal.span.of(walk.scene.text))
    fits = lambda p: (  # noqa: E731
        is_person(p)
        and p.anonymity == "named"
        and (principal is None or p.principal in (None, principal.name))
        and walk.roles.compatible(nominal.noun, p.role, words)
    )
    if not nominal.plural and not nominal.unnamed:
        if nominal.definite and (party := walk.focus.last(fits, sentence, 40)):
            return (party,), "reference.role"
        if party := _named_later(walk, sentence, nominal, fits):
            return (party,), "reference.named-later"
    if principal is None and not nominal.plural and not nominal.unnamed:
        principal = _of_office(walk, sentence, nominal, words)
    by_role = nominal.definite and not nominal.unnamed and not nominal.plural
    party = PartyRef(
        name=" ".join(words.split()),
        type="group" if nominal.plural else "person",
        principal=principal.name if principal else None,
        anonymity="role" if by_role else "unnamed",
    )
    return (party,), "reference.unnamed"


def _of_office(walk: Walk, sentence: int, nominal: Nominal, words: str) -> PartyRef | None:
    """For whom somebody unnamed acts whose phrase does not say so: by the office ("the prime minister"), else the
    party in focus."""
    if nominal.definite and (party := walk.roles.principal_of(words)):
        return party
    of_state = nominal.noun == "president" or walk.roles.sort_of(words) == "state"
    if nominal.definite and of_state and (home := _home(walk, sentence)):
        return home
    if not (nominal.noun.startswith("spokes") or nominal.definite):
        return None
    before = walk.focus.last(is_body, sentence, 2)
    return principal_of(before) if before else None


def _group(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The armed group that "the rebels" are: the one named last, else the first that the document names."""
    words = nominal.span.of(walk.scene.text)
    if not nominal.definite and " " in words:
        return None
    later = (n.party for n in walk.scene.names if n.party.type == "group")
    return walk.focus.nearest(lambda p: p.type == "group" and p.anonymity == "named") or next(later, None)


def _in_apposition(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The person whose apposition begins with the phrase ("Marta Ollero, foreign minister since May,")."""
    if nominal.plural:
        return None
    for person in walk.appositions.around(nominal.span):
        if person.apposition and nominal.span.start - person.apposition.start <= _LEAD:
            return walk.scene.people[person.name]
    return None


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


def bare(words: str) -> str:
    """A phrase without article, possessive pronoun and possessive ending, blanks folded."""
    words = re.sub(r"^(?:the|its|their|his|her|our|a|an)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", words)
