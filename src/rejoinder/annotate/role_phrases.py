"""Whom a role phrase means: "the Russian diplomat", "its foreign ministry", "the union"."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.annotate.body_phrases import institution, is_proper, organisation
from rejoinder.annotate.businesses import BUSINESSES, is_of_a_business
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.owners import owner
from rejoinder.annotate.role_persons import bare, home, resolve_person, state_of_speaker
from rejoinder.annotate.scene import KnownMention, Walk, is_body, is_person, principal_of
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import type_of
from rejoinder.vocabulary.persons import office_holder
from rejoinder.vocabulary.word_lists import word_list

_MEDIA_NOUNS = word_list("nouns for a medium")
_FOLLOWING = re.compile(r"\s(?:of|for)\s(?:the\s)?")
_OWNS = re.compile(r"['’]s?\s")
_DEEPEST = 2
_NEWS = re.compile(r"\b(?:news|press|wire|television|radio)\s(?:agency|service)\b", re.IGNORECASE)
"""A medium, of which no office is made where it is not named."""
_BODY_BEHIND = re.compile(r"\s(?:of|for|at)\sthe\s([a-z]+)\b(?!\s[A-Za-z]+['’]s?\s)")
_JOINT = re.compile(r"\s(?:of|for|in|at)\s")


def resolve_nominal(walk: Walk, sentence: int, nominal: Nominal, deep: int = 0) -> tuple[tuple[PartyRef, ...], str]:
    """The party of a role phrase, with the rule that found it; `deep` is how many phrases it stands behind."""
    medium = _medium(walk, nominal)
    if medium:
        return (medium,), "reference.medium"
    if _NEWS.search(nominal.span.of(walk.scene.text)):
        return (), "reference.medium"
    principal = _principal(walk, sentence, nominal, deep)
    match nominal.kind:
        case "body":
            party = principal or state_of_speaker(walk, nominal.span) or home(walk, sentence)
            return ((party,) if party else ()), "reference.body"
        case "institution":
            return institution(walk, sentence, nominal, principal), "reference.institution"
        case "utterance":
            return _utterance(walk, sentence, nominal), "reference.utterance"
        case "organisation":
            return organisation(walk, sentence, nominal, principal), "reference.organisation"
        case _:
            return resolve_person(walk, sentence, nominal, principal)


def _medium(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The medium that a phrase names ("the RIA Novosti news agency") or points back at ("the agency", "the paper")."""
    inside = next((n.party for n in walk.names.within(nominal.span) if n.party.type == "media"), None)
    if inside or nominal.noun not in _MEDIA_NOUNS:
        return inside
    return walk.focus.nearest(lambda p: p.type == "media")


def _principal(walk: Walk, sentence: int, nominal: Nominal, deep: int) -> PartyRef | None:
    """Whom the phrase itself names ("Russian", "the union's") or points at ("its")."""
    if (party := _led_by(walk, nominal)) is not None:
        return party
    named = is_proper(bare(nominal.span.of(walk.scene.text)))
    for name in walk.names.within(nominal.span):
        local = named and name.rule == "reference.article"
        place = name.place and not _OWNS.match(walk.scene.text, name.span.end)
        if (
            name.span != nominal.span
            and name.party.type != "media"
            and not (local or place or _whence(walk, nominal, name))
        ):
            return principal_of(name.party)
    for person in walk.persons.within(nominal.span):
        return principal_of(walk.scene.people[person.name])
    for found in (_body_behind(walk, sentence, nominal), _described_behind(walk, sentence, nominal, deep)):
        if found is not None:
            return found
    if (party := _named_behind(walk, nominal)) is not None:
        return party
    if nominal.kind == "person" and (body := _body_before(walk, sentence, nominal)):
        return body
    return owner(walk, sentence, nominal)


def _whence(walk: Walk, nominal: Nominal, name: KnownMention) -> bool:
    """Whether a state only says where a business is from ("the French retailer"), for which it does not act."""
    business = nominal.kind == "organisation" and nominal.noun in BUSINESSES
    return business and name.party.type == "state" and not _OWNS.match(walk.scene.text, name.span.end)


def _led_by(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The party that a government called by the name of its leader is that of ("the Truman administration"), where the
    vocabulary of office-holders has it for that year."""
    leader, _blank, noun = bare(nominal.span.of(walk.scene.text)).rpartition(" ")
    if nominal.kind != "body" or noun.lower() != nominal.noun or not leader.istitle():
        return None
    known = office_holder(leader, walk.scene.year)
    return PartyRef(name=known.of, type=type_of(known.of)) if known else None


def _named_behind(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """Whom a name right behind "of" or "for" gives ("the president of Lurland")."""
    following = _FOLLOWING.match(walk.scene.text, nominal.span.end)
    if following is None:
        return None
    behind = Span(start=following.end(), end=following.end() + 1)
    names = (n for n in walk.names.touching(behind) if n.span.start == behind.start and n.party.type != "media")
    for name in names:
        if not is_of_a_business(walk.scene.text, name.span.end):
            return principal_of(name.party)
    person = next(iter(walk.persons.touching(behind)), None)
    return principal_of(walk.scene.people[person.name]) if person and nominal.kind == "person" else None


def _body_behind(walk: Walk, sentence: int, nominal: Nominal) -> PartyRef | None:
    """The organisation for which somebody speaks by a noun right behind ("a spokeswoman for the firm")."""
    body = _BODY_BEHIND.match(walk.scene.text, nominal.span.end)
    if body is None or nominal.kind != "person" or walk.roles.kind(body[1].lower()) != "organisation":
        return None
    span = Span(start=body.start(1), end=body.end(1))
    inner = replace(
        nominal, span=span, noun=body[1].lower(), kind="organisation", definite=True, possessive="", plural=False
    )
    found = organisation(walk, sentence, inner, None)
    return principal_of(found[0]) if found else None


def _described_behind(walk: Walk, sentence: int, nominal: Nominal, deep: int) -> PartyRef | None:
    """Whose office another role phrase right behind says to be ("the spokesman of its foreign ministry")."""
    joint = _JOINT.match(walk.scene.text, nominal.span.end)
    inner = walk.nominals.get(joint.end()) if joint and deep < _DEEPEST else None
    if inner is None or inner.kind == "person":
        return None
    whose, _ = resolve_nominal(walk, sentence, inner, deep + 1)
    return principal_of(whose[0]) if whose else None


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
            found = organisation(walk, sentence, inner, None)
            return found[0] if found else None
        if kind in ("body", "institution"):
            return home(walk, sentence)
    return None
