"""The brief on a day: to read, to print, and as DOCX and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.words.language import _
from rejoinder.record.sheets import Line

if TYPE_CHECKING:
    from rejoinder.publish.brief.citing import Claim
    from rejoinder.publish.brief.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """A claim of the brief: its section and heading, and the numbers of the quotations on which it rests.

    The rows of the section `quotations` are those quotations, by their numbers."""

    id: str
    section: str
    heading: str
    text: str
    quotations: str
    document: str | None


def find(desk: Desk, asked: Asked) -> Found:
    """The claims of the brief in its order, and its quotations."""
    brief = desk.brief(asked)
    lines = tuple(
        Line(id=f"brief-{at}", place=at, row={"id": f"brief-{at}", **row}, detail={})
        for at, row in enumerate(_rows(brief), 1)
    )
    return Found(
        view="brief",
        row_type=BriefRow,
        title=brief.title,
        lines=lines,
        total=len(lines),
        every=lambda: (line.row for line in lines),
        about={"title": brief.title, "as_of": brief.as_of.isoformat() if brief.as_of else None},
        shown={"brief": brief, "sections": _sections()},
    )


def _sections() -> list[tuple[str, str]]:
    return [
        ("short", _("In short")),
        ("table", _("On the table")),
        ("awaiting", _("Awaiting an answer")),
        ("disputes", _("Who says otherwise")),
        ("stands", _("Where the parties stand")),
        ("chronology", _("What happened")),
        ("coverage", _("Who told what")),
        ("quotations", _("Quotations")),
    ]


def _rows(brief: Dossier) -> Iterator[dict[str, str | None]]:
    for section, heading, claim in claims(brief):
        marks = "; ".join(map(str, claim.marks))
        yield {"section": section, "heading": heading, "text": claim.text, "quotations": marks, "document": None}
    for number, passage in brief.quotations:
        yield {
            "section": "quotations",
            "heading": passage.publication,
            "text": passage.quote,
            "quotations": str(number),
            "document": passage.document,
        }


def claims(brief: Dossier) -> Iterator[tuple[str, str, Claim]]:
    """Each claim with its section and heading, in the order of the brief."""
    yield from (("short", "", claim) for claim in brief.summary)
    for item in brief.table:
        yield from (("table", item.heading, claim) for claim in (*item.story, *item.clauses))
    yield from (("table", "", claim) for claim in brief.also_put)
    yield from (("awaiting", "", claim) for claim in brief.awaiting)
    for matter in brief.disputes:
        for side in matter.sides:
            yield from (("disputes", f"{matter.heading}: {side.holders}", claim) for claim in side.words)
    for stand in brief.stands:
        yield from (("stands", stand.party, claim) for claim in stand.claims)
    yield from (("chronology", "", claim) for claim in brief.chronology)
    yield from (("coverage", "", claim) for claim in brief.coverage)
