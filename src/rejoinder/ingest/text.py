"""Plain text: one article a file."""

from __future__ import annotations

from dataclasses import replace

from rejoinder.ingest.assembling import Page, assembled
from rejoinder.ingest.decoding import decode
from rejoinder.ingest.limits import DEFAULT_LIMITS, Limits
from rejoinder.ingest.mapping import Mapped
from rejoinder.ingest.paragraphs import reflowed
from rejoinder.ingest.problems import rejected
from rejoinder.ingest.source import NOTHING_KNOWN, Source
from rejoinder.ingest.tidying import tidied
from rejoinder.types.document import Document, Metadata, Problem


def read_text(
    raw: bytes, name: str, *, given: Metadata = NOTHING_KNOWN, place: str = "", limits: Limits = DEFAULT_LIMITS
) -> Document | Problem:
    """The article in a file of plain text, or why there is none. `place` tells files of the same bytes apart.

    Of a file that is clean UTF-8 the text is as long as the file, character for character."""
    if len(raw) > limits.file_bytes:
        return rejected(name, "too-large", f"{len(raw)} bytes, read are {limits.file_bytes}.")
    decoded = decode(raw, source=name)
    if decoded.binary:
        return rejected(name, "unsupported-type", "It is binary data.")
    source = Source(
        name=name, raw=decoded.text, identity=(raw, place) if place else (raw,), given=given, problems=decoded.problems
    )
    return text_document(source)


def text_document(source: Source, media: str = "text/plain") -> Document | Problem:
    """The article in a decoded text, or why there is none."""
    mapped, problems = tidied(source.raw, source=source.name)
    if not mapped.text.strip():
        return rejected(source.name, "empty", "There is no text in it.")
    text, paragraphs = reflowed(mapped.text)
    page = Page(mapped=Mapped(text=text, offsets=mapped.offsets), paragraphs=tuple(paragraphs), media=media)
    return assembled(replace(source, problems=(*source.problems, *problems)), page)
