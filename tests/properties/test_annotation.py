from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import rejoinder.annotate
from rejoinder.annotate.annotating import annotate
from rejoinder.annotate.quotations import quotations
from rejoinder.annotate.sentences import read_paragraphs, sentence_spans
from rejoinder.types.annotation import Annotation
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from tests.properties.articles import LINES, TAGGERS, Anything, calls, documents
from tests.unit.annotate.fake_tagger import FakeTagger, article

SOURCE = "\n".join(p.read_text("utf-8") for p in sorted(Path(rejoinder.annotate.__path__[0]).glob("*.py")))
RELATIONS = ("name", "alias", "capital", "demonym", "person-demonym", "metonym", "institution")


@settings(deadline=None, max_examples=60)
@given(documents(), TAGGERS)
def test_whatever_is_found_stands_in_what_is_read(document: Document, tagger: Anything) -> None:
    annotation = annotate(document, tagger)
    paragraphs = [p for p, _ in read_paragraphs(document)]
    for span in _spans(annotation):
        assert 0 <= span.start < span.end <= len(document.text)
        assert any(p.holds(span) for p in paragraphs)


def _spans(annotation: Annotation) -> list[Span]:
    return [
        *(s.span for s in annotation.sentences),
        *(q.outer for q in annotation.quotations),
        *(t.span for t in annotation.times),
        *(m.span for m in annotation.mentions),
    ]


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_the_same_twice_and_in_text_order(document: Document, tagger: Anything) -> None:
    annotation = annotate(document, tagger)
    assert annotation == annotate(document, tagger)
    for spans in (
        [s.span for s in annotation.sentences],
        [q.outer for q in annotation.quotations],
        [t.span for t in annotation.times],
    ):
        assert spans == sorted(spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    starts = [m.span.start for m in annotation.mentions]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_every_mention_stands_for_somebody(document: Document, tagger: Anything) -> None:
    annotation = annotate(document, tagger)
    for mention in annotation.mentions:
        assert mention.parties
        assert len(set(mention.parties)) == len(mention.parties)
        assert all(p.name.strip() for p in mention.parties)
        assert mention.span.of(document.text).strip()
    assert set(annotation.parties) == {p for m in annotation.mentions for p in m.parties}


@settings(deadline=None, max_examples=40)
@given(documents(), TAGGERS)
def test_every_rule_of_a_mention_can_be_found_in_the_source(document: Document, tagger: Anything) -> None:
    for mention in annotate(document, tagger).mentions:
        relation = mention.rule.removeprefix("reference.")
        assert f'"{mention.rule}"' in SOURCE or relation in RELATIONS


def test_every_rule_of_a_name_can_be_found_in_the_source() -> None:
    assert [r for r in RELATIONS if f'"reference.{r}"' not in SOURCE] == []


@settings(deadline=None, max_examples=40)
@given(st.lists(LINES, max_size=4))
def test_sentences_leave_only_blanks_out(lines: list[str]) -> None:
    document = article(*lines)
    for paragraph, _ in read_paragraphs(document):
        spans = sentence_spans(document.text, paragraph)
        assert "".join(s.of(document.text) for s in spans).split() == paragraph.of(document.text).split() or _same(
            document.text, paragraph, spans
        )


def _same(text: str, paragraph: Span, spans: Sequence[Span]) -> bool:
    inside = "".join(s.of(text) for s in spans)
    return "".join(inside.split()) == "".join(paragraph.of(text).split())


@settings(deadline=None, max_examples=40)
@given(st.lists(LINES, max_size=4))
def test_quotations_are_between_their_marks(lines: list[str]) -> None:
    document = article(*lines)
    paragraphs = [p for p, _ in read_paragraphs(document)]
    for quotation in quotations(document.text, paragraphs):
        outer, inner = quotation.outer.of(document.text), quotation.inner.of(document.text)
        assert quotation.outer.holds(quotation.inner)
        assert inner in outer
        assert outer[0] in "\"“„«'‘"
        assert (outer[-1] in "\"“”»'’") or not quotation.closed


STORY = (
    "Chilean Foreign Minister Marta Ollero said on Friday that Norway had rejected “the fairest of offers” in Havana.",
    "The ministry will wait, a senior diplomat told Reuters. It has not answered, and both sides know it.",
    "Norway’s ambassador, Olav Brandvold, denied it. He met the union and the company; she did not.",
)
PERSONS = ("Marta Ollero", "Olav Brandvold")


def work(copies: int) -> int:
    """Calls of functions made for a story told so many times over; the same on every machine."""
    document = article(*STORY * copies)
    return calls(lambda: annotate(document, FakeTagger(persons=PERSONS, organisations=("Reuters",))))


def test_eight_times_the_text_is_about_eight_times_the_work() -> None:
    work(1)
    assert work(40) < 12 * work(5)
