"""Which names are one person's, in which office, and for whom that person acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rejoinder.annotate.affiliation import (
    Around,
    clearly_most,
    of_that_sort,
    offices_held,
    principal_by_office,
    taken_up,
)
from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.roles import RoleWords
from rejoinder.types.annotation import PartyRef
from rejoinder.vocabulary.persons import office_holder

_ALIAS = re.compile(
    r",?\s(?:(?:better|also|widely|usually)\s)?(?:known(?:\sto\s\w+)?\sas|called|alias|a\.k\.a\.|aka|"
    r"whose (?:real name|nom de guerre) is|nom de guerre)\s[\"“‘']?"
)
_PARTICLE = re.compile(
    r"(?:al|bin|ibn|ben|de|da|do|dos|del|della|di|du|van|von|der|den|la|le|ter|zu|af)\s", re.IGNORECASE
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
    around: Around,
    roles: RoleWords,
    read: Mapping[str, Counter[str]] | None = None,
) -> dict[str, PartyRef]:
    """From each written name to its person: a surname alone is the full name it ends, the principal is the one most
    often given, the office the first given.

    Where no principal is given it is the organisation that the title takes up, else the one that the tagger reads
    (`read`: written name to counts). Else it is inferred: from the vocabulary of office-holders, from the office, or it
    is the party most often named beside them (`near`: full name to counts); `around` is what the document says of the
    parties in it.
    """
    written_so = {m.name for m in mentions}
    full = {m.name for m in mentions if " " in m.name or m.name.upper() in written_so}
    also = aliases(text, mentions)
    chosen = {m.name: _full_name(also.get(m.name, m.name), full) for m in mentions}
    named_so: dict[str, list[PersonMention]] = {}
    for mention in mentions:
        named_so.setdefault(chosen[mention.name], []).append(mention)
    told = {name: _told(own, around, read or {}, roles) for name, own in named_so.items()}
    told |= _borrowed(mentions, chosen, told, around)
    held = offices_held([told[name] for name in sorted(told)])
    out: dict[str, PartyRef] = {}
    for written, name in sorted(chosen.items()):
        principal, role = told[name]
        known = office_holder(name, around.year)
        person = PartyRef(name=name, type="person", principal=principal, role=role)
        if known and (principal in (None, known.of) or not _in_title(named_so[name])):
            person = replace(person, principal=known.of, role=role or known.office, inferred=principal != known.of)
        elif principal is None and role:
            beside = near.get(name, Counter[str]())
            guess = principal_by_office(role, around, roles, beside, held) or clearly_most(beside)
            person = replace(person, principal=guess, inferred=guess is not None)
        out[written] = person
    return out


def _borrowed(
    mentions: Sequence[PersonMention],
    chosen: Mapping[str, str],
    told: Mapping[str, tuple[str | None, str | None]],
    around: Around,
) -> dict[str, tuple[str | None, str | None]]:
    """Those without a principal whose title points back: "his spokeswoman" acts for whom the person named before does,
    "its envoy" for the party named before."""
    out: dict[str, tuple[str | None, str | None]] = {}
    for before, mention in pairwise(sorted(mentions, key=lambda m: m.whole)):
        principal, role = told[chosen[mention.name]]
        whose = role.split()[0].lower() if role else ""
        if principal is None and whose in ("his", "her"):
            out[chosen[mention.name]] = told[chosen[before.name]][0], role
        elif principal is None and whose in ("its", "their"):
            out[chosen[mention.name]] = around.before.get(mention.span), role
    return out


def _told(
    own: Sequence[PersonMention], around: Around, read: Mapping[str, Counter[str]], roles: RoleWords
) -> tuple[str | None, str | None]:
    """The principal and the office that the text gives somebody at these places."""
    principals = Counter(m.principal.name for m in own if m.principal)
    given = [m.role for m in own if m.role]
    if not principals:
        principals = Counter(party.name for role in given if (party := taken_up(role, around.short)))
    if not principals:
        told = sum((read.get(name, Counter()) for name in {m.name for m in own}), Counter[str]())
        principals = of_that_sort(told, given, around, roles)
    principal = min(principals, key=lambda p: (-principals[p], p)) if principals else None
    return principal, min(given, key=_is_counterpart) if given else None


def _in_title(own: Sequence[PersonMention]) -> bool:
    """Whether a title or words beside the name say for whom somebody acts."""
    return any(m.principal for m in own)


def _is_counterpart(role: str) -> bool:
    """Whether a role only says that somebody has the same office as another."""
    return role.lower().endswith("counterpart")


def _full_name(written: str, full: set[str]) -> str:
    if written.isupper():
        named = sorted(f for f in full if f.upper().endswith(written) and not f.isupper())
        return named[0] if named else written
    if " " in written:
        longer = sorted(f for f in full if f != written and f.casefold().endswith(f" {written.casefold()}"))
        return longer[0] if longer and _PARTICLE.match(written) else written
    longer = sorted((f for f in full if f.split()[-1] == written), key=lambda f: (len(f), f))
    longer = longer or sorted(f for f in full if f.split()[0] == written or written in f.split())
    return longer[0] if longer else written
