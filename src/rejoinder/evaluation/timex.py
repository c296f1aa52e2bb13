"""How well time expressions are found and given their values, against news with TIMEX3 marks."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.annotate.times import time_expressions
from rejoinder.types.span import Span
from rejoinder.types.time import day

_BREAK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Marks in the gold, marks found, and how many match: `strict` by the same span, `relaxed` by a shared character,
    `value` and `kind` where the value or the type is the same besides."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    kind: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            value=self.value + other.value,
            kind=self.kind + other.kind,
        )

    def measures(self) -> dict[str, float | int]:
        """F1 in per cent for each way of matching, with precision and recall of the relaxed one."""
        both = self.gold + self.found
        return {
            "gold": self.gold,
            "found": self.found,
            "strict_f1": _percent(2 * self.strict, both),
            "relaxed_precision": _percent(self.relaxed, self.found),
            "relaxed_recall": _percent(self.relaxed, self.gold),
            "relaxed_f1": _percent(2 * self.relaxed, both),
            "type_f1": _percent(2 * self.kind, both),
            "value_f1": _percent(2 * self.value, both),
        }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One marked time."""

    span: Span
    type: str
    value: str


def paragraphs(text: str) -> list[Span]:
    """The stretches of `text` between empty lines."""
    ends = [(m.start(), m.end()) for m in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [Span(start=a, end=b) for a, b in zip(starts, stops, strict=True) if a < b]


def compared(gold: Sequence[Mark], found: Sequence[Mark]) -> Counts:
    """The counts for one document. Each mark is matched once, in text order, with the same span before any other."""
    exact = {mark.span: mark for mark in found}
    taken: set[Span] = set()
    pairs: list[tuple[Mark, Mark]] = []
    for mark in gold:
        if mark.span in exact and mark.span not in taken:
            taken.add(mark.span)
            pairs.append((mark, exact[mark.span]))
    strict = {id(mark) for mark, _ in pairs}
    for mark in gold:
        if id(mark) in strict:
            continue
        near = next((f for f in found if f.span not in taken and f.span.touches(mark.span)), None)
        if near:
            taken.add(near.span)
            pairs.append((mark, near))
    return Counts(
        gold=len(gold),
        found=len(found),
        strict=len(strict),
        relaxed=len(pairs),
        value=sum(a.value == b.value for a, b in pairs),
        kind=sum(a.type == b.type for a, b in pairs),
    )


def gold_marks(document: Mapping[str, object]) -> list[Mark]:
    """The marked times of one line of the file, that of the document's creation left out."""
    marks = document["timex"]
    assert isinstance(marks, list)
    return [
        Mark(span=Span(start=m["start"], end=m["end"]), type=m["type"], value=m["value"] or "")
        for m in marks
        if not m.get("is_dct")
    ]


def found_marks(document: Mapping[str, object]) -> list[Mark]:
    """The times that are found in one line of the file."""
    text, created = str(document["text"]), str(document["dct"])
    published = day(dt.date.fromisoformat(created[:10]))
    expressions = time_expressions(text, paragraphs(text), published)
    return [Mark(span=e.span, type=e.type, value=e.value) for e in expressions]


def score_documents(documents: Iterable[Mapping[str, object]]) -> Counts:
    """The counts over all `documents`."""
    return sum((compared(gold_marks(d), found_marks(d)) for d in documents), Counts())


def score_file(path: Path) -> dict[str, object]:
    """Measures over a file of JSON lines with `text`, `dct` and `timex` (`start`, `end`, `type`, `value`).

    `even` and `odd` are the lines at even and odd places, counted from 0, so that one half can be kept for checking.
    """
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    even, odd = score_documents(documents[::2]), score_documents(documents[1::2])
    return {
        "file": path.name,
        "documents": len(documents),
        **(even + odd).measures(),
        "even": even.measures(),
        "odd": odd.measures(),
    }
