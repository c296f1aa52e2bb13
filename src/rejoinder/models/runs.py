"""Stretches of word pieces whose scores say that they belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rejoinder.models.windows import Window
from rejoinder.types.span import Span

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Probabilities from which a reading is kept, a gap in word pieces that a span may bridge, and what the logits of
    kinds are divided by before they are told as a score, so that it comes near the share that is right (Guo et al.
    2017; chosen on the development bundles by `python -m evals.calibration`)."""

    cue: float = 0.35
    said: float = 0.3
    trigger: float = 0.5
    name: float = 0.5
    role: float = 0.5
    weak_role: float = 0.3
    reference: float = 0.5
    likely: float = 0.08
    link: float = 0.5
    gap: int = 2
    temperature: float = 1.6


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Probabilities, each for itself."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def runs(scores: Floats, window: Window, threshold: float, gap: int) -> list[tuple[int, int]]:
    """Stretches of pieces (first, last) whose scores reach the threshold; gaps of at most `gap` pieces inside are
    bridged, but no mark between paragraphs is.

    A word is taken whole where one of its pieces is taken.
    """
    taken = [i for i in np.flatnonzero(scores >= threshold).tolist() if window.places[i][1] > window.places[i][0]]
    out: list[tuple[int, int]] = []
    for piece in taken:
        if out and piece - out[-1][1] <= gap + 1 and unbroken(window, out[-1][1], piece):
            out[-1] = (out[-1][0], piece)
        else:
            out.append((piece, piece))
    return [_whole_words(window, a, b) for a, b in out]


def unbroken(window: Window, first: int, last: int) -> bool:
    """Whether no mark stands between two pieces, so that both are of one paragraph."""
    return all(end > start for start, end in window.places[first : last + 1])


def _whole_words(window: Window, first: int, last: int) -> tuple[int, int]:
    while window.continues[first]:
        first -= 1
    while last + 1 < len(window.ids) and window.continues[last + 1]:
        last += 1
    return first, last


def span_of(window: Window, run: tuple[int, int]) -> Span:
    """The place in the text of a stretch of pieces (first, last)."""
    return Span(start=window.places[run[0]][0], end=window.places[run[1]][1])


def weight(scores: Floats, run: tuple[int, int]) -> float:
    """The sum of the scores of a stretch of pieces."""
    return float(scores[run[0] : run[1] + 1].sum())


def best_run(scores: Floats, window: Window, thresholds: Thresholds) -> Span | None:
    """The one stretch with the highest sum; a weaker one where none reaches the threshold; None if there is none."""
    found = runs(scores, window, thresholds.role, 1) or runs(scores, window, thresholds.weak_role, 1)
    return span_of(window, max(found, key=lambda r: (weight(scores, r), -r[0]))) if found else None


def stretches(outside: Floats, begins: Floats, window: Window, threshold: float) -> list[tuple[int, int]]:
    """Stretches of pieces that are inside something; a new one begins where beginning is likelier than going on."""
    out: list[tuple[int, int]] = []
    for i in np.flatnonzero(1 - outside >= threshold).tolist():
        place = window.places[i]
        if place[1] == place[0]:
            continue
        if out and out[-1][1] == i - 1 and float(begins[i]) < (1 - float(outside[i])) / 2:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return [_whole_words(window, a, b) for a, b in out]
