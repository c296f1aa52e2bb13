"""One document annotated: everything that stands in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.annotate.affiliation import (
    Around,
    home_of,
    named_before,
    named_beside,
    named_outside_titles,
    short_names,
)
from rejoinder.annotate.choosing import likeliest
from rejoinder.annotate.discourse import resolve
from rejoinder.annotate.identities import people
from rejoinder.annotate.introductions import introductions
from rejoinder.annotate.known_names import party_of
from rejoinder.annotate.letters import letter_author
from rejoinder.annotate.main_parties import main_parties, states_of
from rejoinder.annotate.name_classes import settled
from rejoinder.annotate.nominals import Nominal, nominals
from rejoinder.annotate.party_names import dateline_state, party_names
from rejoinder.annotate.persons import person_mentions
from rejoinder.annotate.question import Chooser
from rejoinder.annotate.quotations import quotations
from rejoinder.annotate.read_references import read_principals
from rejoinder.annotate.references import ReadReferences
from rejoinder.annotate.roles import role_words
from rejoinder.annotate.scene import KnownMention, Scene
from rejoinder.annotate.sentences import read_paragraphs, sentences
from rejoinder.annotate.times import time_expressions
from rejoinder.types.annotation import Annotation, Quotation, Reading, Sentence
from rejoinder.types.document import Document
from rejoinder.types.places import Places
from rejoinder.types.ports import Tagger
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import gazetteer


def annotate(document: Document, tagger: Tagger, choose: Chooser = likeliest) -> Annotation:
    """Sentences, quotations, times, and every mention with the parties it stands for, over the paragraphs that are
    read; `choose` takes one of those whom words may mean."""
    text = document.text
    paragraphs = [p for p, _ in read_paragraphs(document)]
    split = sentences(document)
    reading = tagger.read(text, paragraphs)
    year = document.metadata.published.first.year if document.metadata.published else None
    reading = replace(
        reading, names=settled(text, split, reading.names, role_words(), year, document.metadata.outlet or "")
    )
    quoted = quotations(text, paragraphs)
    scene = _scene(document, split, quoted, reading)
    mentions = resolve(scene, role_words(), choose)
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
    text, roles = document.text, role_words()
    year = document.metadata.published.first.year if document.metadata.published else None
    naming = party_names(text, split, reading, year, document.metadata.outlet or "")
    names = naming.names
    persons = person_mentions(
        text, split, reading.names, {n.span: n.party for n in names if n.party.type != "media"}, roles
    )
    acting = [n for n in names if not n.place]
    read = read_principals(reading.references, persons, acting)
    around = Around(
        named=named_outside_titles(persons, acting),
        short=short_names(n.party for n in names if not n.demonym),
        home=home_of(document.metadata) or dateline_state(text, split, names),
        year=year,
        before=named_before(persons, acting),
    )
    beside = named_beside(split, persons, acting)
    known_people = people(text, persons, beside, around, roles, read)
    official = {n.span for n in names if n.party.type == "office"}
    names_at = Places((n.span, n) for n in names)
    phrases = tuple(
        p
        for p in nominals(text, split, [p.whole for p in persons], roles)
        if _without_article(text, p.span) not in official
        and p.span not in official
        and not any(_is_of_name(text, p, n) for n in names_at.touching(p.span))
    )
    phrases_at = Places((p.span, p) for p in phrases)
    persons_at = Places((p.span, p) for p in persons)
    generic = tuple(
        (k.span, tuple(party_of(f, gazetteer()) for f in k.forms))
        for k in naming.generic
        if not phrases_at.touching(k.span)
    )
    outer = tuple(n for n in names if not persons_at.touching(n.span))
    sources = tuple(c.source for c in reading.cues if c.source)
    sayings = tuple((part, c.source) for c in reading.cues if c.source for part in c.content)
    return Scene(
        text=text, sentences=tuple(split), quotations=quoted,
        persons=persons, people=known_people, names=outer,
        generic=generic, nominals=phrases, sources=sources, main=main_parties(acting, known_people, persons),
        states=states_of(acting, known_people, persons), sayings=sayings,
        references=ReadReferences(reading.references), year=year,
        author=letter_author(text, acting, persons, known_people),
        introduced=introductions(text, names),
    )  # fmt: skip


def _is_of_name(text: str, phrase: Nominal, name: KnownMention) -> bool:
    """Whether a role phrase is the beginning of a name ("the Railway Employers" in "the Railway Employers'
    Federation"), or the name of an organisation itself ("the Union of French Screenwriters")."""
    if name.span.start < phrase.span.start or name.span.end < phrase.span.end:
        return False
    own = phrase.kind == "organisation" and phrase.noun in name.span.of(text).lower().split()
    return name.span.end > phrase.span.end or own


def _without_article(text: str, span: Span) -> Span:
    return Span(start=span.start + 4, end=span.end) if text[span.start : span.start + 4].lower() == "the " else span
