"""How two acts stand to each other, as a model that has read both sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Likeness(NamedTuple):
    """How likely two acts are the same event, the first answers the second, and both cannot be true; 0 to 1."""

    same: float = 0.0
    answers: float = 0.0
    clash: float = 0.0


class Comparing(Protocol):
    """Compares acts by the traces that a model has left of them."""

    def __call__(self, one: str, other: str, /) -> Likeness | None:
        """How two acts stand to each other; None where one trace is empty, or no model is at hand."""

    def ahead(self, pairs: Iterable[tuple[str, str]], /) -> None:
        """Work out pairs that may be asked for, all together, which is quicker. It changes nothing else."""


class _Uncompared:
    """Where no model is at hand."""

    def __call__(self, _one: str, _other: str, /) -> Likeness | None:
        return None

    def ahead(self, pairs: Iterable[tuple[str, str]], /) -> None:
        """Nothing is worked out."""


uncompared = _Uncompared()
"""Compares nothing."""
