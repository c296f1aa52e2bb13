"""The training passage whose act left the trace most like another's."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rejoinder.models.card import read_card
from rejoinder.models.comparing import unpacked

FILE = "passages.jsonl.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """An act that the reader was trained on: file and line of its passage, its kind, its words, and how like the two
    traces are (cosine)."""

    where: str
    kind: str
    words: str
    likeness: float


def nearest(folder: Path, trace: str) -> Learnt | None:
    """The act of the model's training passages most like the one that left this packed trace; the first in the order of
    files among equals; None where nothing is known of either. ModelError where the folder is no sound model."""
    if not trace or not (folder / FILE).is_file():
        return None
    rows, matrix = _learnt(folder)
    own = unpacked(trace)
    likeness = matrix @ (own / max(float(np.linalg.norm(own)), 1e-6))
    best = int(np.argmax(np.round(likeness, 4)))
    where, kind, words = rows[best]
    return Learnt(where=where, kind=kind, words=words, likeness=round(float(likeness[best]), 2))


@cache
def _learnt(folder: Path) -> tuple[list[tuple[str, str, str]], npt.NDArray[np.float32]]:
    read_card(folder)
    rows, traces = [], []
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        for line in lines:
            where, kind, words, trace = json.loads(line)
            rows.append((where, kind, words))
            traces.append(unpacked(trace))
    matrix = np.stack(traces)
    return rows, np.asarray(matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6), np.float32)
