"""Moves as consolidation weighs them: parties known over all documents, words as stems, days from all that is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rejoinder.consolidate.numerals import numerals
from rejoinder.consolidate.parties import PartyBook
from rejoinder.consolidate.sentence_breaks import breaks, stretch
from rejoinder.consolidate.stems import content_stems, is_ordinal, text_stems
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move
from rejoinder.types.span import Span

# Kinds that say something themselves: who denies holds the denial, whoever tells of it.
_OWN_ACCOUNT = frozenset(("deny", "accuse", "warn", "reject", "demand"))
# A sentence with fewer content words leans on the one before it ("They never answered.").
FEW_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One move of one document.

    `order` places it among all (publication day, document, text order); party ids are principals' but for `agents` and
    `holders` (`voices` are the holders' principals); `sentence` is the stretch of whole sentences around its anchor,
    `nearby` the stems there."""

    move: Move
    order: int
    published: dt.date | None
    origin: str
    outlet: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    agents: frozenset[str]
    holders: tuple[str, ...]
    voices: frozenset[str]
    stems: frozenset[str]
    ordinals: frozenset[str]
    figures: frozenset[str]
    nearby: frozenset[str]
    sentence: Span
    words: str

    @property
    def id(self) -> str:
        """The id of the move."""
        return self.move.id

    @property
    def kind(self) -> str:
        """The kind of the move."""
        return self.move.kind

    @property
    def document_id(self) -> str:
        """The document that holds it."""
        return self.move.document_id

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.move.anchor

    @property
    def statement_id(self) -> str | None:
        """The statement it stands in."""
        return self.move.statement_id

    @property
    def own_account(self) -> tuple[str, ...]:
        """The parties (ids) whose account the act itself is, whoever tells of it; none where it is no account."""
        says = self.kind in _OWN_ACCOUNT and self.move.modality == "actual"
        return tuple(sorted(self.agents or self.actors)) if says else ()

    @property
    def latest(self) -> dt.date | None:
        """The last day on which it may have happened, at the latest that of publication; None where none is known."""
        if self.move.when:
            return self.move.when.last
        return self.published

    @property
    def earliest(self) -> dt.date | None:
        """The first day on which it may have happened; None where no day is given."""
        return self.move.when.first if self.move.when else None


def in_order(inputs: Iterable[Reported]) -> tuple[Reported, ...]:
    """The documents by day of publication (unknown ones last), then name and id."""
    return tuple(sorted(inputs, key=lambda one: (_day(one) or dt.date.max, one.name, one.document_id)))


def tell(
    inputs: Sequence[Reported],
    book: PartyBook,
    places: Mapping[str, int] | None = None,
    workings: Workings | None = None,
) -> tuple[Telling, ...]:
    """The moves of all documents, which must stand in order.

    `places` are those of the moves among all that was read, which stay where some of them are not told."""
    workings = workings or Workings()
    before, now = workings.table("tellings")
    found: list[Telling] = []
    for one in inputs:
        ends = workings.of("breaks", one.document_id, partial(breaks, one.text))
        for move in sorted(one.extraction.moves, key=lambda m: (m.anchor, m.trigger, m.id)):
            order = places[move.id] if places else len(found)
            called = _called(book, move)
            old = now.get(move.id) or before.get(move.id)
            if old is None or old[0] != called or old[1].order != order or not _same(old[1].move, move):
                old = (called, _telling(one, move, book, ends, order))
            now[move.id] = old
            found.append(old[1])
    return tuple(found)


def _same(a: Move, b: Move) -> bool:
    return a is b or a == b


def _called(book: PartyBook, move: Move) -> tuple[tuple[str, str, str], ...]:
    """All that a telling has of the book of parties."""
    refs = (*move.actors, *move.recipients, *move.agents, *move.holders)
    return tuple((book.by_ref[ref], at, book.name(at)) for ref in refs for at in (book.acting(ref),))


def _telling(one: Reported, move: Move, book: PartyBook, ends: Sequence[int], order: int) -> Telling:
    actors = frozenset(book.acting(ref) for ref in move.actors)
    recipients = frozenset(book.acting(ref) for ref in move.recipients)
    sentence = stretch(ends, move.anchor, len(one.text))
    named = (ref for ref in move.holders if ref.anonymity == "named")
    own = _name_stems(book, (*move.actors, *move.recipients, *move.agents, *named))
    numbers = numerals(move.anchor.of(one.text))
    stems = (frozenset(content_stems(_parts(move.topic))) | numbers) - own
    nearby = frozenset(text_stems(sentence.of(one.text))) | stems
    if len(nearby) < FEW_WORDS and sentence.start > 0:
        before = stretch(ends, Span(start=sentence.start - 1, end=sentence.start), len(one.text))
        nearby |= frozenset(text_stems(before.of(one.text)))
    return Telling(
        move=move,
        order=order,
        published=_day(one),
        origin=one.origin or one.document_id,
        outlet=one.outlet,
        actors=actors,
        recipients=recipients - actors or recipients,
        agents=frozenset(book.by_ref[ref] for ref in move.agents),
        holders=tuple(sorted({book.by_ref[ref] for ref in move.holders})),
        voices=frozenset(book.acting(ref) for ref in move.holders),
        stems=stems,
        ordinals=frozenset(s for s in numbers if is_ordinal(s)),
        figures=frozenset(s for s in numbers if not is_ordinal(s)),
        nearby=nearby - own,
        sentence=sentence,
        words=" ".join(move.anchor.of(one.text).split()),
    )


def _parts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from word.split("-")


def _name_stems(book: PartyBook, refs: Iterable[PartyRef]) -> frozenset[str]:
    """The stems of the names of those who take part: they are weighed as parties, not as words."""
    forms = {ref.name for ref in refs}
    forms |= {book.name(book.acting(ref)) for ref in refs}
    return frozenset(one for form in forms for one in text_stems(form))


def _day(one: Reported) -> dt.date | None:
    return one.published.last if one.published else None


def beside(a: Telling, b: Telling) -> bool:
    """Whether both stand in one sentence or in sentences next to each other."""
    if a.document_id != b.document_id:
        return False
    first, second = sorted((a.sentence, b.sentence))
    return second.start - first.end <= 2


def close_before(a: Telling, b: Telling) -> bool:
    """Whether the first stands before the second, in the same sentence or the one before."""
    return beside(a, b) and a.move.anchor.start < b.move.anchor.start
