"""Bytes to text: byte order marks, UTF-8, and what to do where neither fits."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from rejoinder.ingest.guessing import legacy, utf16_without_mark
from rejoinder.ingest.problems import warning
from rejoinder.types.document import Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CODECS = ("utf-8", "utf-16", "utf-32", "iso8859", "cp", "koi8", "mac", "big5", "gb", "euc", "shift", "hz",
                "ascii", "johab", "tis", "ptcp", "kz")  # fmt: skip
NUL_SIGN = "\u2400"
_UNWRITTEN = re.compile(r"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_ENOUGH = 32  # characters: of fewer, one that is damaged tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file without its byte order mark, the encoding it was read by, and what was wrong.

    NUL stands as U+2400, a lone surrogate as U+FFFD, so that every store can hold it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]

    @property
    def binary(self) -> bool:
        """Whether more than one character in twenty is none that people write: a control, or one that could not be
        read. NUL does not count (wide text without a mark is full of it), nor do bells and escapes of terminals."""
        return len(self.text) >= _ENOUGH and len(_UNWRITTEN.findall(self.text)) * 20 > len(self.text)


def decode(raw: bytes, *, source: str, declared: str | None = None, declared_late: bool = False) -> Decoded:
    """The text of a file. `declared` is what a page says of its own encoding (`declared_late`: too late for a
    browser)."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return _decoded(text, encoding, _damage(text, source))
    unmarked = utf16_without_mark(raw)
    if unmarked:
        problem = warning(source, "encoding-guessed", f"Read as {unmarked} although nothing says so.")
        return _decoded(raw.decode(unmarked, "replace"), unmarked, (problem,))
    body, cut = _without_cut_end(raw)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw, source, declared, late=declared_late)
    problems: tuple[Problem, ...] = ()
    if cut:
        text += "\ufffd"
        problems = (warning(source, "truncated", "The file ends inside a character."),)
    elif declared and declared != "utf-8" and not body.isascii():
        problems = (warning(source, "declared-encoding-wrong", f"Says {declared}, is UTF-8."),)
    return _decoded(text, "utf-8", problems)


def codec_name(label: str) -> str | None:
    """Python's name of the encoding that a page names; None for one unknown or not of text."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    # Browsers read these labels as their Windows supersets.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(name, name) if _of_text(name) else None


def _of_text(name: str) -> bool:
    """Whether the codec turns bytes into text without side effects of its own (`idna`, `unicode_escape`, `hex` do
    not)."""
    return name.startswith(_TEXT_CODECS)


def _decoded(text: str, encoding: str, problems: tuple[Problem, ...]) -> Decoded:
    """NUL and lone surrogates replaced one for one."""
    if "\0" in text:
        text = text.replace("\0", NUL_SIGN)
    return Decoded(text=text, encoding=encoding, problems=problems)


def _damage(text: str, source: str) -> tuple[Problem, ...]:
    if "\ufffd" in text:
        return (warning(source, "invalid-bytes", f"{text.count(chr(0xFFFD))} characters could not be read."),)
    return ()


def _without_cut_end(raw: bytes) -> tuple[bytes, bool]:
    """The bytes without an incomplete last UTF-8 sequence, and whether there was one."""
    for back in range(1, min(4, len(raw)) + 1):
        byte = raw[-back]
        if byte >= 0xC2:
            need = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return (raw[:-back], True) if back < need and byte < 0xF5 else (raw, False)
        if byte < 0x80:
            break
    return raw, False


def _not_utf8(raw: bytes, source: str, declared: str | None, *, late: bool) -> Decoded:
    if declared and declared != "utf-8":
        try:
            text = raw.decode(declared)
        except UnicodeDecodeError:
            pass
        else:
            said = (warning(source, "encoding-guessed", f"Says {declared} only after its first 1024 bytes."),)
            return _decoded(text, declared, said if late else ())
    lines = raw.splitlines(keepends=True)
    plain = [_is_utf8(line) for line in lines]
    foreign = b"".join(line for line, good in zip(lines, plain, strict=True) if not good)
    guess = legacy(foreign)
    if guess is None:
        text = raw.decode("utf-8", "replace")
        return _decoded(text, "utf-8", _damage(text, source))
    mixed = _mixed(lines, plain)
    if mixed:
        parts = [
            line.decode("utf-8") if good else line.decode(guess.encoding, "replace")
            for line, good in zip(lines, plain, strict=True)
        ]
        problem = warning(source, "mixed-encoding", f"Part of it is UTF-8, part is read as {guess.encoding}.")
        return _decoded("".join(parts), guess.encoding, (problem,))
    code = "declared-encoding-wrong" if declared else "encoding-guessed"
    said_so = f"Says {declared}, read" if declared else "Read"
    problem = warning(source, code, f"{said_so} as {guess.encoding}, judging by {guess.reason}.")
    return _decoded(raw.decode(guess.encoding, "replace"), guess.encoding, (problem,))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(lines: list[bytes], plain: list[bool]) -> bool:
    """Whether lines of real UTF-8, or lines of plain English, stand beside lines that are mostly of another script."""
    good = [line for line, fine in zip(lines, plain, strict=True) if fine]
    if any(not line.isascii() for line in good):
        return True
    foreign = b"".join(line for line, fine in zip(lines, plain, strict=True) if not fine)
    high = sum(byte >= 0x80 for byte in foreign)
    prose = sum(len(line) for line in good if line.count(b" ") >= 6 and b"<" not in line)
    return high > 0.4 * len(foreign) and prose >= 100
