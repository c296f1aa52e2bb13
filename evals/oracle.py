"""Consolidation measured apart from reading: the gold statements and moves go in, the account is scored.

    python evals/oracle.py [--noise] [--misses] BUNDLE...

With `--noise` four of ten moves are left out and three of ten recipients are unknown, as after a poor reading (the mean
of five draws).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from rejoinder.consolidate import consolidate
from rejoinder.evaluation.account_rows import account_prediction
from rejoinder.evaluation.bundles import load_bundle
from rejoinder.evaluation.gold import Bundle
from rejoinder.evaluation.gold_reading import gold_extractions
from rejoinder.evaluation.score import score
from rejoinder.types.account import Reported

PARTS = ("events", "b3_f1"), ("answers", "f1"), ("exchanges", "status_acc_of_all"), ("disputes", "f1")
DROPPED = 0.4
UNKNOWN = 0.3
DRAWS = 5


def noisy(inputs: Sequence[Reported], seed: int) -> list[Reported]:
    """The reports with moves left out and recipients unknown, the same for the same seed."""
    draw = random.Random(seed)
    reports = []
    for one in inputs:
        kept = [move for move in one.extraction.moves if draw.random() >= DROPPED]
        moves = tuple(replace(move, recipients=()) if draw.random() < UNKNOWN else move for move in kept)
        reports.append(replace(one, extraction=replace(one.extraction, moves=moves)))
    return reports


def measure(bundle: Bundle, inputs: Sequence[Reported]) -> tuple[list[float], list[str]]:
    """Events, answers, exchanges and disputes of the account of these reports, and what was missed."""
    account = consolidate(inputs, as_of=bundle.as_of)
    scores, missed = score(bundle, account_prediction(inputs, account))
    return [scores[part][measured] or 0.0 for part, measured in PARTS], missed


def main() -> None:
    """Print one line a bundle and the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundles", nargs="+", type=Path)
    parser.add_argument("--noise", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    print(f"{'':32}{'events':>8}{'answers':>9}{'status':>8}{'disputes':>10}")
    rows = []
    for folder in given.bundles:
        bundle = load_bundle(folder)
        inputs = gold_extractions(bundle)
        drawn = [noisy(inputs, seed) for seed in range(DRAWS)] if given.noise else [list(inputs)]
        measured = [measure(bundle, reports) for reports in drawn]
        row = [mean(figures) for figures in zip(*(figures for figures, _ in measured), strict=True)]
        rows.append(row)
        _print(bundle.name, row)
        if given.misses:
            print("\n".join(f"    {line}" for line in measured[0][1] if "dispute" in line))
    _print("mean", [mean(column) for column in zip(*rows, strict=True)])


def _print(name: str, row: Sequence[float]) -> None:
    print(f"{name:32}{row[0]:8.3f}{row[1]:9.3f}{row[2]:8.3f}{row[3]:10.3f}")


if __name__ == "__main__":
    main()
