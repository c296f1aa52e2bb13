"""Disputes, positions and chronology."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from rejoinder.publish.brief.acts import act
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dates import date
from rejoinder.publish.brief.dossier import Disputed, SideOfDispute, Stand
from rejoinder.publish.brief.names import listed, named, opened, parties
from rejoinder.publish.brief.translated import stance
from rejoinder.publish.exports.safety import one_line, shortened
from rejoinder.publish.words.language import _
from rejoinder.record.material import Material
from rejoinder.types.account import Dispute, Event, Side
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.origins import agency_of

_MOST_PARTIES = 5
_MOST_ISSUES = 5
_HEADING = 110


def disputed(material: Material, quotations: Quotations) -> tuple[Disputed, ...]:
    """The disputes, what most origins tell first, then by the earliest passage of each."""
    return tuple(_disputed(material, quotations, one) for one in _ordered(material))


def _ordered(material: Material) -> list[Dispute]:
    def weight(one: Dispute) -> tuple[int, dt.date, str]:
        rows = [row for side in one.sides for row in side.evidence]
        return -material.witnesses(rows).n_origins, _first(material, one), one.id

    return sorted(material.account.disputes, key=weight)


def _first(material: Material, dispute: Dispute) -> dt.date:
    rows = [row for side in dispute.sides for row in side.evidence]
    return material.witnesses(rows).known_from or dt.date.max


def _disputed(material: Material, quotations: Quotations, dispute: Dispute) -> Disputed:
    holders = [_holders(material, side) for side in dispute.sides]
    sides = tuple(
        SideOfDispute(
            holders=opened(holder),
            words=tuple(
                Claim(text=f"“{passage.quote}”", marks=(number,))
                for number, passage in quotations.numbered
                if number in marks
            ),
            chain=_chain(material, side),
        )
        for holder, side in zip(holders, dispute.sides, strict=True)
        for marks in [quotations.marks(side.evidence)]
    )
    return Disputed(heading=_("On “%(about)s”") % {"about": shortened(one_line(dispute.about), _HEADING)}, sides=sides)


def _holders(material: Material, side: Side) -> str:
    others = [one for one in side.holders if one != NARRATOR]
    told = [named(material.name(one)) for one in others[:3]]
    return listed(told) if told else _("the articles")


def _chain(material: Material, side: Side) -> str:
    """By what way it came to the page: speaker, carriers, outlets."""
    ways: dict[str, None] = {}
    for row in side.evidence:
        move = material.moves.get(row)
        statement = material.statements.get((move.statement_id if move else row) or "")
        document = material.documents.get((move or statement).document_id) if move or statement else None  # type: ignore[union-attr]
        if document is None:
            continue
        speakers = [listed(one.name for one in statement.speakers)] if statement and statement.speakers else []
        carriers = [hop.name for hop in statement.chain] if statement else []
        agency = agency_of(document.origin)
        way = [
            *speakers,
            *carriers,
            *([agency] if agency and agency not in carriers else []),
            document.outlet or document.name,
        ]
        ways[" → ".join(dict.fromkeys(way))] = None
    return "; ".join(list(ways)[:3])


def stands(material: Material, quotations: Quotations) -> tuple[Stand, ...]:
    """The parties that took most stands, each with its stands on the issues it spoke to most."""
    by_party: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, row in enumerate(material.account.positions):
        if material.parties.get(row.party) and material.parties[row.party].type in ("state", "organisation", "group"):
            by_party[row.party][row.issue].append(at)
    ordered = sorted(by_party, key=lambda one: (-sum(map(len, by_party[one].values())), one))[:_MOST_PARTIES]
    return tuple(
        Stand(party=opened(named(material.name(one))), claims=_claims(material, quotations, by_party[one]))
        for one in ordered
    )


def _claims(material: Material, quotations: Quotations, issues: dict[str, list[int]]) -> tuple[Claim, ...]:
    rows = material.account.positions
    most = sorted(issues, key=lambda issue: (-len(issues[issue]), issue))[:_MOST_ISSUES]
    claims = []
    for issue in most:
        taken = [rows[at] for at in issues[issue]]
        told: dict[str, str] = {}
        for row in taken:
            told[row.stance] = f" ({date(row.when)})" if row.when else ""
        said = listed(f"{stance(taken)}{when}" for taken, when in told.items())
        text = _("On %(issue)s: %(said)s.") % {"issue": material.issue_names([issue]), "said": said}
        claims.append(quotations.claim(text, [row.move for row in taken]))
    return tuple(claims)


def chronology(material: Material, quotations: Quotations, above: Collection[str]) -> tuple[tuple[Claim, ...], int]:
    """The dated events that matter to an exchange or a dispute, or that more than one origin tells, in order of time;
    and how many others there are. The words of events that are told at length `above` are not said again."""
    account = material.account
    tied = {end for one in account.answers for end in (one.answer, one.to)}
    tied |= {
        material.event_of[row]
        for one in account.disputes
        for side in one.sides
        for row in side.evidence
        if row in material.event_of
    }
    dated = [one for one in account.events if one.when]
    chosen = [one for one in dated if one.id in tied or one.n_origins > 1]

    def at(one: Event) -> tuple[dt.date, dt.date, str]:
        return (one.when.first, one.when.last, one.id) if one.when else (dt.date.max, dt.date.max, one.id)

    return tuple(_event(material, quotations, one, above) for one in sorted(chosen, key=at)), len(account.events) - len(
        chosen
    )


def _event(material: Material, quotations: Quotations, event: Event, above: Collection[str]) -> Claim:
    passage, marks = quotations.best(event)
    words = f": “{passage.quote}”" if passage and event.id not in above else ""
    told = (
        _(", as %(articles)d articles of %(origins)d origins tell")
        % {"articles": event.n_articles, "origins": event.n_origins}
        if event.n_articles > 1 and event.n_origins > 1
        else ""
    )
    return Claim(text=f"{opened(act(material, event))}{told}{words}.", marks=marks)


def main_parties(material: Material) -> str:
    """The two parties that act most, and a third that acts nearly as often; empty where none acts."""
    counts: dict[str, int] = defaultdict(int)
    for event in material.account.events:
        for one in event.actors:
            if one in material.parties and material.parties[one].type in ("state", "organisation", "group"):
                counts[one] += event.n_origins
    most = sorted(counts, key=lambda one: (-counts[one], one))[:3]
    chosen = [one for at, one in enumerate(most) if at < 2 or 3 * counts[one] >= counts[most[1]]]
    return parties(material, chosen) if chosen else ""
