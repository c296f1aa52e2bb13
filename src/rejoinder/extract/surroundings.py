"""What an annotation holds at a place of its text."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.types.annotation import Annotation, Mention, Quotation, Sentence, TimeExpression
from rejoinder.types.places import Places
from rejoinder.types.span import Span, covering


class Surroundings:
    """Sentences, paragraphs, quotations, mentions and times of one annotation, found by place."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self._sentences = Places((s.span, s) for s in annotation.sentences)
        self._quotations = Places((q.outer, q) for q in annotation.quotations)
        self._mentions = Places((m.span, m) for m in annotation.mentions)
        self._times = Places((t.span, t) for t in annotation.times)
        spans: dict[int, list[Span]] = {}
        for sentence in annotation.sentences:
            spans.setdefault(sentence.paragraph, []).append(sentence.span)
        self.paragraphs = {number: covering(tuple(parts)) for number, parts in spans.items()}

    def sentence(self, span: Span) -> Sentence | None:
        """The first sentence that shares a character with `span`."""
        return next(iter(self._sentences.touching(span)), None)

    def sentences(self, span: Span) -> Sequence[Sentence]:
        """The sentences that share a character with `span`, in text order."""
        return self._sentences.touching(span)

    def paragraph(self, span: Span) -> Span | None:
        """The first paragraph that shares a character with `span`."""
        sentence = self.sentence(span)
        return self.paragraphs[sentence.paragraph] if sentence else None

    def quotations(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share a character with `span`, marks included, in text order."""
        return self._quotations.touching(span)

    def mentions(self, span: Span) -> Sequence[Mention]:
        """The mentions that share a character with `span`, in text order."""
        return self._mentions.touching(span)

    def times(self, span: Span) -> Sequence[TimeExpression]:
        """The times that share a character with `span`, in text order."""
        return self._times.touching(span)
