"""How well groups of mentions agree with gold groups: MUC, B-cubed, CEAF-e, their mean (CoNLL), and LEA.

Pradhan et al. 2014 for the first four, Moosavi and Strube 2016 for LEA; singletons count.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


def clusters(group_of: Mapping[Hashable, Hashable]) -> Clusters:
    """Mentions by group, from the group of each mention."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, group in group_of.items():
        found.setdefault(group, set()).add(mention)
    return [frozenset(found[group]) for group in found]


def scores(gold: Clusters, found: Clusters) -> dict[str, float]:
    """F1 in per cent of each measure, over the same mentions on both sides."""
    out = {name: _f1(measure(gold, found), measure(found, gold)) for name, measure in _RECALLS.items()}
    out["ceafe"] = _ceafe(gold, found)
    out["conll"] = (out["muc"] + out["b3"] + out["ceafe"]) / 3
    return {name: round(100 * value, 1) for name, value in out.items()}


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _where(some: Clusters) -> dict[Hashable, int]:
    return {mention: n for n, cluster in enumerate(some) for mention in cluster}


def _muc(gold: Clusters, found: Clusters) -> float:
    where = _where(found)
    links = sum(len(c) - len({where[m] for m in c}) for c in gold)
    return links / max(1, sum(len(c) - 1 for c in gold))


def _b3(gold: Clusters, found: Clusters) -> float:
    where = _where(found)
    shared = sum(len(c & found[where[m]]) / len(c) for c in gold for m in c)
    return shared / max(1, sum(map(len, gold)))


def _lea(gold: Clusters, found: Clusters) -> float:
    where = _where(found)
    total = 0.0
    for cluster in gold:
        if len(cluster) == 1:
            (mention,) = cluster
            total += len(found[where[mention]]) == 1
            continue
        sizes: dict[int, int] = {}
        for mention in cluster:
            sizes[where[mention]] = sizes.get(where[mention], 0) + 1
        total += len(cluster) * sum(n * (n - 1) for n in sizes.values()) / (len(cluster) * (len(cluster) - 1))
    return total / max(1, sum(map(len, gold)))


def _ceafe(gold: Clusters, found: Clusters) -> float:
    where = _where(found)
    likeness = np.zeros((len(gold), len(found)))
    for n, cluster in enumerate(gold):
        for k in {where[m] for m in cluster}:
            likeness[n, k] = 2 * len(cluster & found[k]) / (len(cluster) + len(found[k]))
    best = likeness[linear_sum_assignment(-likeness)].sum()
    return _f1(best / max(1, len(gold)), best / max(1, len(found)))


_RECALLS: Mapping[str, Callable[[Clusters, Clusters], float]] = {"muc": _muc, "b3": _b3, "lea": _lea}
