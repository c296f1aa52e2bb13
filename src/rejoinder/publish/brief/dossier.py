"""What a brief holds, before it is set in Markdown or HTML."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rejoinder.publish.brief.citing import Claim
from rejoinder.publish.brief.dates import day
from rejoinder.publish.evidence import Evidence
from rejoinder.publish.words.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something on the table: its heading, its story in sentences (how it was put first, where it stands among them),
    and its clauses where they fare differently."""

    heading: str
    story: tuple[Claim, ...]
    standing: Claim
    clauses: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SideOfDispute:
    """One account: who holds it, in what words, and by what way it came to the page."""

    holders: str
    words: tuple[Claim, ...]
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A matter told in ways that cannot all be true."""

    heading: str
    sides: tuple[SideOfDispute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A party's stands, a sentence for each issue."""

    party: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One document."""

    document: str
    outlet: str
    published: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The whole brief, in a `language`. `quotations` are numbered as the claims cite them; `asked`: the day was asked
    for."""

    language: str
    title: str
    as_of: dt.date | None
    asked: bool
    known_at: dt.date | None
    summary: tuple[Claim, ...]
    table: tuple[Item, ...]
    also_put: tuple[Claim, ...]
    awaiting: tuple[Claim, ...]
    disputes: tuple[Disputed, ...]
    stands: tuple[Stand, ...]
    chronology: tuple[Claim, ...]
    coverage: tuple[Claim, ...]
    sources: tuple[SourceLine, ...]
    method: tuple[str, ...]
    quotations: tuple[tuple[int, Evidence], ...]


def days_of(brief: Dossier, *, explained: bool = True) -> str:
    """The sentences on the days of the brief; `explained` says which day it is where none was asked for."""
    as_of = _("As of an unknown day.")
    if brief.as_of and (brief.asked or not explained):
        as_of = _("As of %(day)s.") % {"day": day(brief.as_of)}
    elif brief.as_of:
        as_of = _("As of %(day)s, the last day on which an article was published.") % {"day": day(brief.as_of)}
    known = _("From all articles in the record.")
    if brief.known_at:
        known = _("From articles published by %(day)s.") % {"day": day(brief.known_at)}
    return f"{as_of} {known}"
