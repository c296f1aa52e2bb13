"""How two acts stand to each other, as a model that has read both sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How likely two acts are the same event, the first answers the second, and both cannot be true; 0 to 1."""

    same: float = 0.0
    answers: float = 0.0
    clash: float = 0.0


Comparing = Callable[[str, str], Likeness | None]
"""Compares the traces of two acts; None where one of them is empty, or no model is at hand."""


def uncompared(_one: str, _other: str) -> Likeness | None:
    """Where no model is at hand."""
    return None
