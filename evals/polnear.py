"""Attributions against PolNeAR (Newell, Margolin and Ruths 2018), read by that set's conventions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rejoinder.models.card import shipped_model
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.types.span import Span

OTHER_CONVENTIONS = "[unused1]"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The token numbers of source, cue and content."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(slots=True, kw_only=True)
class _Counts:
    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    shared: int = 0
    gold_tokens: int = 0
    found_tokens: int = 0
    failed: int = 0
    overlaps: list[float] = field(default_factory=list)


def score_file(path: Path, model: Path | None = None) -> dict[str, float | int]:
    """F1 in per cent of whole attributions, and how well contents agree.

    `relaxed`: source, cue and content each share a token (a source that the gold lacks is asked of nobody); `strict`:
    content, cue and source are the same tokens. `content_overlap`: of matched attributions, the mean share of content
    tokens in common (intersection over union); `content_token_f1`: of all content tokens of the documents.
    """
    tagger = EncoderTagger(model or shipped_model(), first=OTHER_CONVENTIONS)
    counts = _Counts()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        try:
            found = _read(row["text"], tagger)
        except Exception:  # noqa: BLE001 - the count of failures is one of the figures
            counts.failed += 1
            found = []
        _count(counts, _gold(row), found)
    both = counts.gold + counts.found
    return {
        "attributions": counts.gold,
        "found": counts.found,
        "relaxed_f1": _percent(2 * counts.relaxed, both),
        "relaxed_precision": _percent(counts.relaxed, counts.found),
        "relaxed_recall": _percent(counts.relaxed, counts.gold),
        "strict_f1": _percent(2 * counts.strict, both),
        "content_overlap": _percent(sum(counts.overlaps), len(counts.overlaps)),
        "content_token_f1": _percent(2 * counts.shared, counts.gold_tokens + counts.found_tokens),
        "failures": counts.failed,
    }


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _numbers(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The starts of the tokens in the spans."""
    return frozenset(m.start() for a, b in spans for m in _TOKEN.finditer(text, a, b))


def _gold(row: dict) -> list[Attribution]:  # type: ignore[type-arg]
    return [Attribution(**{part: _numbers(row["text"], a[part]) for part in _PARTS}) for a in row["attributions"]]


def _read(text: str, tagger: EncoderTagger) -> list[Attribution]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    out = []
    for cue in tagger.read(text, paragraphs).cues:
        spans = {"source": [cue.source] if cue.source else [], "cue": [cue.cue], "content": list(cue.content)}
        out.append(Attribution(**{k: _numbers(text, ((s.start, s.end) for s in v)) for k, v in spans.items()}))
    return out


def _count(counts: _Counts, gold: Sequence[Attribution], found: Sequence[Attribution]) -> None:
    counts.gold += len(gold)
    counts.found += len(found)
    tokens = [frozenset[int]().union(*(a.content for a in some)) for some in (gold, found)]
    counts.gold_tokens, counts.found_tokens = (
        counts.gold_tokens + len(tokens[0]),
        counts.found_tokens + len(tokens[1]),
    )
    counts.shared += len(tokens[0] & tokens[1])
    ranked = sorted(
        ((_iou(g.content, f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if _relaxed(g, f)),
        key=lambda r: (-r[0], r[1], r[2]),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for overlap, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            counts.relaxed += 1
            counts.strict += gold[i] == found[j]
            counts.overlaps.append(overlap)


def _relaxed(gold: Attribution, found: Attribution) -> bool:
    return bool(
        gold.content & found.content and gold.cue & found.cue and (not gold.source or gold.source & found.source)
    )


def _iou(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / max(1, len(a | b))
