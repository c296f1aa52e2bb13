"""The names of parties in one document: those that the vocabulary knows, and those that the article brings in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.annotate.acting_places import acting_places
from rejoinder.annotate.businesses import is_of_a_business
from rejoinder.annotate.known_names import KnownName, chosen_form, known_names, party_of
from rejoinder.annotate.organisations import Organisation, organisations
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.scene import KnownMention
from rejoinder.types.annotation import NameReading, PartyRef, Reading, Sentence
from rejoinder.types.places import Places
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import Gazetteer, Relation, gazetteer

_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout|[Ww]ithin"
    r"|northern|southern|eastern|western|central)\s$"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z’' /.-]{2,30}(?:, [A-Za-z ]{2,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\.?\s?(?:\([^)\n]{2,30}\)\s?)?[-–—:]"
)
_TOP = 4
"""Sentences among which a dateline stands, headlines counted."""
_SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]{4,})\b(?! [A-Z](?![a-z]*(?:resident|hief|pokes|eader|hair|ecretary)))")

_LOCAL = ("reference.article", "reference.short", "reference.acting-place")
"""Rules of names that only the article brings in."""
_RULES: Mapping[Relation, str] = {
    "name": "reference.name",
    "alias": "reference.alias",
    "capital": "reference.capital",
    "demonym": "reference.demonym",
    "person-demonym": "reference.person-demonym",
    "metonym": "reference.metonym",
    "institution": "reference.institution",
    "generic": "reference.generic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNames:
    """The names in text order, and the known words that stand only for a party named elsewhere ("the bloc")."""

    names: tuple[KnownMention, ...]
    generic: tuple[KnownName, ...]


def party_names(
    text: str, split: Sequence[Sentence], reading: Reading, year: int | None, outlet: str = ""
) -> PartyNames:
    """All names of parties in these sentences; `year` is that of publication, where it is known, and `outlet` who
    publishes: a medium and no party, unless it is known as one or acts itself (a union in its own letter)."""
    known, tagged = gazetteer(), Places((n.span, n) for n in reading.names)
    listed = [
        k
        for k in known_names(text, [s.span for s in split], known, year)
        if not _in_person(text, k, tagged.touching(k.span))
    ]
    named = Counter(f.entry for k in listed if not k.generic for f in k.forms[:1] if not f.ambiguous)
    found = [k for k in listed if not _stray_acronym(text, k, named) and not _mere_seat(k, named)]
    names = [_known_mention(text, k, known, named) for k in found if not k.generic]
    local = organisations(text, split, reading.names, [n.span for n in names if not n.demonym], role_words())
    times = Counter(o.party for o in local)
    names += [
        KnownMention(span=o.span, party=o.party, demonym=False, rule="reference.article")
        for o in local
        if _worth(o, times[o.party], tagged.touching(o.span))
    ]
    names += [
        replace(n, place=not n.demonym and _tells_where(text, n.span))
        for n in acting_places(text, split, reading, names)
    ]
    names += _short_names(text, split, names)
    acting = {span.of(text).removesuffix("'s").removesuffix("’s") for act in reading.acts for span in act.actors}
    names = [
        replace(n, party=replace(n.party, type="media"))
        if n.rule in _LOCAL and n.party.name not in acting and _is_itself(n.party, outlet)
        else n
        for n in names
    ]
    return PartyNames(names=tuple(sorted(names, key=lambda n: n.span)), generic=tuple(k for k in found if k.generic))


def _is_itself(party: PartyRef, outlet: str) -> bool:
    """Whether an organisation is the paper in which the text stands, by its name or its last word ("the Review")."""
    own = outlet.casefold().removeprefix("the ")
    return party.type == "organisation" and bool(own) and party.name.casefold() in (own, own.split()[-1])


def _short_names(text: str, split: Sequence[Sentence], names: Sequence[KnownMention]) -> list[KnownMention]:
    """ "The Commission", "the Guild": the last word of a longer name in the same document, with a capital and an
    article."""
    whole: dict[str, set[PartyRef]] = {}
    for name in names:
        last = name.party.name.split()[-1]
        if (
            " " in name.party.name
            and last[0].isupper()
            and len(last) > 4
            and name.party.type in ("organisation", "group", "state")
            and not name.demonym
        ):
            whole.setdefault(last, set()).add(name.party)
    taken = Places((n.span, n) for n in names)
    out = []
    for sentence in split:
        for match in _SHORT.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(start=match.start(1), end=match.end(1))
            found = whole.get(match.group(1), set())
            if len(found) == 1 and not taken.touching(span):
                out.append(KnownMention(span=span, party=next(iter(found)), demonym=False, rule="reference.short"))
    return out


def _in_person(text: str, known: KnownName, names: Sequence[NameReading]) -> bool:
    """Whether a known name is a part of a personal name ("Jordan" in "Vernon Jordan")."""
    doubtful = all(f.ambiguous or f.relation in ("capital", "generic") for f in known.forms)
    return any(
        n.type == "person" and n.span.holds(known.span) and (n.span != known.span or doubtful) for n in names
    ) and " " not in known.span.of(text)


def _stray_acronym(text: str, known: KnownName, named: Mapping[str, int]) -> bool:
    """Whether capitals that may mean many things are those of a party the document does not otherwise name."""
    words = known.span.of(text)
    return words.isupper() and len(words) < 6 and all(f.ambiguous and not named.get(f.entry) for f in known.forms)


def _mere_seat(known: KnownName, named: Mapping[str, int]) -> bool:
    """Whether a town is only known as the seat of organisations that the document does not otherwise name."""
    seats = [f for f in known.forms if f.relation == "capital" and gazetteer().entry(f.entry).type == "organisation"]
    return len(seats) == len(known.forms) and not any(named.get(f.entry, 0) > 1 for f in seats)


def _known_mention(text: str, known: KnownName, gazetteer_: Gazetteer, named: Mapping[str, int]) -> KnownMention:
    form = chosen_form(known, named)
    demonym = form.relation == "demonym" and not re.match(r"['’]s?\b", text[known.span.end : known.span.end + 2])
    party = party_of(form, gazetteer_)
    demonym = demonym or (party.type == "state" and is_of_a_business(text, known.span.end))
    place = not demonym and party.type == "state" and _tells_where(text, known.span)
    return KnownMention(span=known.span, party=party, demonym=demonym, rule=_RULES[form.relation], place=place)


def _tells_where(text: str, span: Span) -> bool:
    """Whether a state's or capital's name only says where: after "in" or "at", or in a dateline."""
    if _WHERE.search(text, max(0, span.start - 16), span.start):
        return True
    line = text.rfind("\n", 0, span.start) + 1
    dateline = _DATELINE.match(text, line) if span.start - line < 60 else None
    return dateline is not None and span.end <= dateline.end()


def dateline_state(text: str, split: Sequence[Sentence], names: Sequence[KnownMention]) -> str | None:
    """The state from whose capital a story is dated; None without such a dateline."""
    for sentence in split[:_TOP]:
        line = text.rfind("\n", 0, sentence.span.start) + 1
        dateline = _DATELINE.match(text, line)
        within = Span(start=dateline.start(), end=dateline.end()) if dateline else None
        for name in names:
            if within and within.holds(name.span) and name.party.type == "state" and name.rule == "reference.capital":
                return name.party.name
    return None


def _worth(local: Organisation, times: int, tagged: Sequence[NameReading]) -> bool:
    """A name in capitals that the tagger does not take for an organisation counts only where it comes twice."""
    return local.party.type == "media" or any(n.type == "organisation" for n in tagged) or times > 1
