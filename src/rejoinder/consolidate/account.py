"""The whole account out of what the documents report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from rejoinder.consolidate.answers import link
from rejoinder.consolidate.contradictions import contradictions
from rejoinder.consolidate.coverage import coverage
from rejoinder.consolidate.decided import decided_links, decided_pairs, needs_groups, without_wrong
from rejoinder.consolidate.dispositions import answers
from rejoinder.consolidate.disputes import disputes
from rejoinder.consolidate.events import Act, act, as_event
from rejoinder.consolidate.exchanges import Table, exchanges
from rejoinder.consolidate.grouping import group
from rejoinder.consolidate.issues import find_issues
from rejoinder.consolidate.nouns import uses
from rejoinder.consolidate.parties import find_parties
from rejoinder.consolidate.passages import passages
from rejoinder.consolidate.positions import positions
from rejoinder.consolidate.rarity import Rarity, rarity
from rejoinder.consolidate.rulings import Rulings, ruled, rulings
from rejoinder.consolidate.sureness import counted
from rejoinder.consolidate.tellings import Telling, in_order, tell
from rejoinder.consolidate.weights import DEFAULT, SameAct, Weights
from rejoinder.consolidate.withdrawals import withdrawn
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import Account, Reported
from rejoinder.types.extraction import STILL_TO_COME
from rejoinder.types.judgement import Judgement
from rejoinder.types.likeness import Comparing, uncompared


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Named)
Groups = tuple[tuple[int, ...], ...]


def consolidate(
    inputs: Sequence[Reported],
    judgements: Sequence[Judgement] = (),
    as_of: dt.date | None = None,
    weights: Weights = DEFAULT,
    workings: Workings | None = None,
    compare: Comparing = uncompared,
) -> Account:
    """One account of what all documents report, the same in whatever order they are given.

    `as_of` leaves out what happened later (not what was then planned for later); documents not yet published on a day
    are left out by the caller. Judgements hold over what is weighed; of those withdrawn nothing remains. How rare words
    and acts are is counted over all that was read, so that a judgement changes the weight of nothing else. `workings`
    are those of an account of the same documents, day, weights and `compare`, whatever was decided then; `compare` is
    what the model that read the documents makes of two acts.
    """
    workings = workings or Workings()
    workings.begin()
    decided = rulings(judgements)
    rare, places = workings.of("as read", as_of, partial(_as_read, inputs, as_of, workings, compare))
    ordered = in_order(counted(ruled(inputs, decided), decided, weights.counts_from))
    book = find_parties(ordered)
    tellings = _until(tell(ordered, book, places, workings), as_of)
    groups = _grouped(tellings, rare, decided, weights.same_act, workings)
    acts = [_act([tellings[i] for i in members], workings) for members in groups]
    links = decided_links(link(acts, rare, weights.answering, workings), acts, decided)
    rows = workings.alike("answers", ((row.id, row) for row in without_wrong(answers(links), decided)))
    texts = {one.document_id: one.text for one in ordered}
    found = find_issues(acts, [party.name for party in book.parties], uses(texts, workings))
    told = passages(ordered, tellings, book, weights.contradicting, workings)
    beside = contradictions(told, rare, weights.contradicting, workings)
    table = Table(
        acts=acts,
        answers=rows,
        issues=found.of_event,
        withdrawn=withdrawn(acts, rare),
        texts=texts,
        today=as_of or _last_day(ordered),
        workings=workings,
    )
    events = [as_event(one, found.of_event.get(one.id, ())) for one in acts]
    clashing = [d for d in disputes(acts, rows, beside, rare, weights.opposing, workings) if d.id not in decided.wrong]

    def kept(name: str, made: Iterable[_Row]) -> tuple[_Row, ...]:
        return workings.alike(name, ((row.id, row) for row in made))

    return Account(
        as_of=as_of,
        parties=kept("parties", book.parties),
        issues=kept("issues", found.issues),
        events=kept("events", sorted(events, key=lambda row: row.id)),
        answers=rows,
        exchanges=kept("exchanges", exchanges(table)),
        disputes=kept("disputes", clashing),
        positions=workings.alike("positions", ((p, p) for p in positions(acts, found.of_event))),
        coverage=coverage(ordered, acts, as_of, workings),
    )


def _as_read(
    inputs: Sequence[Reported], as_of: dt.date | None, workings: Workings, compare: Comparing
) -> tuple[Rarity, Mapping[str, int]]:
    """How rare words and acts are in what was read, and the place of each move among all."""
    read = in_order(inputs)
    told = tell(read, find_parties(read), workings=workings)
    return rarity(_until(told, as_of), compare), {telling.id: telling.order for telling in told}


def _act(told: Sequence[Telling], workings: Workings) -> Act:
    return workings.of("acts", tuple(map(id, told)), lambda: act(told))


def _until(tellings: Sequence[Telling], as_of: dt.date | None) -> tuple[Telling, ...]:
    """The tellings of what happened by the day, and, of what has no day or was then still to come, those published by
    then."""
    if as_of is None:
        return tuple(tellings)

    def counts(telling: Telling) -> bool:
        if telling.earliest is not None and telling.earliest <= as_of:
            return True
        undated = telling.earliest is None or telling.move.modality in STILL_TO_COME
        return undated and (telling.published or as_of) <= as_of

    return tuple(filter(counts, tellings))


def _grouped(tellings: Sequence[Telling], rare: Rarity, decided: Rulings, weigh: SameAct, workings: Workings) -> Groups:
    free = group(tellings, rare, weigh, workings=workings) if needs_groups(tellings, decided) else ()
    together, apart = decided_pairs(tellings, decided, free)
    return group(tellings, rare, weigh, together, apart, workings)


def _last_day(inputs: Sequence[Reported]) -> dt.date | None:
    """The last day of publication; where none is known, the last day on which anything happened."""
    published = [one.published.last for one in inputs if one.published]
    happened = [m.when.last for one in inputs for m in one.extraction.moves if m.when and m.modality == "actual"]
    return max(published or happened, default=None)
