"""How much of a source is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes above which a source is refused: bytes of a file, bytes of one line of a JSONL container, and depth of
    nesting.

    Pages nested deeper than `depth` are still read, flattened, with a warning; JSON nested deeper is refused.
    """

    file_bytes: int = 20_000_000
    line_bytes: int = 20_000_000
    depth: int = 200


DEFAULT_LIMITS = Limits()
