"""One document annotated: everything that stands in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rejoinder.annotate.discourse import resolve
from rejoinder.annotate.identities import people
from rejoinder.annotate.known_names import KnownName, chosen_form, known_names, party_of
from rejoinder.annotate.main_parties import main_parties, states_of
from rejoinder.annotate.nominals import nominals
from rejoinder.annotate.organisations import Organisation, organisations
from rejoinder.annotate.persons import PersonMention, person_mentions
from rejoinder.annotate.quotations import quotations
from rejoinder.annotate.read_references import read_principals
from rejoinder.annotate.references import ReadReferences
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.scene import KnownMention, Scene, principal_of
from rejoinder.annotate.sentences import read_paragraphs, sentences
from rejoinder.annotate.times import time_expressions
from rejoinder.types.annotation import Annotation, NameReading, PartyRef, Quotation, Reading, Sentence
from rejoinder.types.document import Document
from rejoinder.types.places import Places
from rejoinder.types.ports import Tagger
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import Gazetteer, Relation, gazetteer

_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout|[Ww]ithin)\s$")
_DATELINE = re.compile(
    r"[A-Z][A-Z’' /.-]{2,30}(?:, [A-Za-z ]{2,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\.?\s?(?:\([^)\n]{2,30}\)\s?)?[-–—:]"
)
_SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]{4,})\b(?! [A-Z](?![a-z]*(?:resident|hief|pokes|eader|hair|ecretary)))")

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


def annotate(document: Document, tagger: Tagger) -> Annotation:
    """Sentences, quotations, times, and every mention with the parties it stands for, over the paragraphs that are
    read."""
    text = document.text
    paragraphs = [p for p, _ in read_paragraphs(document)]
    split = sentences(document)
    reading = tagger.read(text, paragraphs)
    quoted = quotations(text, paragraphs)
    scene = _scene(document, split, quoted, reading)
    mentions = resolve(scene, role_words())
    parties = sorted(
        {p for m in mentions for p in m.parties},
        key=lambda p: (p.name, p.type, p.principal or "", p.role or "", p.anonymity),
    )
    return Annotation(
        document_id=document.id,
        sentences=split,
        quotations=quoted,
        times=time_expressions(text, paragraphs, document.metadata.published),
        mentions=mentions,
        parties=tuple(parties),
        reading=reading,
    )


def _scene(document: Document, split: Sequence[Sentence], quoted: tuple[Quotation, ...], reading: Reading) -> Scene:
    text, roles, known = document.text, role_words(), gazetteer()
    year = document.metadata.published.first.year if document.metadata.published else None
    tagged = Places((n.span, n) for n in reading.names)
    listed = [
        k
        for k in known_names(text, [s.span for s in split], known, year)
        if not _in_person(text, k, tagged.touching(k.span))
    ]
    named = Counter(f.entry for k in listed if not k.generic for f in k.forms[:1] if not f.ambiguous)
    found = tuple(k for k in listed if not _stray_acronym(text, k, named))
    names = [_known_mention(text, k, known, named) for k in found if not k.generic]
    local = organisations(text, split, reading.names, [n.span for n in names], roles)
    times = Counter(o.party for o in local)
    names += [
        KnownMention(span=o.span, party=o.party, demonym=False, rule="reference.article")
        for o in local
        if _worth(o, times[o.party], tagged.touching(o.span))
    ]
    names += _short_names(text, split, names)
    names.sort(key=lambda n: n.span)
    persons = person_mentions(
        text, split, reading.names, {n.span: n.party for n in names if n.party.type != "media"}, roles
    )
    acting = [n for n in names if not n.place]
    read = read_principals(reading.references, persons, acting)
    known_people = people(text, persons, _near(split, persons, acting), Counter(n.party for n in acting), roles, read)
    official = {n.span for n in names if n.party.type == "office"}
    phrases = tuple(
        p
        for p in nominals(text, split, [p.whole for p in persons], roles)
        if _without_article(text, p.span) not in official and p.span not in official
    )
    phrases_at = Places((p.span, p) for p in phrases)
    persons_at = Places((p.span, p) for p in persons)
    generic = tuple(
        (k.span, tuple(party_of(f, known) for f in k.forms))
        for k in found
        if k.generic and not phrases_at.touching(k.span)
    )
    outer = tuple(n for n in names if not persons_at.touching(n.span))
    sources = tuple(c.source for c in reading.cues if c.source)
    return Scene(
        text=text, sentences=tuple(split), quotations=quoted,
        persons=persons, people=known_people, names=outer,
        generic=generic, nominals=phrases, sources=sources, main=main_parties(acting, known_people, persons),
        states=states_of(acting, known_people, persons), references=ReadReferences(reading.references),
    )  # fmt: skip


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


def _known_mention(text: str, known: KnownName, gazetteer_: Gazetteer, named: Mapping[str, int]) -> KnownMention:
    form = chosen_form(known, named)
    demonym = form.relation == "demonym" and not re.match(r"['’]s?\b", text[known.span.end : known.span.end + 2])
    party = party_of(form, gazetteer_)
    place = not demonym and party.type == "state" and _tells_where(text, known.span)
    return KnownMention(span=known.span, party=party, demonym=demonym, rule=_RULES[form.relation], place=place)


def _tells_where(text: str, span: Span) -> bool:
    """Whether a state's or capital's name only says where: after "in" or "at", or in a dateline."""
    if _WHERE.search(text, max(0, span.start - 12), span.start):
        return True
    line = text.rfind("\n", 0, span.start) + 1
    dateline = _DATELINE.match(text, line) if span.start - line < 60 else None
    return dateline is not None and span.end <= dateline.end()


def _worth(local: Organisation, times: int, tagged: Sequence[NameReading]) -> bool:
    """A name in capitals that the tagger does not take for an organisation counts only where it comes twice."""
    return local.party.type == "media" or any(n.type == "organisation" for n in tagged) or times > 1


def _without_article(text: str, span: Span) -> Span:
    return Span(start=span.start + 4, end=span.end) if text[span.start : span.start + 4].lower() == "the " else span


def _near(
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
