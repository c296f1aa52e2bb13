"""By which values each row of what was read can be filtered, and what is related to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rejoinder.record.codec import Json
from rejoinder.record.sheet_known import Described, Facets, Known
from rejoinder.record.view_rows import SEPARATOR
from rejoinder.types.span import Span


def statement(known: Known, row: Any) -> Described:
    """A statement: by those who speak and those for whom they act."""
    one = known.material.statements[row.id]
    facets: Facets = {
        "party": known.lines(known.referred.by(one.speakers)),
        "issue": known.said_about.get(row.id, ()),
        "outlet": [row.outlet],
        "form": [one.form],
        "document": [one.document_id],
    }
    return facets, {"content": _spans(one.content)}


def move(known: Known, row: Any) -> Described:
    """A move: by its own parties and those for whom they act, namesakes apart."""
    one = known.material.moves[row.id]
    parties = known.referred.by_move(one)
    facets: Facets = {
        "party": known.lines(parties),
        "issue": known.issues_of(one.id),
        "outlet": [row.outlet],
        "kind": [one.kind],
        "modality": [one.modality],
        "event": [row.event],
        "document": [one.document_id],
    }
    return facets, {"trigger": _spans([one.trigger]), "parties": [*parties]}


def party(known: Known, row: Any) -> Described:
    """A party: by its names in any case, and by those for whom it acts."""
    party = known.material.parties[row.id]
    facets: Facets = {
        "type": [party.type],
        "name": {name.casefold() for name in (party.id, party.name, *party.forms)},
        "party": known.material.line(party.id),
    }
    return facets, {"forms": [*party.forms], "principal": party.principal}


def issue(known: Known, row: Any) -> Described:
    """An issue: by its names in any case."""
    issue = known.material.issues[row.id]
    return {"name": {name.casefold() for name in (issue.id, issue.name, *issue.forms)}}, {"forms": [*issue.forms]}


def document(_known: Known, row: Any) -> Described:
    """A document."""
    return {"outlet": [row.outlet], "origin": [row.origin], "name": [row.name]}, {}


def source(_known: Known, row: Any) -> Described:
    """An outlet."""
    return {"outlet": [row.outlet]}, {}


def family(known: Known, row: Any) -> Described:
    """Articles that are copies of one another."""
    told = [known.material.documents[each] for each in known.families[row.origin]]
    members: list[Json] = [
        {
            "id": one.document_id,
            "name": one.name,
            "outlet": one.outlet,
            "published": one.published.iso() if one.published else None,
        }
        for one in told
    ]
    return {"outlet": {one.outlet for one in told}, "origin": [row.origin]}, {"members": members}


def doubt(known: Known, row: Any) -> Described:
    """A doubtful line: by who acts in its words and to whom."""
    subjects: list[Json] = list(row.subjects.split(SEPARATOR))
    facets: Facets = {
        "line": [row.line],
        "reason": row.reasons.split(SEPARATOR),
        "kind": [row.kind],
        "outlet": [row.outlet],
        "document": [row.document_id],
        "party": known.lines(known.referred.by_move(known.material.moves[str(subjects[0])])),
    }
    return facets, {"subjects": subjects}


def _spans(spans: Iterable[Span]) -> Json:
    return [[span.start, span.end] for span in spans]
