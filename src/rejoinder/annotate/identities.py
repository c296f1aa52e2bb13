"""Which names are one person's, in which office, and for whom that person acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import PartyRef

_ALIAS = re.compile(
    r",?\s(?:(?:better|also|widely|usually)\s)?(?:known(?:\sto\s\w+)?\sas|called|alias|a\.k\.a\.|aka|"
    r"whose (?:real name|nom de guerre) is|nom de guerre)\s[\"“‘']?"
)


def aliases(text: str, mentions: Sequence[PersonMention]) -> dict[str, str]:
    """Second names that the text gives a person ("Rodrigo Londono, better known as Timochenko"), to the first."""
    out = {}
    for before, after in pairwise(mentions):
        if _ALIAS.fullmatch(text, before.span.end, after.span.start):
            out[after.name] = before.name
    return out


def people(
    text: str,
    mentions: Sequence[PersonMention],
    near: Mapping[str, Counter[str]],
    named: Counter[PartyRef],
    roles: RoleWords,
    read: Mapping[str, Counter[str]] | None = None,
) -> dict[str, PartyRef]:
    """From each written name to its person: a surname alone is the full name it ends, the principal is the one most
    often given, the office the first given.

    Where no principal is given it is the one that the tagger reads (`read`: written name to counts), or else inferred:
    from the office, else it is the party most often named beside them (`near`: full name to counts); `named` are the
    document's parties with how often each is named.
    """
    written_so = {m.name for m in mentions}
    full = {m.name for m in mentions if " " in m.name or m.name.upper() in written_so}
    also = aliases(text, mentions)
    chosen = {m.name: _full_name(also.get(m.name, m.name), full) for m in mentions}
    out: dict[str, PartyRef] = {}
    named_so: dict[str, list[PersonMention]] = {}
    for mention in mentions:
        named_so.setdefault(chosen[mention.name], []).append(mention)
    for written, name in sorted(chosen.items()):
        own = named_so[name]
        principals = Counter(m.principal.name for m in own if m.principal)
        given = [m.role for m in own if m.role]
        if not principals:
            principals = sum(((read or {}).get(m, Counter()) for m in {m.name for m in own}), Counter[str]())
        told = min(principals, key=lambda p: (-principals[p], p)) if principals else None
        person = PartyRef(
            name=name, type="person", principal=told, role=min(given, key=_is_counterpart) if given else None
        )
        if person.principal is None and person.role:
            guess = by_office(person.role, named, roles) or _clearly_most(near.get(name, Counter()))
            person = replace(person, principal=guess, inferred=guess is not None)
        out[written] = person
    return out


def _is_counterpart(role: str) -> bool:
    """Whether a role only says that somebody has the same office as another."""
    return role.lower().endswith("counterpart")


def by_office(role: str, named: Counter[PartyRef], roles: RoleWords) -> str | None:
    """For whom somebody acts whose office says for what sort of party ("foreign minister", "rebel commander", "union
    leader"): the party of that sort that the document names most, where it names it clearly more than any other."""
    sort = roles.sort_of(role)
    return _clearly_most(Counter({p.name: n for p, n in named.items() if roles.is_sort(sort, p)})) if sort else None


def _clearly_most(counts: Counter[str]) -> str | None:
    """The name counted twice or more and half as often again as any other."""
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
        return ranked[0][0]
    return None


def _full_name(written: str, full: set[str]) -> str:
    if written.isupper():
        named = sorted(f for f in full if f.upper().endswith(written) and not f.isupper())
        return named[0] if named else written
    if " " in written:
        return written
    longer = sorted((f for f in full if f.split()[-1] == written), key=lambda f: (len(f), f))
    longer = longer or sorted(f for f in full if f.split()[0] == written or written in f.split())
    return longer[0] if longer else written
