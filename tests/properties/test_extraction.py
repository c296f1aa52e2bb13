from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import rejoinder.extract
from rejoinder.annotate.annotating import annotate
from rejoinder.annotate.sentences import read_paragraphs
from rejoinder.extract.extracting import extract
from rejoinder.types.document import READ_ZONES, Document
from rejoinder.types.extraction import Extraction
from rejoinder.types.span import Span, covering
from tests.properties.articles import TAGGERS, Anything, calls, documents
from tests.unit.annotate.fake_tagger import Act, FakeTagger, Said, article

SOURCE = "\n".join(p.read_text("utf-8") for p in sorted(Path(rejoinder.extract.__path__[0]).glob("*.py")))


def extraction(document: Document, tagger: Anything | FakeTagger) -> Extraction:
    return extract(document, annotate(document, tagger))


@settings(deadline=None, max_examples=60)
@given(documents(), TAGGERS)
def test_whatever_is_reported_stands_in_what_is_read(document: Document, tagger: Anything) -> None:
    found = extraction(document, tagger)
    paragraphs = [p for p, _ in read_paragraphs(document)]
    for statement in found.statements:
        places = [*statement.content, *(s for s in (statement.cue, statement.source) if s)]
        places += [hop.span for hop in statement.chain if hop.span]
        assert all(_read(document, paragraphs, place) for place in places)
        assert statement.zone in READ_ZONES
        assert list(statement.content) == sorted(statement.content)
        assert all(a.end <= b.start for a, b in pairwise(statement.content))
    for move in found.moves:
        assert _read(document, paragraphs, move.anchor)
        assert move.anchor.holds(move.trigger)
        assert move.zone in READ_ZONES


def _read(document: Document, paragraphs: list[Span], place: Span) -> bool:
    return 0 <= place.start < place.end <= len(document.text) and any(p.holds(place) for p in paragraphs)


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_the_same_twice_in_text_order_each_with_its_own_id(document: Document, tagger: Anything) -> None:
    found = extraction(document, tagger)
    assert found == extraction(document, tagger)
    contents = [covering(s.content) for s in found.statements]
    assert contents == sorted(contents)
    triggers = [m.trigger for m in found.moves]
    assert triggers == sorted(triggers)
    ids = [x.id for x in (*found.statements, *found.moves)]
    assert len(set(ids)) == len(ids)


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_links_lead_to_statements_of_the_document(document: Document, tagger: Anything) -> None:
    found = extraction(document, tagger)
    by_id = {s.id: s for s in found.statements}
    for statement in found.statements:
        assert statement.speakers
        assert statement.anonymity == statement.speakers[0].anonymity
        assert statement.inside != statement.id
        if statement.inside:
            assert covering(by_id[statement.inside].content).holds(covering(statement.content))
        if statement.continues:
            assert covering(by_id[statement.continues].content) <= covering(statement.content)
            assert statement.continues != statement.id
    for move in found.moves:
        assert move.actors
        assert move.statement_id is None or move.statement_id in by_id
        assert not {p.acts_for for p in move.recipients} & {p.acts_for for p in move.actors}
        assert move.modality != "reported" or move.holders


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_every_rule_can_be_found_in_the_source(document: Document, tagger: Anything) -> None:
    found = extraction(document, tagger)
    for rule in {r for x in (*found.statements, *found.moves) for r in x.rule.split(" ")}:
        assert re.search(rf'"{re.escape(rule)}[" ]', SOURCE), rule


PLAIN = st.text("abcdefghijklmnopqrstuvwxyzéß 0123456789,’", min_size=12, max_size=60).filter(
    lambda words: len(words.split()) > 1 and words == words.strip(" ,’") and "’ " not in words and " ’" not in words
)


@settings(deadline=None, max_examples=40)
@given(PLAIN, st.sampled_from(["“{}”", '"{}"', "«{}»"]))
def test_direct_speech_is_word_for_word(words: str, marks: str) -> None:
    document = article(f"{marks.format(words)}, Marta Ollero said on Friday.")
    said = Said(content=marks.format(words), source="Marta Ollero")
    (statement,) = extraction(document, FakeTagger(said=(said,), persons=("Marta Ollero",))).statements
    assert [part.of(document.text) for part in statement.content] == [words]
    assert statement.form == "direct"


@settings(deadline=None, max_examples=40)
@given(PLAIN)
def test_indirect_speech_is_word_for_word(words: str) -> None:
    document = article(f"Marta Ollero said that {words}.")
    said = Said(content=f"that {words}", source="Marta Ollero")
    (statement,) = extraction(document, FakeTagger(said=(said,), persons=("Marta Ollero",))).statements
    assert [part.of(document.text) for part in statement.content] == [f"that {words}"]
    assert statement.form == "indirect"


def test_what_stands_before_changes_no_words_but_ids() -> None:
    story = "“We will wait for you,” Marta Ollero said."
    tagger = FakeTagger(
        said=(Said(content="“We will wait for you,”", source="Marta Ollero"),), persons=("Marta Ollero",)
    )
    first, moved = article(story), article("It rained.", story)
    here, there = extraction(first, tagger).statements[0], extraction(moved, tagger).statements[0]
    assert here.content[0].of(first.text) == there.content[0].of(moved.text)
    assert here.id != there.id


def work(copies: int) -> int:
    """Calls of functions made for so many reports of one act, each in words of its own."""
    lines, said, acts = [], [], []
    for n in range(copies):
        lines.append(f"Chile said that Norway had rejected draft number {n}x on Friday. “We wait for {n}x,” it added.")
        said += [
            Said(content=f"that Norway had rejected draft number {n}x", source="Chile"),
            Said(content=f"“We wait for {n}x,”", cue="added", source="it"),
        ]
        anchor = f"rejected draft number {n}x"
        acts.append(Act(trigger="rejected", kind="reject", anchor=anchor, actors=("Norway",), held=True))
    document = article(*lines)
    annotation = annotate(document, FakeTagger(said=tuple(said), acts=tuple(acts)))
    return calls(lambda: extract(document, annotation))


def test_eight_times_the_text_is_about_eight_times_the_work() -> None:
    work(1)
    assert work(64) < 12 * work(8)
