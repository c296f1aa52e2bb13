"""Characters that cannot be read: controls, invisible ones, look-alikes, text encoded twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rejoinder.ingest.confusables import lookalikes
from rejoinder.ingest.decoding import NUL_SIGN
from rejoinder.ingest.mapping import Mapped, edited, through
from rejoinder.ingest.mojibake import twice_encoded
from rejoinder.ingest.problems import warning
from rejoinder.types.document import Problem

_NEWLINES = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_BLANKS = str.maketrans(
    dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
)
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2061\u2062\u2063\u2064\ufeff"
_CONTROL = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff{NUL_SIGN}]+")
_UNSEEN = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff{NUL_SIGN}{_BIDI}{_INVISIBLE}]+")


def readable(characters: str) -> str:
    """What is left of a character that an entity names: blanks as plain ones, nothing of what is unseen."""
    return _UNSEEN.sub("", characters.translate(_BLANKS))


def tidied(raw: str, *, source: str) -> tuple[Mapped, tuple[Problem, ...]]:
    """The text as it can be read, every newline `\\n` and every blank a plain one, and what had to be mended.

    Of the same length as `raw`, character by character, unless something invisible stood inside a word or text was
    encoded twice."""
    problems: list[Problem] = []
    repairs = twice_encoded(raw)
    if repairs:
        problems.append(warning(source, "mojibake", f"{len(repairs)} characters had been encoded twice."))
    first = edited(raw, repairs)
    text = first.text.replace("\r\n", " \n").replace("\r", "\n").translate(_NEWLINES).translate(_BLANKS)
    problems.extend(_unseen(text, source))
    second = edited(text, _without_unseen(text))
    third = lookalikes(second.text)
    if third:
        names = sorted({word for _, _, word in third})[:3]
        message = f"{len(third)} words mix alphabets that look alike, first: {', '.join(names)}."
        problems.append(warning(source, "confusable-name", message))
    offsets = through(first.offsets, second.offsets)
    return Mapped(text=edited(second.text, third).text, offsets=offsets), tuple(problems)


def _unseen(text: str, source: str) -> Iterator[Problem]:
    controls = sum(len(run) for run in _CONTROL.findall(text))
    if controls:
        yield warning(source, "control-characters", f"{controls} control characters.")
    bidi = sum(text.count(char) for char in _BIDI)
    if bidi:
        yield warning(source, "bidi-controls", f"{bidi} characters that change the order in which text is shown.")


def _without_unseen(text: str) -> Iterator[tuple[int, int, str]]:
    """Edits that drop what is unseen inside a word, and put blanks in its place elsewhere, so that little moves."""
    for match in _UNSEEN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isalnum() and after.isalnum():
            yield start, end, ""
        elif match.group() == "\u200d" and not (before + after).isalnum():
            continue  # joins two parts of one emoji
        else:
            yield start, end, " " * (end - start)
