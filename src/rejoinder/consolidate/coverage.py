"""What each outlet made of each event."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from rejoinder.consolidate.events import Act
from rejoinder.types.account import CoverageRow, Reported


def coverage(inputs: Sequence[Reported], acts: Sequence[Act]) -> tuple[CoverageRow, ...]:
    """One row for each outlet and event: reported, copied from an origin seen earlier, or omitted; by outlet and event.

    An outlet omits an event only if it published something on or after the day the event became known, and more than
    one origin tells it: what a single source has is no omission of the others. `inputs` stand in order.
    """
    rank = {one.document_id: at for at, one in enumerate(inputs)}
    outlets: dict[str, list[Reported]] = defaultdict(list)
    for one in inputs:
        if one.outlet:
            outlets[one.outlet].append(one)
    last = {outlet: max((_day(one) for one in documents), default=dt.date.min) for outlet, documents in outlets.items()}
    rows: list[CoverageRow] = []
    for event in acts:
        told = sorted({t.document_id for t in event.tellings}, key=rank.__getitem__)
        own: dict[str, list[str]] = defaultdict(list)
        for document in told:
            own[inputs[rank[document]].outlet or ""].append(document)
        rows += [_row(outlet, event, tuple(own[outlet]), told, inputs, rank) for outlet in own if outlet]
        if len({t.origin for t in event.tellings}) > 1 and event.known_from:
            left_out = (o for o in outlets if o not in own and last[o] >= event.known_from)
            rows += [CoverageRow(outlet=o, event=event.id, treatment="omitted", documents=()) for o in left_out]
    return tuple(sorted(rows, key=lambda row: (row.outlet, row.event)))


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
