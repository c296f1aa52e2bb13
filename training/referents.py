"""Learn from annotated passages what counts how much for whom words mean.

`python -m training.referents [--passages FOLDER] [--model FOLDER] [--write]`. The passages must be ones from which the
model that reads them has not learnt, or what it reads counts too much. A tenth of the stories is kept to measure on.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rejoinder.annotate.choosing import likeliest
from rejoinder.models.encoder_tagger import EncoderTagger
from training.passages import FOLDER, load
from training.referent_cases import Case, Remembering, as_given, cases

MODEL = Path(__file__).parents[1] / "src/rejoinder/models/reader"
WEIGHTS = Path(__file__).parents[1] / "src/rejoinder/vocabulary/referents.yaml"
Floats = npt.NDArray[np.float64]
_STEPS, _RATE = 600, 0.5
_PRIOR = 0.3
"""What the square of a weight costs, so that rare features stay small."""
_KEPT = 5
"""Every fifth story is measured on."""
_TURNS = 2
"""First the rules choose, then what was learnt from that: what is chosen changes what is in focus later."""
_FEWEST = 4
"""A feature of fewer cases is left out."""


def fitted(learnt: Sequence[Case]) -> dict[str, dict[str, float]]:
    """The weights for each sort of words under which the right candidates are likeliest."""
    out: dict[str, dict[str, float]] = {}
    by_sort: dict[str, list[Case]] = defaultdict(list)
    for case in learnt:
        if any(case.right):
            by_sort[case.sort].append(case)
    for sort, own in sorted(by_sort.items()):
        seen: dict[str, int] = defaultdict(int)
        for case in own:
            for name in {n for f in case.features for n in f}:
                seen[name] += 1
        names = sorted(n for n, times in seen.items() if times >= _FEWEST)
        weights = _fit(own, {n: i for i, n in enumerate(names)})
        out[sort] = {n: round(float(w), 2) for n, w in zip(names, weights, strict=True) if abs(w) >= 0.05}
    return out


def _fit(own: Sequence[Case], place: Mapping[str, int]) -> Floats:
    rows = [(n, f, r) for n, case in enumerate(own) for f, r in zip(case.features, case.right, strict=True)]
    values = np.zeros((len(rows), len(place)))
    for i, (_, features, _) in enumerate(rows):
        for name, value in features.items():
            if name in place:
                values[i, place[name]] = value
    group, right = np.array([n for n, _, _ in rows]), np.array([r for _, _, r in rows])
    weights, mean, square = np.zeros(len(place)), np.zeros(len(place)), np.zeros(len(place))
    for step in range(1, _STEPS + 1):  # Adam (Kingma and Ba 2015) on the whole
        scores = values @ weights
        chances = np.exp(scores - scores.max())
        alone = np.where(right, chances, 0)
        share = lambda c: c / np.maximum(np.bincount(group, c)[group], 1e-12)  # noqa: E731
        slope = values.T @ (share(chances) - share(alone)) + _PRIOR * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        step_size = _RATE * 0.1 * (1 - step / (_STEPS + 1))
        weights = weights - step_size * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def told(measured: Sequence[Case], weights: Mapping[str, Mapping[str, float]] | None) -> str:
    """For each sort: how many, the share right as taken, as given by the rules, by these weights, and at best."""
    lines = []
    for sort in sorted({c.sort for c in measured}):
        own = [c for c in measured if c.sort == sort]
        best = [_best(c, (weights or {}).get(sort, {})) for c in own]
        shares = (
            sum(c.right[c.taken] for c in own),
            sum(c.right[c.given] for c in own),
            sum(c.right[b] for c, b in zip(own, best, strict=True)),
            sum(any(c.right) for c in own),
        )
        lines.append(f"{sort:12} {len(own):5} " + "  ".join(f"{x / len(own):.3f}" for x in shares))
    return "\n".join(lines)


def _best(case: Case, weights: Mapping[str, float]) -> int:
    scores = [sum(weights.get(n, 0.0) * v for n, v in f.items()) for f in case.features]
    return max(range(len(scores)), key=lambda i: scores[i])


def written(weights: Mapping[str, Mapping[str, float]]) -> str:
    """The file of the weights, its first line as it was."""
    lines = WEIGHTS.read_text("utf-8").splitlines()[:1]
    for sort, own in weights.items():
        lines += [f"{sort}:", *(f"  {name}: {value}" for name, value in own.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--passages", type=Path, default=FOLDER)
    ap.add_argument("--model", type=Path, default=MODEL)
    ap.add_argument("--write", action="store_true", help="put the weights in their place")
    a = ap.parse_args()
    passages = [p for p in load(a.passages) if p.references]
    tagger = Remembering(EncoderTagger(a.model))
    weights: Mapping[str, Mapping[str, float]] = {}
    for turn in range(_TURNS):
        found = cases(passages, tagger, partial(likeliest, weights=weights) if turn else as_given)
        stories = sorted({c.story for c in found})
        kept = {s for n, s in enumerate(stories) if n % _KEPT == _KEPT - 1}
        part = fitted([c for c in found if c.story not in kept])
        print(told([c for c in found if c.story in kept], part), flush=True)
        weights = fitted(found)
    if a.write:
        WEIGHTS.write_text(written(weights), "utf-8")


if __name__ == "__main__":
    main()
