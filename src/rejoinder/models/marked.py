"""A sentence with its source and its target marked, as the encoder reads it to tell what one does to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from rejoinder.models.windows import LIMIT, LOWER, cased_pieces
from rejoinder.types.span import Span

FIRST_MARK = "[unused11]"
SOURCE_MARK = "[unused12]"
TARGET_MARK = "[unused13]"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """Word pieces with letter cases, and where the first mark, the source's and the target's stand."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    at: tuple[int, int, int]


def marked(
    tokenizer: Tokenizer, text: str, source: Sequence[Sequence[int]], target: Sequence[Sequence[int]]
) -> MarkedSentence:
    """The sentence with a mark before the first span of the source and of the target; cut at the window's limit.

    Spans are (start, end) in `text`; a side that has none is marked at the end.
    """
    first, of_source, of_target, last = _marks(tokenizer)
    pieces = cased_pieces(tokenizer, text, Span(start=0, end=len(text)))[: LIMIT - 4]
    starts = [min((s[0] for s in side), default=len(text)) for side in (source, target)]
    found = [next((n for n, p in enumerate(pieces) if p.place[1] > start), len(pieces)) for start in starts]
    ids, cases, at = [first], [LOWER], [0, 0, 0]
    for n in range(len(pieces) + 1):
        for side, mark in enumerate((of_source, of_target)):
            if found[side] == n:
                at[side + 1] = len(ids)
                ids.append(mark)
                cases.append(LOWER)
        if n < len(pieces):
            ids.append(pieces[n].id)
            cases.append(pieces[n].case)
    return MarkedSentence(ids=(*ids, last), cases=(*cases, LOWER), at=(at[0], at[1], at[2]))


def _marks(tokenizer: Tokenizer) -> list[int]:
    ids = [tokenizer.token_to_id(mark) for mark in (FIRST_MARK, SOURCE_MARK, TARGET_MARK, "[SEP]")]
    if None in ids:
        raise ValueError("the tokenizer has not all of the marks of a marked sentence")
    return [i for i in ids if i is not None]
