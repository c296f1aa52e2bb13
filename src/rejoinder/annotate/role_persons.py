"""Whom a phrase for a person means: "the Russian diplomat", "the foreign minister", "two officials"."""

from __future__ import annotations

import re

from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.scene import Walk, is_body, is_person, principal_of
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.offices import office
from rejoinder.vocabulary.word_lists import word_list

_OTHER_SIDE = word_list("words of those on the other side")
"""Nouns for those who face the party that is named before them ("Greece's creditors"): they do not act for it."""
_ARMED = word_list("words in the names of armed groups")
_OWNED = re.compile(r"['’]s?\s")
_LEAD = 4
"""Characters before the first role phrase of an apposition ("the ")."""


def home(walk: Walk, sentence: int) -> PartyRef | None:
    """The state that "the government" is of: one of those that the story is about and that are main parties to it,
    where any is; the one in focus where there are two."""
    main = {p.name for p in walk.scene.main}
    about = [p for p in walk.scene.states if p.name in main] or walk.scene.states
    names = {p.name for p in about}
    return walk.focus.last(lambda p: p.type == "state" and p.name in names, sentence, 3) or next(iter(about), None)


def state_of_speaker(walk: Walk, span: Span) -> PartyRef | None:
    """The state for which the one acts whose words a place stands in."""
    sources = [source for source in walk.sayings.around(span) if not source.touches(span)]
    if not sources:
        return None
    nearest = min(sources, key=lambda s: abs(s.start - span.start))
    found = [p for m in walk.mentions if m.span.touches(nearest) for p in m.parties] or [
        walk.scene.people[p.name] for p in walk.persons.touching(nearest)
    ]
    states = {principal_of(p) for p in found if principal_of(p).type == "state"}
    return states.pop() if len(states) == 1 else None


def resolve_person(
    walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None
) -> tuple[tuple[PartyRef, ...], str]:
    """Somebody by role: a named person of that office where there is one that it can be, else somebody unnamed."""
    if nominal.plural and nominal.noun in walk.roles.rebels and (group := _group(walk, nominal)):
        return (group,), "reference.group"
    if nominal.plural and (nominal.noun in walk.roles.rebels or nominal.noun in _OTHER_SIDE):
        principal = None
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
        named = walk.focus.last(fits, sentence, 40) if nominal.definite else None
        if (party := _same_unnamed(walk, nominal, principal, named)) is not None:
            return (party,), "reference.same-noun"
        if named:
            return (named,), "reference.role"
        if party := _named_later(walk, sentence, nominal, fits):
            return (party,), "reference.named-later"
    if principal is None and not nominal.plural and not nominal.unnamed:
        principal = _of_office(walk, sentence, nominal, words)
    listening = nominal.plural and _is_of_media(nominal)
    by_role = nominal.definite and not nominal.unnamed and not nominal.plural
    party = PartyRef(
        name=" ".join(words.split()),
        type="media" if listening else "group" if nominal.plural else "person",
        principal=principal.name if principal else None,
        anonymity="role" if by_role else "unnamed",
    )
    return (party,), "reference.unnamed"


def _same_unnamed(walk: Walk, nominal: Nominal, principal: PartyRef | None, named: PartyRef | None) -> PartyRef | None:
    """Somebody unnamed whom the same noun described since `named` was last meant ("the official", of whom the text has
    said "a senior Egyptian official")."""
    words = bare(nominal.span.of(walk.scene.text))
    if not nominal.definite or nominal.possessive or _OWNED.search(words):
        return None

    def same(party: PartyRef) -> bool:
        described = is_person(party) and party.anonymity != "named" and nominal.noun in party.name.lower().split()
        fits = described and walk.roles.compatible(nominal.noun, party.name, words)
        return fits and (principal is None or party.principal in (None, principal.name))

    heard = walk.focus.heard()
    found = walk.focus.nearest(same)
    return found if found and (named is None or heard[found].order > heard[named].order) else None


def _is_of_media(nominal: Nominal) -> bool:
    """Whether they are there to hear and print what others say, as "reporters" are."""
    found = office(nominal.noun)
    return found is not None and found[0].of == "media"


def _of_office(walk: Walk, sentence: int, nominal: Nominal, words: str) -> PartyRef | None:
    """For whom somebody unnamed acts whose phrase does not say so: by the office ("the prime minister"), else the
    party in focus."""
    if nominal.definite and (party := walk.roles.principal_of(words)):
        return party
    of_state = (nominal.noun == "president" and not walk.roles.of_organisation(words)) or walk.roles.sort_of(
        words
    ) == "state"
    if nominal.definite and of_state and (state := home(walk, sentence)):
        return state
    if not (nominal.noun.startswith("spokes") or nominal.definite):
        return None
    before = walk.focus.last(is_body, sentence, 2)
    return principal_of(before) if before else None


def _group(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The armed group that "the rebels" are: the one named last, else the first that the document names."""
    words = nominal.span.of(walk.scene.text)
    if not nominal.definite and " " in words:
        return None
    return walk.focus.nearest(_is_armed) or next((n.party for n in walk.scene.names if _is_armed(n.party)), None)


def _is_armed(party: PartyRef) -> bool:
    """Whether a party is an armed group, or bears the name of one."""
    return party.anonymity == "named" and (party.type == "group" or not _ARMED.isdisjoint(party.name.split()))


def _in_apposition(walk: Walk, nominal: Nominal) -> PartyRef | None:
    """The person whose apposition begins with the phrase ("Marta Ollero, foreign minister since May,")."""
    if nominal.plural:
        return None
    for person in walk.appositions.around(nominal.span):
        if person.apposition and nominal.span.start - person.apposition.start <= _LEAD:
            return walk.scene.people[person.name]
    return None


def _named_later(walk: Walk, sentence: int, nominal: Nominal, fits: object) -> PartyRef | None:
    """A lead's "a senior Russian diplomat" is the speaker named a few paragraphs on, where only one fits; nobody whom
    its own sentence names ("an official travelling with Tomas Ruz")."""
    if sentence > 2 and not nominal.definite:
        return None
    here, paragraph = walk.scene.sentences[sentence].span, walk.scene.sentences[sentence].paragraph
    sources = walk.scene.sources
    found: list[PartyRef] = []
    for mention in walk.scene.persons:
        party = walk.scene.people[mention.name]
        if mention.span.start <= here.end or party in found or not fits(party):  # type: ignore[operator]
            continue
        where = next((s.paragraph for s in walk.scene.sentences if s.span.holds(mention.span)), None)
        if where is not None and where - paragraph <= 6 and any(s.touches(mention.whole) for s in sources):
            found.append(party)
    return found[0] if len(found) == 1 or (found and nominal.definite) else None


def bare(words: str) -> str:
    """A phrase without article, possessive pronoun and possessive ending, blanks folded."""
    words = re.sub(r"^(?:the|its|their|his|her|our|a|an)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", words)
