"""Where each party stood on each issue, over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rejoinder.consolidate.events import Act
from rejoinder.types.account import Position

# What a kind of move says about its actor's stand; acts that take no stand are left out.
STANCES: Mapping[str, str] = {
    "propose": "proposes",
    "demand": "demands",
    "request": "asks for",
    "offer": "offers",
    "invite": "invites",
    "accept": "accepts",
    "agree": "agrees",
    "reject": "rejects",
    "support": "supports",
    "accuse": "blames",
    "deny": "denies",
    "warn": "warns",
    "threaten": "threatens",
    "withdraw": "withdraws",
    "suspend": "suspends",
    "restore": "restores",
}


def positions(acts: Sequence[Act], issues: Mapping[str, tuple[str, ...]]) -> tuple[Position, ...]:
    """One position for each party, issue and event in which the party took a stand; by party, issue, then time.

    What is only feared, or denied by all who tell it, is no stand.
    """
    rows = [
        Position(
            party=party,
            issue=issue,
            stance=STANCES[one.kind],
            when=one.when,
            event=one.id,
            move=one.tellings[0].id,
        )
        for one in acts
        if one.kind in STANCES and one.modality not in ("hypothetical", "denied")
        for party in one.actors
        for issue in issues.get(one.id, ())
    ]
    order = {one.id: (one.latest.toordinal() if one.latest else 0, one.order) for one in acts}
    return tuple(sorted(rows, key=lambda row: (row.party, row.issue, order[row.event], row.event)))
