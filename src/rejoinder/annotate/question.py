"""What is asked about a pronoun, and what speaks for each party that may be meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pronoun whose party is asked for. `sort` is `he`, `it`, `they` or `we` (the first person, of one or several),
    `word` the pronoun itself in lower case; `given` is what the rules say."""

    span: Span
    sentence: int
    sort: str
    word: str
    given: tuple[PartyRef, ...]


Chooser = Callable[[Question, Mapping[PartyRef | None, Features]], PartyRef | None]
"""Takes one of the candidates; None is nobody of them."""
