"""JSON lines: many articles in one file, one object a line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from rejoinder.ingest.decoding import NUL_SIGN, decode
from rejoinder.ingest.html import html_document
from rejoinder.ingest.jsonl_fields import BadLineError, Fields, fields_of, parsed
from rejoinder.ingest.limits import DEFAULT_LIMITS, Limits
from rejoinder.ingest.problems import rejected, warning
from rejoinder.ingest.source import NOTHING_KNOWN, Source
from rejoinder.ingest.text import text_document
from rejoinder.types.document import Document, Metadata, Problem

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
NO_METADATA: Mapping[str, Metadata] = {}


def read_jsonl(
    stream: BinaryIO, name: str, *, given: Mapping[str, Metadata] = NO_METADATA, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document | Problem]:
    """The articles of a file of JSON lines in order, named `name#3` by the number of the line from 1, or why a line
    gives none.

    `given` is metadata by such names. Lines are read one at a time, so the file may be of any size."""
    seen: dict[str, str] = {}
    lines = 0
    for number, raw, problems in _lines(stream, name, limits):
        lines += 1
        source = f"{name}#{number}"
        if raw is None:
            yield rejected(source, "too-large", f"A line of more than {limits.line_bytes} bytes.")
            continue
        if lines == 1 and (raw.lstrip()[:1] == b"[" or raw.strip() == b"{"):
            yield rejected(name, "not-jsonl", "JSON over several lines or in one list, not one object a line.")
            return
        yield _article(raw, number, source, problems, seen, given, limits)
    if not lines:
        yield rejected(name, "empty", "There is no line in it.")


def _lines(stream: BinaryIO, name: str, limits: Limits) -> Iterator[tuple[int, bytes | None, tuple[Problem, ...]]]:
    """Every line that is not blank, with its number; None for one that is too long."""
    head = stream.read(3)
    if head[:2] in _WIDE:
        whole = head + stream.read(limits.file_bytes + 1)
        if len(whole) > limits.file_bytes:
            yield 1, None, ()
            return
        decoded = decode(whole, source=name)
        said = warning(name, "encoding-guessed", f"Read as {decoded.encoding} by its mark; JSON lines are UTF-8.")
        for number, words in enumerate(decoded.text.split("\n"), 1):
            if words.strip():
                yield number, words.encode("utf-8", "replace"), (said, *decoded.problems)
        return
    rest = b"" if head == _UTF8_MARK else head
    number = 0
    while True:
        number += 1
        newline = rest.find(b"\n")
        line = rest[: newline + 1] if newline >= 0 else rest + stream.readline(limits.line_bytes + 1)
        rest = rest[newline + 1 :] if newline >= 0 else b""
        if not line:
            return
        if len(line) > limits.line_bytes and not line.endswith(b"\n"):
            while (more := stream.readline(1 << 20)) and not more.endswith(b"\n"):
                pass
            yield number, None, ()
        elif line.strip():
            yield number, line, ()


def _article(
    raw: bytes,
    number: int,
    source: str,
    problems: tuple[Problem, ...],
    seen: dict[str, str],
    given: Mapping[str, Metadata],
    limits: Limits,
) -> Document | Problem:
    decoded = decode(raw.rstrip(b"\r\n"), source=source)
    if any(p.code == "truncated" for p in decoded.problems):
        return rejected(source, "truncated", "The line ends inside a character.")
    try:
        item, faults = parsed(decoded.text.replace(NUL_SIGN, " "), depth=limits.depth)
        fields = fields_of(item)
    except BadLineError as error:
        return rejected(source, error.code, error.message)
    repeated, conflict = _known(fields, raw, source, seen)
    if repeated:
        return rejected(source, "repeated-line", f"The same as {repeated}.")
    warnings = [warning(source, code, message) for code, message in (*faults, *fields.faults)]
    if conflict:
        warnings.append(warning(source, "id-conflict", f"{conflict} has the same id and another text."))
    article = Source(
        name=source,
        raw=fields.text.replace("\0", NUL_SIGN),
        identity=(raw.strip(), number),
        given=given.get(source, NOTHING_KNOWN),
        fields=fields.metadata,
        problems=(*problems, *decoded.problems, *warnings),
    )
    return html_document(article, limits) if fields.is_html else text_document(article)


def _known(fields: Fields, raw: bytes, source: str, seen: dict[str, str]) -> tuple[str | None, str | None]:
    """The earlier line that is the same, or the earlier line that has the same id; both are kept in `seen`."""
    digest = hashlib.sha256(raw.strip()).hexdigest()
    if digest in seen:
        return seen[digest], None
    seen[digest] = source
    if fields.id is None:
        return None, None
    earlier = seen.setdefault(f"id {fields.id}", source)
    return None, earlier if earlier != source else None
