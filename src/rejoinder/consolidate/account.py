"""The whole account out of what the documents report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rejoinder.consolidate.answers import link
from rejoinder.consolidate.contradictions import contradictions, passages
from rejoinder.consolidate.coverage import coverage
from rejoinder.consolidate.decided import decided_links, decided_pairs, needs_groups, without_wrong
from rejoinder.consolidate.dispositions import answers
from rejoinder.consolidate.disputes import disputes
from rejoinder.consolidate.events import act, as_event
from rejoinder.consolidate.exchanges import Table, exchanges
from rejoinder.consolidate.grouping import group
from rejoinder.consolidate.issues import find_issues
from rejoinder.consolidate.parties import find_parties
from rejoinder.consolidate.positions import positions
from rejoinder.consolidate.rarity import Rarity, rarity
from rejoinder.consolidate.rulings import Rulings, ruled, rulings
from rejoinder.consolidate.tellings import Telling, in_order, tell
from rejoinder.consolidate.weights import DEFAULT, SameAct, Weights
from rejoinder.consolidate.withdrawals import withdrawn
from rejoinder.types.account import Account, Reported
from rejoinder.types.extraction import STILL_TO_COME
from rejoinder.types.judgement import Judgement

Groups = tuple[tuple[int, ...], ...]


def consolidate(
    inputs: Sequence[Reported],
    judgements: Sequence[Judgement] = (),
    as_of: dt.date | None = None,
    weights: Weights = DEFAULT,
) -> Account:
    """One account of what all documents report, the same in whatever order they are given.

    `as_of` leaves out what happened later (not what was then planned for later); documents not yet published on a day
    are left out by the caller. Judgements hold over what is weighed; of those withdrawn nothing remains.
    """
    decided = rulings(judgements)
    ordered = in_order(ruled(inputs, decided))
    book = find_parties(ordered)
    tellings = _until(tell(ordered, book), as_of)
    rare = rarity(tellings)
    groups = _grouped(tellings, rare, decided, weights.same_act)
    acts = [act([tellings[i] for i in members]) for members in groups]
    links = decided_links(link(acts, rare, weights.answering), acts, decided)
    rows = without_wrong(answers(links), decided)
    found = find_issues(acts)
    beside = contradictions(passages(ordered, tellings, book, weights.contradicting), rare, weights.contradicting)
    table = Table(
        acts=acts,
        answers=rows,
        issues=found.of_event,
        withdrawn=withdrawn(acts, rare),
        texts={one.document_id: one.text for one in ordered},
        today=as_of or _last_day(ordered),
    )
    return Account(
        as_of=as_of,
        parties=book.parties,
        issues=found.issues,
        events=tuple(sorted((as_event(one, found.of_event.get(one.id, ())) for one in acts), key=lambda row: row.id)),
        answers=rows,
        exchanges=exchanges(table),
        disputes=tuple(d for d in disputes(acts, rows, beside, rare, weights.opposing) if d.id not in decided.wrong),
        positions=positions(acts, found.of_event),
        coverage=coverage(ordered, acts, as_of),
    )


def _until(tellings: Sequence[Telling], as_of: dt.date | None) -> tuple[Telling, ...]:
    """The tellings of what happened by the day, is undated, or was then still to come."""
    if as_of is None:
        return tuple(tellings)
    return tuple(
        telling
        for telling in tellings
        if telling.earliest is None
        or telling.earliest <= as_of
        or (telling.move.modality in STILL_TO_COME and (telling.published or as_of) <= as_of)
    )


def _grouped(tellings: Sequence[Telling], rare: Rarity, decided: Rulings, weigh: SameAct) -> Groups:
    free = group(tellings, rare, weigh) if needs_groups(tellings, decided) else ()
    together, apart = decided_pairs(tellings, decided, free)
    return group(tellings, rare, weigh, together, apart)


def _last_day(inputs: Sequence[Reported]) -> dt.date | None:
    """The last day of publication; where none is known, the last day on which anything happened."""
    published = [one.published.last for one in inputs if one.published]
    happened = [m.when.last for one in inputs for m in one.extraction.moves if m.when and m.modality == "actual"]
    return max(published or happened, default=None)
