"""Text from documents made harmless for where it is shown. It was written by strangers.

Each function changes as little as it must; JSON needs none of them and stays exact.
"""

from __future__ import annotations

import re
import unicodedata

_FORMULA = re.compile(
    r"[\t\r]|\s*(?:[=@＝＠]|[-+－＋](?!\s*(?:;|\Z)))"
)  # a lone sign, or one before ;, reckons nothing
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$]|:(?=//)|(?<=[wW])\.(?=\S))")
_LINE_OPENING = re.compile(r"^([-+=#]|\d{1,9}(?=[.)]))")
_BLANKS = re.compile(r"\s+")


def one_line(text: str) -> str:
    """On one line, without anything that is not seen: control, format and bidirectional characters, lone surrogates.

    A terminal cannot be driven by what remains."""
    kept = (c if c.isprintable() else " " if c.isspace() or unicodedata.category(c) == "Cc" else "" for c in text)
    return _BLANKS.sub(" ", "".join(kept)).strip()


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: what begins like one, after blanks, is led by an apostrophe. The
    `-` that stands for a missing code, alone or in a list, is none."""
    safe = text.replace("\0", "")
    return "'" + safe if _FORMULA.match(safe) else safe


def markdown(text: str) -> str:
    """A text of one line that reads the same as Markdown, also at the beginning of a line: no markup, link or HTML."""
    plain = _MARKDOWN.sub(r"\\\1", one_line(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_OPENING.sub(lambda m: m[1] + "\\" if m[1].isdigit() else "\\" + m[1], plain)


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut at a blank where there is one, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, blank, _ = cut.rpartition(" ")
    return (head if blank and len(head) > length // 2 else cut).rstrip(" ,;:") + "…"
