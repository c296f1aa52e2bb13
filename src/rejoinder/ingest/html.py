"""A page of the web: one article a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rejoinder.ingest.assembling import Page, assembled
from rejoinder.ingest.decoding import codec_name, decode
from rejoinder.ingest.html_blocks import Block, VisiblePage, visible
from rejoinder.ingest.html_main import hints_of
from rejoinder.ingest.html_metadata import head_of
from rejoinder.ingest.limits import DEFAULT_LIMITS, Limits
from rejoinder.ingest.mapping import Mapped, MappedBuilder, through
from rejoinder.ingest.paragraphs import Hint, Paragraph
from rejoinder.ingest.problems import rejected, warning
from rejoinder.ingest.source import NOTHING_KNOWN, Source
from rejoinder.ingest.tidying import tidied
from rejoinder.types.document import Document, Metadata, Problem

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_BROWSERS_LOOK = 1024
_LOOKED_AT = 65_536
_HIDDEN_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    mapped: Mapped
    paragraphs: tuple[Paragraph, ...]


def read_html(
    raw: bytes, name: str, *, given: Metadata = NOTHING_KNOWN, place: str = "", limits: Limits = DEFAULT_LIMITS
) -> Document | Problem:
    """The article on a page, or why there is none. Nothing that the page points at is fetched.

    All that a browser shows is in the text, what is not the article in furniture zones; hidden text is not."""
    if len(raw) > limits.file_bytes:
        return rejected(name, "too-large", f"{len(raw)} bytes, read are {limits.file_bytes}.")
    match = _DECLARED.search(raw[:_LOOKED_AT])
    declared = codec_name((match[1] or match[2]).decode("ascii", "replace")) if match else None
    late = match is not None and match.end() > _BROWSERS_LOOK
    decoded = decode(raw, source=name, declared=declared, declared_late=late)
    if decoded.binary:
        return rejected(name, "unsupported-type", "It is binary data.")
    source = Source(
        name=name, raw=decoded.text, identity=(raw, place) if place else (raw,), given=given, problems=decoded.problems
    )
    return html_document(source, limits)


def html_document(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document | Problem:
    """The article on a decoded page, or why there is none."""
    tidy, problems = tidied(source.raw, source=source.name)
    if not tidy.text.strip():
        return rejected(source.name, "empty", "There is no text in it.")
    page = visible(tidy.text)
    if not page.blocks:
        return rejected(source.name, "no-text", "The page shows no text by itself.")
    built = _built(page, len(tidy.text))
    head = head_of(page, source=source.name)
    problems = (*source.problems, *problems, *_oddities(page, source.name, limits))
    return assembled(
        replace(source, problems=problems),
        Page(
            mapped=Mapped(text=built.mapped.text, offsets=through(tidy.offsets, built.mapped.offsets)),
            paragraphs=built.paragraphs,
            media="text/html",
            stated=head.metadata,
            problems=head.problems,
        ),
    )


def _oddities(page: VisiblePage, source: str, limits: Limits) -> list[Problem]:
    found = []
    if page.depth > limits.depth:
        found.append(warning(source, "deep-nesting", f"{page.depth} elements deep."))
    if page.hidden_words >= _HIDDEN_WORDS:
        found.append(warning(source, "hidden-text", f"{page.hidden_words} words that a browser does not show."))
    if page.own_entities:
        found.append(warning(source, "entities-ignored", "The page defines entities of its own."))
    if page.controls:
        found.append(warning(source, "control-characters", f"{page.controls} entities that stand for no character."))
    if page.open_at_end:
        found.append(warning(source, "truncated", "The page ends inside a paragraph or tag."))
    return found


def _built(page: VisiblePage, source_length: int) -> _Built:
    """The blocks one a line, and the paragraphs they make; a line broken in mid-sentence goes on with a blank."""
    builder = MappedBuilder(source_length)
    paragraphs: list[Paragraph] = []
    pieces: list[tuple[int, Hint | None, int]] = []
    last: Block | None = None
    for block, (hint, level) in zip(page.blocks, hints_of(page), strict=True):
        on = last is not None and block.after_break and _goes_on(last.words, block.words)
        if last is not None:
            run, at = last.runs[-1]
            builder.add(" " if on else "\n", at + len(run))
        if not on:
            pieces.append((builder.length, hint, level))
        for run, at in block.runs:
            builder.add(run, at)
        last = block
    mapped = builder.built()
    ends = [start - 1 for start, _, _ in pieces[1:]] + [len(mapped.text)]
    for (start, hint, level), end in zip(pieces, ends, strict=True):
        paragraphs.append(Paragraph(start=start, end=end, words=mapped.text[start:end], hint=hint, level=level))
    return _Built(mapped=mapped, paragraphs=tuple(paragraphs))


def _goes_on(before: str, after: str) -> bool:
    ended = before.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":"))
    return not ended and after[:1].islower() and len(before) >= 30
