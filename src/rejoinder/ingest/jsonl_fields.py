"""One line of JSON: what it holds, and what is wrong with it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

from rejoinder.ingest.addresses import page_url
from rejoinder.ingest.source import known
from rejoinder.ingest.stated import stated_date, stated_url, stated_words
from rejoinder.types.document import Metadata

TEXT_FIELDS = ("text", "body", "content", "html")
_WORDS = {"outlet": ("outlet", "source", "publisher"), "title": ("title", "headline"), "language": ("language", "lang"),
          "origin": ("origin", "agency"), "byline": ("author", "byline")}  # fmt: skip
_DATES = ("published", "date", "published_at", "publication_date")
_ID = re.compile(r"[\w.:@+=-]{1,200}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST_NUMBER = 400


class BadLineError(ValueError):
    """A line of which no document comes: `code` and what is wrong."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The article of one line, its metadata, its id if it has a usable one, and (code, message) of what could not
    be used."""

    text: str
    is_html: bool
    metadata: Metadata
    id: str | None
    faults: tuple[tuple[str, str], ...]


def parsed(line: str, *, depth: int) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """The object of a line, and (code, message) of what was left out. BadLineError where there is none.

    Of a key that stands twice the first value counts; a number that is none, or infinite, is None."""
    faults: list[tuple[str, str]] = []
    if _depth(line) > depth:
        raise BadLineError("bad-line", f"Nested more than {depth} deep.")

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in items:
            if key in found:
                faults.append(("duplicate-key", f"{key[:60]!r} stands twice."))
            found.setdefault(key, value)
        return found

    def constant(name: str) -> None:
        faults.append(("non-finite-number", f"{name} is no number."))

    def real(digits: str) -> float | None:
        value = float(digits)
        if math.isinf(value):
            faults.append(("non-finite-number", f"{digits[:40]} is too large."))
            return None
        return value

    try:
        value = json.loads(line, object_pairs_hook=pairs, parse_constant=constant, parse_float=real, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error) or "nested too deep"
        raise BadLineError("bad-line", f"No JSON: {reason[:120]}.") from None
    if not isinstance(value, dict):
        raise BadLineError("bad-line", f"Not an object but {type(value).__name__}.")
    return value, faults


def fields_of(item: dict[str, object]) -> Fields:
    """The article and what is said of it. BadLineError where no field holds a text."""
    faults: list[tuple[str, str]] = []
    name = next((n for n in TEXT_FIELDS if item.get(n) not in (None, "")), None)
    if name is None:
        raise BadLineError("bad-line", f"No text in {', '.join(TEXT_FIELDS)}.")
    text = item[name]
    if not isinstance(text, str):
        raise BadLineError("bad-field", f"{name} is {type(text).__name__}, not words.")
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        faults.append(("invalid-characters", "Halves of characters in the text."))
    words = {field: stated_words(item, names, faults) for field, names in _WORDS.items()}
    when = stated_date(item, _DATES, faults)
    metadata = known("field", published=when, url=stated_url(item, faults), **words)
    opening = text.lstrip()[:200].lower()
    is_html = name == "html" or (
        opening.startswith("<") and bool(re.match(r"<(?:!doctype|html|p|div|article|h[1-6]|body|section)\b", opening))
    )
    return Fields(text=text, is_html=is_html, metadata=metadata, id=_id(item.get("id"), faults), faults=tuple(faults))


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _depth(line: str) -> int:
    """How deep brackets nest, those inside strings not counted where they balance out of the way."""
    if line.count("[") + line.count("{") < 50:
        return 0
    depth = deepest = 0
    inside = False
    for mark in re.findall(r"\\.|[\"\[\]{}]", line):
        if mark == '"':
            inside = not inside
        elif not inside and mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif not inside and mark in "]}":
            depth -= 1
    return deepest


def _id(value: object, faults: list[tuple[str, str]]) -> str | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and ((_ID.fullmatch(value) and ".." not in value) or page_url(value)):
        return value
    faults.append(("bad-id", f"{ascii(value)[:60]} cannot be an id."))
    return None
