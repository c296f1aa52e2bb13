"""Texts made from other texts, with the way back for every character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rejoinder.types.span import OffsetMap, identity_map


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A text, and where each of its characters stands in the text it was made from."""

    text: str
    offsets: OffsetMap


def unchanged(text: str) -> Mapped:
    """A text that is its own source."""
    return Mapped(text=text, offsets=identity_map(len(text)))


class MappedBuilder:
    """Collects pieces of a source in order; `built` gives the text they make."""

    def __init__(self, source_length: int) -> None:
        self._pieces: list[str] = []
        self._text_starts: list[int] = []
        self._raw_starts: list[int] = []
        self._source_length = source_length
        self.length = 0

    def add(self, piece: str, source_start: int) -> None:
        """Appends `piece`, whose first character stands at `source_start` and whose others follow it there one by
        one."""
        if not piece:
            return
        if not self._text_starts or self._raw_starts[-1] + self.length - self._text_starts[-1] != source_start:
            self._text_starts.append(self.length)
            self._raw_starts.append(source_start)
        self._pieces.append(piece)
        self.length += len(piece)

    def built(self) -> Mapped:
        """The text so far, and its map."""
        offsets = OffsetMap(
            text_starts=tuple(self._text_starts) or (0,),
            raw_starts=tuple(self._raw_starts) or (0,),
            raw_length=self._source_length,
        )
        return Mapped(text="".join(self._pieces), offsets=offsets)


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> Mapped:
    """`text` with stretches replaced; `edits` are (start, end, replacement), ascending and apart from one another."""
    builder = MappedBuilder(len(text))
    done = 0
    for start, end, replacement in edits:
        builder.add(text[done:start], done)
        builder.add(replacement, start)
        done = end
    builder.add(text[done:], done)
    return builder.built() if done else unchanged(text)


def through(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """The map from a text made by `second` from a text that was itself made by `first`, back to where `first` leads."""
    if first.text_starts == (0,) and first.raw_starts == (0,) and first.raw_length == second.raw_length:
        return second
    text_starts: list[int] = []
    raw_starts: list[int] = []
    runs = len(second.text_starts)
    for i in range(runs):
        begin, middle = second.text_starts[i], second.raw_starts[i]
        length = second.text_starts[i + 1] - begin if i + 1 < runs else max(1, second.raw_length - middle)
        for at in _breaks(first, middle, length):
            raw = first.raw(at)
            place = begin + at - middle
            if not text_starts or raw_starts[-1] + place - text_starts[-1] != raw:
                text_starts.append(place)
                raw_starts.append(raw)
    return OffsetMap(text_starts=tuple(text_starts), raw_starts=tuple(raw_starts), raw_length=first.raw_length)


def _breaks(offsets: OffsetMap, start: int, length: int) -> list[int]:
    """Where runs of `offsets` begin within the stretch, its own start first."""
    low = bisect_right(offsets.text_starts, start)
    high = bisect_left(offsets.text_starts, start + length)
    return [start, *offsets.text_starts[low:high]]
