"""Passages in the sentences they stand in, so that who says what can be read without opening the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rejoinder.annotate.sentences import read_paragraphs, sentence_spans
from rejoinder.publish.web.holding import Desk
from rejoinder.record.documents import one_document
from rejoinder.record.material import folded
from rejoinder.types.document import Document
from rejoinder.types.span import Span, covering

_MOST = 700  # characters of a sentence; what is longer is shown by its words alone


def in_sentences(desk: Desk, found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The passages with the words before and after them in their sentences (`before`, `after`); of one sentence the
    first that stands there on the same word."""
    documents: dict[str, Document] = {}
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in found:
        row = one["row"]
        if row["document_id"] not in documents:
            documents[row["document_id"]] = one_document(desk.connection, row["document_id"])
        document = documents[row["document_id"]]
        words = Span(start=row["start"], end=row["end"])
        whole = _sentence(document, words)
        key = (document.id, whole, tuple(hop["name"] for hop in one["hops"]))
        if key not in first:
            first[key] = {**one, **_around(document.text, whole, words)}
    return list(first.values())


def _sentence(document: Document, words: Span) -> Span:
    """The sentences that the words are part of, as one stretch; the words themselves where that is very long."""
    around = [
        sentence
        for paragraph, _zone in read_paragraphs(document)
        if paragraph.touches(words)
        for sentence in sentence_spans(document.text, paragraph)
        if sentence.touches(words)
    ]
    whole = covering((words, *around))
    return whole if whole.end - whole.start <= _MOST else words


def _around(text: str, whole: Span, words: Span) -> Mapping[str, str]:
    before, told, after = text[whole.start : words.start], words.of(text), text[words.end : whole.end]
    return {
        "before": folded(before) + (" " if before[-1:].isspace() else ""),
        "told": folded(told),
        "after": (" " if after[:1].isspace() else "") + folded(after),
    }
