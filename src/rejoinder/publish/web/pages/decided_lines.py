"""The lines on which people decide, in their words: also those that the account does without since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rejoinder.errors import UsageError
from rejoinder.publish.exports.safety import shortened
from rejoinder.publish.web.holding import Desk
from rejoinder.publish.web.pages.marking import Block, Reading, blocks
from rejoinder.record.documents import one_document
from rejoinder.record.passages import lines_of
from rejoinder.record.publications import publications
from rejoinder.record.search import find
from rejoinder.types.extraction import Move, Statement
from rejoinder.types.span import Span, covering

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line in its words, and where it was published: the outlet, or the file where none is known (empty: what was
    decided on is no line of one article)."""

    words: str
    where: str = ""


def told(desk: Desk, ids: Sequence[str]) -> Mapping[str, Told]:
    """The lines of these ids that the record has; one that is of another record is not among them."""
    sheets = desk.sheets
    found = {
        line.id: Told(words=line.row["quote"], where=line.row["outlet"] or line.row["document"])
        for view in ("moves", "statements")
        for line in sheets.told(view, ids).values()
    }
    for view in ("answers", "timeline"):
        found |= {
            line.id: Told(words=line.row["gloss"]) for line in sheets.some(view, ids).values() if line.row["gloss"]
        }
    out = lines_of(desk.connection, [each for each in ids if each not in found])
    known = publications(desk.connection, [one.document_id for one in out.values()])
    for row_id, one in out.items():
        words = shortened(" ".join(one.words.split()), _LONGEST)
        found[row_id] = Told(words=words, where=known[one.document_id].outlet or one.document)
    return found


def out_of_account(desk: Desk, row_id: str) -> dict[str, Any] | None:
    """A line that the account does without: its article with the paragraph that it stands in; None for one that the
    record does not have."""
    if row_id not in lines_of(desk.connection, [row_id]):
        return None
    try:
        row = find(desk.connection, row_id).row
    except UsageError:
        return None
    document = one_document(desk.connection, row.document_id)
    return {
        "document": document,
        "outlet": document.metadata.outlet or document.name,
        "context": around(blocks(document, [_reading(row)])),
    }


def _reading(row: Move | Statement) -> Reading:
    whole, trigger = (row.anchor, row.trigger) if isinstance(row, Move) else (covering(row.content), None)
    return marked(row.id, whole, trigger)


def marked(row_id: str, whole: Span, trigger: Span | None) -> Reading:
    """A line by itself, to be shown in its article."""
    return Reading(id=row_id, kind="move", number=1, row={}, spans=(whole,), trigger=trigger)


def around(made: list[Block]) -> list[Block]:
    """The paragraphs that are marked, with the one before and the one after them."""
    at = [n for n, block in enumerate(made) if any(piece.lines for piece in block.pieces)]
    return made[max(0, at[0] - 1) : at[-1] + 2] if at else []
