"""How far two annotators agree who did not see each other's work: `python -m training.agreement`.

Passages of `training/second` are set beside those of `training/passages` with the same text. Prints one JSON object
with F1 in per cent: spans pair where they share half of their characters (moves: a fifth, one half inside the other),
greedily, as in the scores of the gold bundles.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from training.annotated import ActSpan, AttributedSpan, Offsets, Passage
from training.passages import FOLDER, load

SECOND = Path(__file__).parent / "second"
_T = TypeVar("_T")


def both(first: Path = FOLDER, second: Path = SECOND) -> list[tuple[Passage, Passage]]:
    """The passages that were annotated twice, in the order of the second."""
    by_text = {p.text: p for p in load(first)}
    return [(by_text[p.text], p) for p in load(second) if p.text in by_text]


def agreement(pairs: Sequence[tuple[Passage, Passage]]) -> dict[str, float | int]:
    """How many passages, and the F1 of each thing annotated."""
    counts: Counter[str] = Counter()
    for one, other in pairs:
        matched = paired(one.statements, other.statements, _content, _alike)
        counts.update(statements=len(matched), of_statements=len(one.statements) + len(other.statements))
        counts["sources"] += sum(_touch(a.source, b.source) for a, b in matched)
        acts = paired(one.moves, other.moves, lambda m: m.anchor, _nested)
        kinds = paired(one.moves, other.moves, lambda m: m.anchor, lambda _a, _b: 0.0, _same_kind)
        counts.update(moves=len(acts), kinds=len(kinds), of_moves=len(one.moves) + len(other.moves))
        counts["actors"] += sum(_same_parties(a.actors, b.actors) for a, b in kinds)
        counts["modalities"] += sum(a.modality == b.modality for a, b in kinds)
    shares = {
        "statements": ("statements", "of_statements"),
        "statements with source": ("sources", "of_statements"),
        "moves": ("moves", "of_moves"),
        "moves with kind": ("kinds", "of_moves"),
        "moves with kind and actor": ("actors", "of_moves"),
    }
    out: dict[str, float | int] = {"passages": len(pairs)}
    out |= {name: round(200 * counts[a] / max(1, counts[b]), 1) for name, (a, b) in shares.items()}
    out["same modality of those with kind"] = round(100 * counts["modalities"] / max(1, counts["kinds"]), 1)
    return out


def paired(
    some: Sequence[_T],
    others: Sequence[_T],
    span: Callable[[_T], Offsets],
    weight: Callable[[Offsets, Offsets], float],
    of_both: Callable[[_T, _T], float] | None = None,
) -> list[tuple[_T, _T]]:
    """Pairs one to one, the heaviest first; what has no weight stays alone."""
    ranked = []
    for i, a in enumerate(some):
        for j, b in enumerate(others):
            heavy = of_both(a, b) if of_both else weight(span(a), span(b))
            if heavy > 0:
                ranked.append((-heavy, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in sorted(ranked):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((some[i], others[j]))
    return out


def _content(statement: AttributedSpan) -> Offsets:
    return statement.content[0][0], statement.content[-1][1]


def _shared(a: Offsets, b: Offsets) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _alike(a: Offsets, b: Offsets) -> float:
    share = _shared(a, b) / (max(a[1], b[1]) - min(a[0], b[0]))
    return share if share >= 0.5 else 0.0


def _nested(a: Offsets, b: Offsets) -> float:
    share = _shared(a, b) / (max(a[1], b[1]) - min(a[0], b[0]))
    inside = _shared(a, b) / max(1, min(a[1] - a[0], b[1] - b[0]))
    return share if share >= 0.2 and inside >= 0.5 else 0.0


def _same_kind(a: ActSpan, b: ActSpan) -> float:
    return _nested(a.anchor, b.anchor) * (a.kind == b.kind) * (2 if _same_parties(a.actors, b.actors) else 1)


def _touch(a: Offsets | None, b: Offsets | None) -> bool:
    return (a is None and b is None) or bool(a and b and _shared(a, b))


def _same_parties(some: Sequence[Offsets], others: Sequence[Offsets]) -> bool:
    """Whether half of the words named for either are named for both."""
    met = sum(any(_shared(a, b) for b in others) for a in some)
    return (not some and not others) or met / max(1, len(some) + len(others) - met) >= 0.5


if __name__ == "__main__":
    print(json.dumps(agreement(both())))
    sys.exit(0)
