"""Who published a document, and under which headline, without its text being read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from rejoinder.record.codec import unpack
from rejoinder.record.material import folded
from rejoinder.record.schema import documents
from rejoinder.types.document import Metadata

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is known of a document's publication, each on one line; None is unknown."""

    outlet: str | None
    headline: str | None


def publications(connection: sa.Connection, ids: Collection[str]) -> Mapping[str, Publication]:
    """The publication of each of these documents that the record has."""
    found: dict[str, Publication] = {}
    wanted = list(dict.fromkeys(ids))
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        query = sa.select(documents.c.id, documents.c.metadata).where(documents.c.id.in_(some))
        for row_id, metadata in connection.execute(query):
            known = unpack(metadata, Metadata)
            found[row_id] = Publication(outlet=_line(known.outlet), headline=_line(known.title))
    return found


def _line(words: str | None) -> str | None:
    return folded(words) if words else None
