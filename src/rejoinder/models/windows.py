"""Texts cut into the windows that the encoder reads in one pass.

Consecutive paragraphs share a window until it is full, so that a pronoun or a quotation without a cue has its
paragraph before it; a paragraph longer than a window is cut at a sentence's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from rejoinder.types.span import Span

LIMIT = 200
"""Word pieces in a window, the marks at both ends and between paragraphs included."""

LOWER, TITLE, UPPER = 0, 1, 2
"""Letter case of a piece's word, given to the encoder as segment ids: its vocabulary has lower case only."""

_SENTENCE_END = frozenset({".", "!", "?", "”", '"', "…"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word pieces with their places in the text; marks (first, last, between paragraphs) have empty places.

    `ids`, `cases`, `places` and `continues` (whether the piece goes on a word) are parallel.
    """

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    continues: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Piece ids of the marks; `first` tells the encoder whose conventions to follow."""

    first: int
    last: int


def marks(tokenizer: Tokenizer, first: str = "[CLS]") -> Marks:
    """The marks of our own conventions, or of another set's by its first mark; ValueError where there are none."""
    ids = tokenizer.token_to_id(first), tokenizer.token_to_id("[SEP]")
    if ids[0] is None or ids[1] is None:
        raise ValueError(f"the tokenizer has no {first} or [SEP]")
    return Marks(first=ids[0], last=ids[1])


def letter_case(word: str) -> int:
    """LOWER, TITLE or UPPER; a word of one capital letter is TITLE."""
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word piece: its id, letter case, place in the text, and whether it goes on a word."""

    id: int
    case: int
    place: tuple[int, int]
    continues: bool


def cased_pieces(tokenizer: Tokenizer, text: str, paragraph: Span) -> list[Piece]:
    """The word pieces of a paragraph, without marks."""
    words = paragraph.of(text)
    encoding = tokenizer.encode(words, add_special_tokens=False)
    cases = [LOWER] * (len(words) + 1)
    for match in _WORD.finditer(words):
        cases[match.start() : match.end()] = [letter_case(match.group())] * (match.end() - match.start())
    return [
        Piece(piece, cases[a], (paragraph.start + a, paragraph.start + b), token.startswith("##"))
        for piece, token, (a, b) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True)
    ]


def _cut(text: str, pieces: Sequence[Piece], room: int) -> int:
    """How many of the pieces to take so that at most `room` go and, if one can be found, a sentence ends there."""
    if len(pieces) <= room:
        return len(pieces)
    for count in range(room, room // 2, -1):
        start, end = pieces[count - 1].place
        following = text[end : end + 1]
        if text[start:end] in _SENTENCE_END and (following.isspace() or not following):
            return count
    while room > 1 and pieces[room].continues:
        room -= 1
    return room


def _window(pieces: Sequence[Piece]) -> Window:
    return Window(
        ids=tuple(p.id for p in pieces),
        cases=tuple(p.case for p in pieces),
        places=tuple(p.place for p in pieces),
        continues=tuple(p.continues for p in pieces),
    )


def windows(
    tokenizer: Tokenizer, text: str, paragraphs: Iterable[Span], mark: Marks, limit: int = LIMIT
) -> list[Window]:
    """The windows of `paragraphs` in text order; every piece is in exactly one."""
    first, last = (Piece(i, LOWER, (0, 0), False) for i in (mark.first, mark.last))
    out: list[Window] = []
    open_window = [first]
    for paragraph in paragraphs:
        pieces = cased_pieces(tokenizer, text, paragraph)
        if len(open_window) > 1 and len(open_window) + len(pieces) + 1 > limit:
            out.append(_window(open_window))
            open_window = [first]
        while pieces:
            count = _cut(text, pieces, limit - len(open_window) - 1)
            open_window += [*pieces[:count], last]
            pieces = pieces[count:]
            if pieces:
                out.append(_window(open_window))
                open_window = [first]
    if len(open_window) > 1:
        out.append(_window(open_window))
    return out


def first_piece(window: Window, place: Span) -> int | None:
    """The first word piece that stands in a place of the text, or None."""
    return next((n for n, (a, b) in enumerate(window.places) if b > a and a < place.end and b > place.start), None)
