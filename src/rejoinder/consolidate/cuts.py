"""What an outlet's copy of a story lacks though copies of it in other outlets have it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rejoinder.consolidate.events import Act
from rejoinder.consolidate.sentence_breaks import breaks
from rejoinder.consolidate.stems import text_stems
from rejoinder.consolidate.tellings import Telling
from rejoinder.types.account import Reported

Stems = frozenset[str]
# A clause with fewer content words is sought with the whole sentence around it.
_FEW = 3
# Of the words of a passage so many in one sentence of a copy may say it there, however it was read.
_SAID = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The copies of an outlet, and those of other outlets that have what these lack; ids, in the order of documents."""

    cut_from: tuple[str, ...]
    kept_in: tuple[str, ...]


class Stories:
    """The stories that several outlets printed, out of documents that stand in order.

    Copies of an unknown day or outlet, and those published after `as_of`, are left aside."""

    def __init__(self, inputs: Sequence[Reported], as_of: dt.date | None = None) -> None:
        printed: dict[str, dict[str, Reported]] = defaultdict(dict)
        for one in inputs:
            if one.story and one.outlet and one.published and (as_of is None or one.published.last <= as_of):
                printed[one.story][one.document_id] = one
        self._copies: Mapping[str, Mapping[str, Reported]] = {
            story: copies for story, copies in printed.items() if len({one.outlet for one in copies.values()}) > 1
        }
        self._story = {document: story for story, copies in self._copies.items() for document in copies}
        self._sentences: dict[str, Sequence[Stems]] = {}

    def cuts(self, event: Act) -> Mapping[str, Cut]:
        """The outlets that tell the event nowhere, and print a story without it that others had printed with it by
        that day.

        It counts where the body of a copy tells it, for headlines are an outlet's own. What a copy may say, though no
        telling was read there, is not cut from it."""
        telling: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
        for one in event.tellings:
            if one.move.zone == "body" and one.document_id in self._story:
                telling[self._story[one.document_id]][one.document_id].append(one)
        own = {one.outlet for one in event.tellings}
        found: dict[str, list[tuple[Reported, tuple[str, ...]]]] = defaultdict(list)
        said: set[str] = set()
        for story, told in telling.items():
            for outlet, copy, has_it in self._lacking(story, told, own):
                if has_it:
                    said.add(outlet)
                else:
                    found[outlet].append((copy, tuple(told)))
        return {outlet: _cut(rows) for outlet, rows in found.items() if outlet not in said}

    def _lacking(
        self, story: str, told: Mapping[str, Sequence[Telling]], own: set[str | None]
    ) -> Iterator[tuple[str, Reported, bool]]:
        """The copies in outlets that do not tell it, with whether the words may nevertheless stand there."""
        copies = self._copies[story]
        since = min(_day(copies[document]) for document in told)
        wanted = {_sought(one, copies[document]) for document, some in told.items() for one in some}
        for copy in copies.values():
            if copy.outlet and copy.outlet not in own and _day(copy) >= since:
                yield copy.outlet, copy, any(self._says(copy, words) for words in wanted)

    def _says(self, copy: Reported, words: Stems) -> bool:
        if copy.document_id not in self._sentences:
            self._sentences[copy.document_id] = _sentences(copy.text)
        return any(len(words & there) >= _SAID * len(words) for there in self._sentences[copy.document_id])


def _cut(rows: Iterable[tuple[Reported, tuple[str, ...]]]) -> Cut:
    found = list(rows)
    return Cut(
        cut_from=tuple(copy.document_id for copy, _ in found),
        kept_in=tuple(dict.fromkeys(document for _, told in found for document in told)),
    )


def _sought(one: Telling, document: Reported) -> Stems:
    """The content words by which a telling would be known in another copy."""
    clause = frozenset(text_stems(one.words))
    return clause if len(clause) >= _FEW else frozenset(text_stems(one.sentence.of(document.text)))


def _sentences(text: str) -> Sequence[Stems]:
    ends = [*breaks(text), len(text)]
    return [frozenset(text_stems(text[start:end])) for start, end in pairwise(ends)]


def _day(one: Reported) -> dt.date:
    return one.published.last if one.published else dt.date.max
