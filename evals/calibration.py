"""How far the reader's scores can be taken at their word: `python -m evals.calibration [BUNDLE...]`.

Reads the development bundles and sets each move's score beside whether its place and kind are right by the gold. Prints
the reliability table of the model's card, one row for each tenth: moves, mean score, share right.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.run import bundles, set_of
from rejoinder.evaluation.score_moves import right_kinds
from rejoinder.evaluation.score_names import Names
from rejoinder.pipeline.reader import Reader, open_reader
from rejoinder.publish.predicting import read_bundle

BINS = 10


def points(folders: Sequence[Path], reader: Reader) -> Iterator[tuple[float, bool]]:
    """The score of each move of the bundles, and whether its place and kind are right."""
    for folder in folders:
        bundle, made = read_bundle(folder, reader)
        right = right_kinds(bundle, Names(bundle), made.moves)
        yield from ((move.score, n in right) for n, move in enumerate(made.moves))


def table(found: Sequence[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """For each tenth of the scores that has any: how many, their mean, and the share that is right."""
    rows = []
    for n in range(BINS):
        some = [p for p in found if n / BINS <= p[0] < (n + 1) / BINS or (n == BINS - 1 and p[0] >= 1)]
        if some:
            rows.append((len(some), sum(p[0] for p in some) / len(some), sum(p[1] for p in some) / len(some)))
    return rows


def main(argv: Sequence[str]) -> int:
    """Print the table of the named bundles, or of the development ones."""
    model = os.environ.get("REJOINDER_MODEL")
    folders = [Path(a) for a in argv] or [b for b in bundles() if set_of(b) == "development"]
    found = list(points(folders, open_reader(Path(model) if model else None)))
    print("| moves | mean score | share right |\n| ---: | ---: | ---: |")
    for count, score, right in table(found):
        print(f"| {count} | {score:.2f} | {right:.2f} |")
    off = sum(count * abs(score - right) for count, score, right in table(found)) / max(1, len(found))
    print(f"\nExpected calibration error: {off:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
