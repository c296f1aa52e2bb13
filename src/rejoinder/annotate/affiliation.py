"""For whom somebody acts whose title does not name it outright: by what the title takes up, or by who else is there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.roles import RoleWords
from rejoinder.annotate.scene import KnownMention, principal_of
from rejoinder.types.annotation import PartyRef, Sentence
from rejoinder.types.document import Metadata
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.offices import office
from rejoinder.vocabulary.outlets import outlet_named
from rejoinder.vocabulary.parties import gazetteer, type_of

_POSSESSIVE = re.compile(r"['’]s?$")
_COUNTRY = re.compile(r"\.([A-Za-z]{2})$")
_OF = re.compile(r"\s(?:of|for)\s")
_OFTEN, _CLEARLY = 2, 1.5
_NEAR = 250
_AT_HOME = 2.0
"""How much more than one naming it counts that the outlet, or the dateline, is of a state."""
_ONE_ONLY = frozenset({"president", "prime-minister", "foreign-minister", "defence-minister", "monarch", "chancellor"})
"""Offices of which a state has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a document says of the parties in it: how often each is named, the short names of organisations by their
    noun ("federation"), the state of its outlet or else of its dateline (None: not known), the year it was published,
    and for each place of a person the party named last before it, near it."""

    named: Counter[PartyRef]
    short: Mapping[str, PartyRef] = field(default_factory=dict)
    home: str | None = None
    year: int | None = None
    before: Mapping[Span, str] = field(default_factory=dict)


def home_of(metadata: Metadata) -> str | None:
    """The state of the outlet: as the vocabulary has it, else by the country code at the end of its address or name
    ("example.az"); None where neither tells."""
    outlet = outlet_named(metadata.outlet) if metadata.outlet else None
    code = outlet.country if outlet else None
    if code is None:
        host = urlsplit(metadata.url).hostname if metadata.url else None
        ending = next((m for words in (host, metadata.outlet) if words and (m := _COUNTRY.search(words))), None)
        code = ending.group(1).upper() if ending else None
    return _states_by_code().get(code) if code else None


@cache
def _states_by_code() -> Mapping[str, str]:
    codes = {entry.alpha2: entry.name for entry in gazetteer() if entry.alpha2 and entry.type == "state"}
    return {**codes, "UK": codes["GB"]}


def short_names(parties: Iterable[PartyRef]) -> Mapping[str, PartyRef]:
    """Organisations by the noun that stands for them later, where only one has it: "federation" for the Railway
    Employers' Federation, "guild" for the Guild of Screen Authors."""
    by_noun: dict[str, set[PartyRef]] = {}
    for party in parties:
        if party.type in ("organisation", "group"):
            for noun in {party.name.split()[-1].lower(), _OF.split(party.name)[0].split()[-1].lower()}:
                by_noun.setdefault(noun, set()).add(party)
    return {noun: next(iter(found)) for noun, found in sorted(by_noun.items()) if len(found) == 1}


def taken_up(role: str, short: Mapping[str, PartyRef]) -> PartyRef | None:
    """The organisation whose noun a title begins with ("Federation director", "the union's general secretary")."""
    words = role.removeprefix("the ").split()
    return short.get(_POSSESSIVE.sub("", words[0]).lower()) if len(words) > 1 else None


def principal_by_office(
    role: str, around: Around, roles: RoleWords, near: Counter[str], held: Mapping[str, frozenset[str]]
) -> str | None:
    """For whom somebody acts whose office says for what sort of party ("foreign minister", "rebel commander", "union
    leader"): the one of that sort that the document clearly names most, those named beside them counted again.

    `held` are the offices that others hold for each party: of a state that has its foreign minister this is not
    another. None where it is not clear.
    """
    sort = "state" if role == "President" else roles.sort_of(role)
    if sort is None:
        return None
    own = _office_of(role)
    counts: dict[str, float] = defaultdict(float)
    for party, times in around.named.items():
        if roles.is_sort(sort, party) and not (own in _ONE_ONLY and own in held.get(party.name, ())):
            counts[party.name] += times + near.get(party.name, 0)
    if sort == "state" and around.home is not None and around.home in counts:
        counts[around.home] += max(_AT_HOME, max(counts.values()))
    return clearly_most(counts)


def of_that_sort(principals: Counter[str], held: Sequence[str], around: Around, roles: RoleWords) -> Counter[str]:
    """Those of the principals that somebody of these offices can act for: a foreign minister acts for no alliance and
    for no armed group."""
    sorts = {sort for role in held if (sort := roles.sort_of(role))}
    if len(sorts) != 1:
        return principals
    sort, known = sorts.pop(), {party.name: party for party in around.named}

    def fits(name: str) -> bool:
        return roles.is_sort(sort, known.get(name) or PartyRef(name=name, type=type_of(name)))

    return Counter({name: count for name, count in principals.items() if fits(name)})


def named_outside_titles(persons: Sequence[PersonMention], names: Sequence[KnownMention]) -> Counter[PartyRef]:
    """How often each known or local party is named outside of the titles of persons."""
    titles = Places((p.whole, p) for p in persons)
    told = (n for n in names if n.rule != "reference.acting-place" and not titles.around(n.span))
    return Counter(n.party for n in told)


def named_beside(
    split: Sequence[Sentence], persons: Sequence[PersonMention], names: Sequence[KnownMention]
) -> dict[str, Counter[str]]:
    """For each written name, how often each party is named in its sentences; a name in somebody's title is left out,
    since it tells of that person only."""
    titles = Places((p.whole, p) for p in persons)
    names_at = Places((n.span, n) for n in names if n.party.type != "media" and not titles.around(n.span))
    persons_at = Places((p.span, p) for p in persons)
    out: dict[str, Counter[str]] = {}
    for sentence in split:
        here = [principal_of(n.party).name for n in names_at.within(sentence.span)]
        for person in persons_at.within(sentence.span) if here else ():
            out.setdefault(person.name, Counter()).update(here[:2])
    return out


def named_before(persons: Sequence[PersonMention], names: Sequence[KnownMention]) -> Mapping[Span, str]:
    """For each place of a person the party that is named last before it, not far from it."""
    at = sorted((n.span.end, n.span, principal_of(n.party).name) for n in names if n.party.type != "media")
    ends = [end for end, _, _ in at]
    out = {}
    for person in persons:
        last = bisect_right(ends, person.whole.start) - 1
        if last >= 0 and person.whole.start - ends[last] <= _NEAR:
            out[person.span] = at[last][2]
    return out


def offices_held(told: Sequence[tuple[str | None, str | None]]) -> Mapping[str, frozenset[str]]:
    """From each principal to the offices that named persons are said to hold for it; pairs of principal and title."""
    out: dict[str, set[str]] = {}
    for principal, role in told:
        if principal and role and (own := _office_of(role)):
            out.setdefault(principal, set()).add(own)
    return {principal: frozenset(found) for principal, found in out.items()}


def clearly_most(counts: Mapping[str, float]) -> str | None:
    """The name counted twice or more and half as often again as any other."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] >= _OFTEN and (len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1]):
        return ranked[0][0]
    return None


def _office_of(role: str) -> str | None:
    found = office(role)
    return found[0].id if found else None
