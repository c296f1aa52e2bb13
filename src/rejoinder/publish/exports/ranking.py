"""Which rows matter most, where not all can be looked at."""

from __future__ import annotations

from typing import Any

from rejoinder.record.frames import Rows


def most_told(rows: Rows[Any], most: int | None) -> Rows[Any]:
    """The rows that most origins tell and, of as many, most answers meet, in the order of the view; None for all.

    The sides of one dispute stay together."""
    if most is None or len(rows) <= most:
        return rows
    weights: dict[str, tuple[int, ...]] = {}
    for row in rows:
        matter = getattr(row, "dispute", row.id)
        weight = tuple(getattr(row, name, 0) for name in ("n_origins", "n_articles", "n_answers", "n_statements"))
        weights[matter] = max(weight, weights.get(matter, weight))
    kept = set(sorted(weights, key=lambda matter: (tuple(-w for w in weights[matter]), matter))[:most])
    chosen = [row for row in rows if getattr(row, "dispute", row.id) in kept]
    return Rows(name=rows.name, row_type=type(chosen[0]), rows=chosen, as_of=rows.as_of, known_at=rows.known_at)
