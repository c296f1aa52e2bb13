"""Markdown: one article a file, perhaps with its metadata in front."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from rejoinder.ingest.assembling import Page, assembled
from rejoinder.ingest.decoding import decode
from rejoinder.ingest.limits import DEFAULT_LIMITS, Limits
from rejoinder.ingest.mapping import Mapped, edited, through
from rejoinder.ingest.paragraphs import Hint, Paragraph, reflowed
from rejoinder.ingest.problems import rejected, warning
from rejoinder.ingest.source import NOTHING_KNOWN, Source, known
from rejoinder.ingest.stated import Faults, stated_date, stated_url, stated_words
from rejoinder.ingest.tidying import tidied
from rejoinder.ingest.yaml_words import words
from rejoinder.types.document import Document, Metadata, Problem

_FRONT = re.compile(r"---[ ]*\n(.{0,20000}?)\n---[ ]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ ]+")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_RULE = re.compile(r"[ ]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ ]*$")
_REFERENCE = re.compile(r"[ ]{0,3}\[[^\]\n]{1,100}\]:[ ]+\S+.{0,200}$")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_INLINE = re.compile(
    r"(?P<image>!\[(?P<alt>[^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:[ ][^()\n]{0,200})?\))"
    r"|(?P<link>\[(?P<words>[^\[\]\n]{1,500})\](?:\([^()\s]{0,2000}(?:[ ][^()\n]{0,200})?\)|\[[^\[\]\n]{0,100}\]))"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+.!>|~-])"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>)"
    r"|(?P<stars>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`{1,3})"
)
_COMMENT_END = "-->"
_LONGEST_COMMENT = 2000
_WORDS = {"outlet": ("outlet", "source", "publisher", "publication"), "byline": ("author", "byline"),
          "title": ("title", "headline"), "language": ("language", "lang"), "origin": ("origin", "agency")}  # fmt: skip
_DATES = ("published", "date", "created")


def read_markdown(
    raw: bytes, name: str, *, given: Metadata = NOTHING_KNOWN, place: str = "", limits: Limits = DEFAULT_LIMITS
) -> Document | Problem:
    """The article in a Markdown file, or why there is none. Marks of Markdown are left out of the text; the map
    leads round them."""
    if len(raw) > limits.file_bytes:
        return rejected(name, "too-large", f"{len(raw)} bytes, read are {limits.file_bytes}.")
    decoded = decode(raw, source=name)
    if decoded.binary:
        return rejected(name, "unsupported-type", "It is binary data.")
    mapped, problems = tidied(decoded.text, source=name)
    if not mapped.text.strip():
        return rejected(name, "empty", "There is no text in it.")
    stated, end, faults = _front_matter(mapped.text, name)
    hints = _line_hints(mapped.text, end)
    stripped = edited(mapped.text, _markup(mapped.text, end))
    text, paragraphs = reflowed(stripped.text, soft=True, apart=frozenset(hints))
    page = Page(
        mapped=Mapped(text=text, offsets=through(mapped.offsets, stripped.offsets)),
        paragraphs=_hinted(paragraphs, stripped, hints),
        media="text/markdown",
        stated=stated,
    )
    source = Source(name=name, raw=decoded.text, identity=(raw, place) if place else (raw,), given=given)
    return assembled(replace(source, problems=(*decoded.problems, *problems, *faults)), page)


def _front_matter(text: str, source: str) -> tuple[Metadata, int, list[Problem]]:
    """What the YAML in front says, where it ends, and what of it cannot be read."""
    match = _FRONT.match(text)
    if match is None:
        return NOTHING_KNOWN, 0, []
    try:
        data = words(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return NOTHING_KNOWN, match.end(), [warning(source, "bad-field", "The metadata in front is no YAML.")]
    if not isinstance(data, dict):
        return NOTHING_KNOWN, 0, []
    values = {str(key).lower(): value for key, value in data.items()}
    faults: Faults = []
    told = {field: stated_words(values, names, faults) for field, names in _WORDS.items()}
    when = stated_date(values, _DATES, faults)
    stated = known("front matter", published=when, url=stated_url(values, faults), **told)
    return stated, match.end(), [warning(source, code, message) for code, message in faults]


def _line_hints(text: str, body: int) -> dict[int, tuple[Hint, int]]:
    """The hint and level of each line that its marks tell of, by the number of the line."""
    hints: dict[int, tuple[Hint, int]] = {}
    fenced = False
    for number, (start, end) in enumerate(_lines(text)):
        line = text[start:end]
        if start < body:
            hints[number] = ("navigation", 0)
        elif _FENCE.match(line):
            fenced = not fenced
            hints[number] = ("code", 0)
        elif fenced:
            hints[number] = ("code", 0)
        elif match := _HEADING.match(line):
            hints[number] = ("heading", len(match[1]))
        elif line.strip().startswith("![") and line.strip().endswith(")"):
            hints[number] = ("caption", 0)
    return hints


def _markup(text: str, body: int) -> Iterator[tuple[int, int, str]]:
    """Edits that leave the words and take the marks."""
    for start, end in _lines(text):
        if start < body:
            yield start, end, ""
            continue
        line = text[start:end]
        if _RULE.match(line) or _REFERENCE.match(line) or _FENCE.match(line):
            yield start, end, ""
            continue
        at = start
        while (mark := _QUOTE.match(text, at, end) or _HEADING.match(text, at, end)) is not None:
            yield at, mark.end(), ""
            at = mark.end()
        if text[at:end].lstrip().startswith("* "):
            at = text.index("*", at) + 1
        yield from _inline(text, at, end)


def _inline(text: str, at: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Edits within a line."""
    while (match := _INLINE.search(text, at, end)) is not None:
        at = match.end()
        group = match.lastgroup or ""
        if group in ("image", "alt"):
            yield match.start(), match.start("alt"), ""
            yield match.end("alt"), match.end(), ""
        elif group in ("link", "words"):
            yield match.start(), match.start("words"), ""
            yield match.end("words"), match.end(), ""
        elif group == "comment":
            close = text.find(_COMMENT_END, at, min(end, at + _LONGEST_COMMENT + len(_COMMENT_END)))
            if close >= 0:
                at = close + len(_COMMENT_END)
                yield match.start(), at, ""
        else:
            yield match.start(), match.end(), match.group()[1:] if group == "escape" else ""


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _hinted(paragraphs: list[Paragraph], stripped: Mapped, hints: dict[int, tuple[Hint, int]]) -> tuple[Paragraph, ...]:
    """The paragraphs with what the marks of their lines tell; every line of the source is still a line, if an empty
    one."""
    found = []
    at = number = 0
    for paragraph in paragraphs:
        number += stripped.text.count("\n", at, paragraph.start)
        at = paragraph.start
        hint, level = hints.get(number, (None, 0))
        found.append(replace(paragraph, hint=hint, level=level))
    return tuple(found)
