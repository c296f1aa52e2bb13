"""Counting: overlap of places, one-to-one pairs, precision and recall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rejoinder.evaluation.gold import GoldDocument
from rejoinder.evaluation.prediction import Place

Tally = dict[str, Any]


def places(document: GoldDocument, anchor: str) -> list[Place]:
    """Every place where the anchor stands in the document file."""
    return [Place(doc=document.file, start=span.start, end=span.end) for span in document.places(anchor)]


def overlap(a: Place, b: Place) -> float:
    """Shared characters over all characters of both; 0 in different documents."""
    shared = _shared(a, b)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared else 0.0


def contained(a: Place, b: Place) -> float:
    """Shared characters over the shorter of the two; 0 in different documents."""
    return _shared(a, b) / max(1, min(a.end - a.start, b.end - b.start))


def assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """One-to-one pairs (gold to predicted), heaviest first, ties by position."""
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: dict[int, int] = {}
    for (gold, predicted), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if gold not in used_gold and predicted not in used_predicted:
            used_gold.add(gold)
            used_predicted.add(predicted)
            pairs[gold] = predicted
    return pairs


def f1(precision: float, recall: float) -> float:
    """Harmonic mean, rounded to three places; 0 where both are."""
    return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0


def tally(hits: int, gold: int, predicted: int) -> Tally:
    """Precision, recall and F1 with the counts they come from."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return {
        "p": round(precision, 3),
        "r": round(recall, 3),
        "f1": f1(precision, recall),
        "hits": hits,
        "gold": gold,
        "pred": predicted,
    }


def share(part: int, whole: int) -> float | None:
    """Part of the whole, rounded to three places; None where there is no whole."""
    return round(part / whole, 3) if whole else None


def _shared(a: Place, b: Place) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.doc == b.doc else 0
