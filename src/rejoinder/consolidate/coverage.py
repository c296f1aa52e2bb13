"""What each outlet made of each event."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from rejoinder.consolidate.cuts import Cut, Stories
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import CoverageRow, Reported

_STILL_NEWS = dt.timedelta(days=3)


def coverage(
    inputs: Sequence[Reported], acts: Sequence[Act], as_of: dt.date | None = None, workings: Workings | None = None
) -> tuple[CoverageRow, ...]:
    """One row for each outlet and event: reported, copied from an origin seen earlier, or omitted; by outlet and event.

    An outlet omits an event that it tells nowhere if it printed a story without it that others printed with it, or if
    more than one origin tells it and the outlet published something while it was news, from the day the event became
    known, or happened if that is later, to a few days after it was told last: what a single source has is no omission
    of those who do not copy it.
    `inputs` stand in order; what was published after `as_of` is not held to be cut.
    """
    rank = {one.document_id: at for at, one in enumerate(inputs)}
    outlets: dict[str, list[Reported]] = defaultdict(list)
    for one in inputs:
        if one.outlet:
            outlets[one.outlet].append(one)
    days = {outlet: [_day(one) for one in documents] for outlet, documents in outlets.items()}
    stories = Stories(inputs, as_of)
    workings = workings or Workings()

    def of(event: Act) -> list[CoverageRow]:
        told = sorted({t.document_id for t in event.tellings}, key=rank.__getitem__)
        own: dict[str, list[str]] = defaultdict(list)
        for document in told:
            own[inputs[rank[document]].outlet or ""].append(document)
        rows = [_row(outlet, event, tuple(own[outlet]), told, inputs, rank) for outlet in own if outlet]
        cuts = stories.cuts(event)
        rows += [_omitted(outlet, event, cut) for outlet, cut in cuts.items()]
        if len({t.origin for t in event.tellings}) > 1 and event.known_from:
            last = max((t.published for t in event.tellings if t.published), default=event.known_from) + _STILL_NEWS
            first = max(event.known_from, event.earliest or event.known_from)
            news = [o for o in outlets if any(first <= day <= last for day in days[o])]
            left_out = (o for o in news if o not in own and o not in cuts)
            rows += [_omitted(outlet, event) for outlet in left_out]
        return rows

    found = [row for event in acts for row in workings.of("coverage", id(event), partial(of, event))]
    return tuple(sorted(found, key=lambda row: (row.outlet, row.event)))


def _omitted(outlet: str, event: Act, cut: Cut | None = None) -> CoverageRow:
    return CoverageRow(
        outlet=outlet,
        event=event.id,
        treatment="omitted",
        documents=(),
        reason="cut" if cut else "told-elsewhere",
        cut_from=cut.cut_from if cut else (),
        kept_in=cut.kept_in if cut else (),
    )


def _row(
    outlet: str, event: Act, own: tuple[str, ...], told: Sequence[str], inputs: Sequence[Reported], rank: dict[str, int]
) -> CoverageRow:
    """Copied where each of the outlet's documents has its origin in common with an earlier one that tells the event."""
    origins = [(rank[one], inputs[rank[one]].origin) for one in told]

    def copied(document: str) -> bool:
        at = rank[document]
        return inputs[at].origin is not None and any(
            before < at and origin == inputs[at].origin for before, origin in origins
        )

    again = all(copied(one) for one in own)
    return CoverageRow(outlet=outlet, event=event.id, treatment="copied" if again else "reported", documents=own)


def _day(one: Reported) -> dt.date:
    return one.published.last if one.published else dt.date.min
