"""Persons: full names, the office the text gives them, and whom they act for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.annotate.organisation_places import Affiliations, beside, principal_in
from rejoinder.annotate.person_names import tagged_persons, titled_persons
from rejoinder.annotate.roles import RoleWords
from rejoinder.annotate.titles import apposition_after, role_words, title_before
from rejoinder.types.annotation import NameReading, PartyRef, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span

_LABEL = re.compile(r"([A-Z][A-Z’' -]{1,30}[A-Z])(?:\s\([^)]{1,30}\))?:\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One place where a person is named: `span` the name, `whole` with the title before it, `role` the words of the
    office, `principal` whom the title or apposition says they act for (None: it does not say), `apposition` the words
    after the name that give an office."""

    span: Span
    whole: Span
    name: str
    role: str | None
    principal: PartyRef | None
    apposition: Span | None = None


def person_mentions(
    text: str,
    sentences: Sequence[Sentence],
    names: Iterable[NameReading],
    affiliations: Mapping[Span, PartyRef],
    roles: RoleWords,
) -> tuple[PersonMention, ...]:
    """Every place where a person is named, in text order; a name that is a known party's (`affiliations`) is none."""
    by_place = Affiliations(affiliations)
    places = Places((s.span, s.span) for s in sentences)
    spans = {*tagged_persons(text, names, by_place, roles), *titled_persons(text, sentences, by_place, roles)}
    out: list[PersonMention] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        sentence = next(iter(places.around(span)), None)
        if sentence is not None and not (out and out[-1].span.touches(span)):
            out.append(_mention(text, sentence, span, by_place, roles))
    return (*out, *_in_capitals(text, sentences, out))


def _in_capitals(text: str, sentences: Sequence[Sentence], known: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Speakers of a transcript: a line that begins with the surname of somebody named, in capitals, and a colon."""
    surnames = {w.upper(): m.name for m in known for w in (m.name.split()[-1], " ".join(m.name.split()[1:]), m.name)}
    taken = {m.span.start for m in known}
    for sentence in sentences:
        match = _LABEL.match(text, sentence.span.start, sentence.span.end)
        if match and match.group(1) in surnames and match.start() not in taken:
            span = Span(start=match.start(1), end=match.end(1))
            yield PersonMention(span=span, whole=span, name=surnames[match.group(1)], role=None, principal=None)


def _mention(text: str, sentence: Span, span: Span, affiliations: Affiliations, roles: RoleWords) -> PersonMention:
    title = title_before(text, span, sentence.start, roles)
    apposition = apposition_after(text, span, sentence.end, roles)
    principal, role, start = None, None, span.start
    if title:
        start = title.start
        principal, party = principal_in(text, affiliations, title)
        role = role_words(text, title, party)
        principal = principal or roles.principal_of(role)
    if apposition:
        later, party = principal_in(text, affiliations, apposition)
        principal = principal or later
        role = role or role_words(text, apposition, None)
    principal = principal or beside(text, span, affiliations)
    return PersonMention(
        span=span, whole=Span(start=start, end=span.end), name=span.of(text), role=role or None, principal=principal,
        apposition=apposition,
    )  # fmt: skip
