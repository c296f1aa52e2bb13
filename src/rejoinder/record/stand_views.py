"""Who says otherwise, who stands where, and which outlet tells what, as flat rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from rejoinder.record.columns import dates, in_time, source_columns, witness_columns
from rejoinder.record.filters import Named, chosen
from rejoinder.record.material import Material, folded, joined
from rejoinder.record.row_ids import coverage_id, position_id
from rejoinder.record.view_rows import CoverageLine, DisputeRow, PositionRow
from rejoinder.types.account import CoverageRow, Dispute, Event, Position, Side
from rejoinder.types.time import When


def dispute_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[DisputeRow, ...]:
    """The sides of each dispute, disputes in order of time. A dispute of which one side is wanted is given whole."""
    wanted = chosen(material, party, issue)
    made = []
    for dispute in material.account.disputes:
        events = _events_of(material, (row for side in dispute.sides for row in side.evidence))
        issues = sorted({issue for event in events for issue in event.issues})
        parties = [
            *(h for s in dispute.sides for h in s.holders),
            *(p for e in events for p in (*e.actors, *e.recipients)),
        ]
        if wanted.wants(parties, issues):
            when = min((event.when for event in events if event.when), key=in_time, default=None)
            named = [material.names(side.holders) + material.codes_of(side.holders) for side in dispute.sides]
            beside = (when, material.issue_names(issues), *named)
            sides = material.made("disputes", dispute, beside, partial(_dispute_rows, material, dispute, when, issues))
            made.append((in_time(when), dispute.id, sides))
    return tuple(row for _, _, rows in sorted(made, key=lambda each: each[:2]) for row in rows)


def _dispute_rows(material: Material, dispute: Dispute, when: When | None, issues: list[str]) -> list[DisputeRow]:
    return [_dispute_row(material, dispute, at, when, issues) for at in range(len(dispute.sides))]


def _dispute_row(material: Material, dispute: Dispute, at: int, when: When | None, issues: list[str]) -> DisputeRow:
    side: Side = dispute.sides[at]
    return DisputeRow(
        id=f"{dispute.id}.{at + 1}",
        dispute=dispute.id,
        side=at + 1,
        n_sides=len(dispute.sides),
        about=folded(dispute.about),
        holders=material.names(side.holders),
        holder_codes=material.codes_of(side.holders),
        claim=folded(side.claim),
        **dates(when),
        issues=material.issue_names(issues),
        rule=dispute.rule,
        **witness_columns(material.witnesses(side.evidence)),
        **source_columns(material.source(side.evidence)),
        evidence=joined(side.evidence),
    )


def _events_of(material: Material, rows: Iterable[str]) -> list[Event]:
    ids = dict.fromkeys(material.event_of[row] for row in rows if row in material.event_of)
    return [material.events[event] for event in ids]


def position_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[PositionRow, ...]:
    """Each party's stands on each issue in order of time: parties and issues by name."""
    wanted = chosen(material, party, issue)
    rows = [
        material.made("positions", row, _named(material, row), partial(_position_row, material, row))
        for row in material.account.positions
        if wanted.wants([row.party], [row.issue])
    ]
    return tuple(sorted(rows, key=lambda row: (row.party, row.issue, row.event_date or dt.date.max, row.id)))


def _named(material: Material, row: Position) -> tuple[object, ...]:
    return material.names([row.party]), material.code(row.party), material.issue_names([row.issue])


def _position_row(material: Material, row: Position) -> PositionRow:
    return PositionRow(
        id=position_id(row),
        party=material.names([row.party]),
        party_code=material.code(row.party),
        issue=material.issue_names([row.issue]),
        stance=row.stance,
        **dates(row.when),
        event=row.event,
        move=row.move,
        **witness_columns(material.witnesses([row.move])),
        **source_columns(material.source([row.move])),
    )


def coverage_rows(material: Material, party: Named = None, issue: Named = None) -> tuple[CoverageLine, ...]:
    """What each outlet made of each event: outlets by name, events in order of time."""
    wanted = chosen(material, party, issue)
    about: dict[str, dict[str, Any] | None] = {}  # outlets by events are many, and an event is the same for all of them
    rows = []
    for row in material.account.coverage:
        if row.event not in about:
            event = material.events.get(row.event)
            parties, issues = ((*event.actors, *event.recipients), event.issues) if event else ((), ())
            about[row.event] = _event_columns(material, event) if wanted.wants(parties, issues) else None
        columns = about[row.event]
        if columns is not None:
            make = partial(_coverage_line, material, row, columns)
            rows.append(material.made("coverage", row, (columns,), make))
    return tuple(sorted(rows, key=lambda row: (row.outlet, row.event_date or dt.date.max, row.event)))


def _coverage_line(material: Material, row: CoverageRow, columns: dict[str, Any]) -> CoverageLine:
    def names(ids: Iterable[str]) -> str:
        return joined(material.documents[one].name if one in material.documents else one for one in ids)

    return CoverageLine(
        id=coverage_id(row),
        outlet=folded(row.outlet),
        treatment=row.treatment,
        reason=row.reason,
        event=row.event,
        documents=names(row.documents),
        cut_from=names(row.cut_from),
        kept_in=names(row.kept_in),
        **columns,
    )


def _event_columns(material: Material, event: Event | None) -> dict[str, Any]:
    return {
        **dates(event.when if event else None),
        "kind": event.kind if event else None,
        "actors": material.names(event.actors if event else ()),
        "recipients": material.names(event.recipients if event else ()),
        "issues": material.issue_names(event.issues if event else ()),
        "gloss": folded(event.gloss) if event else None,
        "n_articles": event.n_articles if event else 0,
        "n_origins": event.n_origins if event else 0,
        "known_from": event.known_from if event else None,
    }
