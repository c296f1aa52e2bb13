"""A document: the article with what was read from it, each line beside its words, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rejoinder.errors import UsageError
from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.called import whom
from rejoinder.publish.web.pages.marking import Reading, blocks
from rejoinder.publish.web.queries import DocumentAsked
from rejoinder.publish.web.refusals import not_there
from rejoinder.publish.words.language import _
from rejoinder.record.documents import one_document
from rejoinder.record.reading_rows import MoveRow
from rejoinder.record.sheets import Line
from rejoinder.types.document import Document
from rejoinder.types.span import Span

_QUIET = frozenset({"byline", "caption", "teaser", "furniture"})


def find(desk: Desk, asked: DocumentAsked, row_id: str) -> Found:
    """The moves read from a document as rows, in the order of the text. Refusal 404 where there is no such document."""
    try:
        document = one_document(desk.connection, row_id)
    except UsageError as error:
        raise not_there(_("There is no document %(id)s.") % {"id": repr(row_id[:80])}) from error
    statements = desk.sheets.told_in("statements", document.id)
    moves = desk.sheets.told_in("moves", document.id)
    readings = _readings(statements, moves)
    told = desk.sheets.one("documents", document.id)
    known = document.metadata
    return Found(
        view="moves",
        row_type=MoveRow,
        title=known.title or document.name,
        lines=tuple(moves),
        total=len(moves),
        every=lambda: (line.row for line in moves),
        about={
            "document": told.row if told else {"id": document.id, "name": document.name},
            "text": document.text,
            "zones": [{"kind": z.kind, "start": z.span.start, "end": z.span.end} for z in document.zones],
            "statements": [{**line.row, "content": line.detail["content"]} for line in statements],
        },
        shown={
            "document": document,
            "told": told.row if told else None,
            "facts": _facts(document),
            "whom": whom(desk, moves),
            "blocks": blocks(document, readings),
            "readings": readings,
            "quiet": _QUIET,
            "copies": _copies(desk, told),
            "line": asked.line,
        },
    )


def _readings(statements: Iterable[Line], moves: Iterable[Line]) -> list[Reading]:
    """Statements and moves in the order of the text, numbered."""
    found: list[tuple[str, Line, tuple[Span, ...], Span | None]] = []
    for line in statements:
        found.append(("statement", line, _spans(line.detail["content"]), None))
    for line in moves:
        whole = Span(start=line.row["start"], end=line.row["end"])
        found.append(("move", line, (whole,), _spans(line.detail["trigger"])[0]))
    found.sort(key=lambda each: (each[2][0].start, -each[2][-1].end, each[0], each[1].id))
    return [
        Reading(id=line.id, kind=kind, number=number, row=line.row, spans=spans, trigger=trigger)
        for number, (kind, line, spans, trigger) in enumerate(found, 1)
    ]


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pairs)


def _facts(document: Document) -> list[tuple[str, str, str]]:
    """What is known of the publication, and where it was found."""
    known, places = document.metadata, dict(document.metadata.found)
    facts = (
        (_("Outlet"), "outlet", known.outlet),
        (_("Published"), "published", known.published.iso() if known.published else None),
        (_("By"), "byline", known.byline),
        (_("Agency"), "origin", known.origin),
        (_("Address"), "url", known.url),
        (_("Language"), "language", known.language),
        (_("File"), "name", document.name),
    )
    return [(label, value, places.get(field, "")) for label, field, value in facts if value]


def _copies(desk: Desk, told: Line | None) -> list[dict[str, Any]]:
    """The other documents of its family."""
    if told is None or not told.row["origin"]:
        return []
    families = desk.sheets.page("families", {"origin": told.row["origin"]}, most=1).lines
    return [one for family in families for one in family.detail["members"] if one["id"] != told.id]
