"""Where the record was published, who addresses whom, and what is at stake, as flat rows.

Of documents those are here that could be read on the day of the account, and what lists have of them on it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from rejoinder.record.columns import dates
from rejoinder.record.material import Material, folded, joined
from rejoinder.record.reading_days import listed_move, published_documents
from rejoinder.record.row_ids import address_id
from rejoinder.record.source_rows import AddressRow, DocumentRow, FamilyRow, IssueRow, SourceRow
from rejoinder.types.account import Event, Reported
from rejoinder.types.identity import content_id
from rejoinder.types.origins import Origin

Span = tuple[dt.date | None, dt.date | None]


def document_rows(material: Material) -> tuple[DocumentRow, ...]:
    """The documents by day of publication and name, those of an unknown day last."""
    there = published_documents(material)
    families = Counter(one.origin for one in there)

    def row(one: Reported) -> DocumentRow:
        published = dates(one.published)
        return DocumentRow(
            id=one.document_id,
            name=folded(one.name),
            outlet=folded(one.outlet) if one.outlet else None,
            published=published["event_date"],
            published_last=published["event_date_last"],
            date_precision=published["date_precision"],
            origin=one.origin,
            story=one.story,
            n_copies=families[one.origin] if one.origin else 1,
            n_statements=len(one.extraction.statements),
            n_moves=_listed(material, one),
        )

    return tuple(sorted(map(row, there), key=lambda r: (r.published or dt.date.max, r.name, r.id)))


def source_rows(material: Material) -> tuple[SourceRow, ...]:
    """The outlets by name."""
    own: dict[str, list[Reported]] = defaultdict(list)
    for one in published_documents(material):
        if one.outlet:
            own[one.outlet].append(one)
    made: dict[str, Counter[str]] = defaultdict(Counter)
    for line in material.account.coverage:
        made[line.outlet].update((line.treatment, *filter(None, [line.reason])))
    return tuple(_source_row(material, outlet, own[outlet], made[outlet]) for outlet in sorted(own))


def _source_row(material: Material, outlet: str, documents: list[Reported], made: Counter[str]) -> SourceRow:
    first, last = _published(documents)
    return SourceRow(
        id=content_id("source", outlet),
        outlet=folded(outlet),
        n_documents=len(documents),
        n_origins=len({one.origin or one.document_id for one in documents}),
        n_statements=sum(len(one.extraction.statements) for one in documents),
        n_moves=sum(_listed(material, one) for one in documents),
        n_reported=made["reported"],
        n_copied=made["copied"],
        n_omitted=made["omitted"],
        n_cut=made["cut"],
        first_published=first,
        last_published=last,
    )


def family_rows(material: Material) -> tuple[FamilyRow, ...]:
    """The families of two and more documents, the largest first. An outlet's own articles are no copies."""
    there = published_documents(material)
    members: dict[str, list[Reported]] = defaultdict(list)
    for one in there:
        if one.origin and not (one.outlet and one.origin == Origin("outlet", one.outlet).key):
            members[one.origin].append(one)
    for one in there:  # the outlet from which others have it belongs to the family
        if one.origin in members and one not in members[one.origin]:
            members[one.origin].append(one)
    rows = [_family_row(origin, found) for origin, found in members.items() if len(found) > 1]
    return tuple(sorted(rows, key=lambda row: (-row.n_articles, row.origin)))


def _family_row(origin: str, found: list[Reported]) -> FamilyRow:
    first, last = _published(found)
    ordered = sorted(found, key=lambda one: (one.published.last if one.published else dt.date.max, one.name))
    return FamilyRow(
        id=content_id("family", origin),
        origin=folded(origin),
        n_articles=len(found),
        outlets=joined(sorted({one.outlet for one in found if one.outlet})),
        documents=joined(one.name for one in ordered),
        first_published=first,
        last_published=last,
    )


def _listed(material: Material, told: Reported) -> int:
    """How many of its moves the list of moves has."""
    return sum(listed_move(material, told, move) for move in told.extraction.moves)


def address_rows(material: Material) -> tuple[AddressRow, ...]:
    """Pairs of who addresses whom, the most frequent first."""
    between: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in material.account.events:
        for pair in {(a, r) for a in event.actors for r in event.recipients if a != r}:
            between[pair].append(event)
    rows = [_address_row(material, actor, recipient, events) for (actor, recipient), events in between.items()]
    return tuple(sorted(rows, key=lambda row: (-row.n_events, row.actor, row.recipient, row.id)))


def _address_row(material: Material, actor: str, recipient: str, events: list[Event]) -> AddressRow:
    kinds = Counter(event.kind for event in events)
    days = [event.when.first for event in events if event.when]
    return AddressRow(
        id=address_id(actor, recipient),
        actor=material.names([actor]),
        actor_code=material.code(actor),
        recipient=material.names([recipient]),
        recipient_code=material.code(recipient),
        n_events=len(events),
        kinds=joined(f"{kind} {n}" for kind, n in sorted(kinds.items(), key=lambda each: (-each[1], each[0]))),
        first_date=min(days, default=None),
        last_date=max(days, default=None),
    )


def issue_rows(material: Material) -> tuple[IssueRow, ...]:
    """The issues by name."""
    events = Counter(issue for event in material.account.events for issue in event.issues)
    exchanges = Counter(issue for exchange in material.account.exchanges for issue in exchange.issues)
    rows = [
        IssueRow(
            id=one.id,
            name=folded(one.name),
            forms=joined(one.forms),
            n_events=events[one.id],
            n_exchanges=exchanges[one.id],
        )
        for one in material.account.issues
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.id)))


def _published(documents: Iterable[Reported]) -> Span:
    known = [one.published for one in documents if one.published]
    return min((day.first for day in known), default=None), max((day.last for day in known), default=None)
