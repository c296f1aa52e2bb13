"""Whose paper it is: a party's own bulletin or press office speaks of that party as "we"."""

from __future__ import annotations

import re

from rejoinder.types.annotation import Annotation, PartyRef
from rejoinder.types.document import Document

_PRESS_OFFICE = re.compile(
    r"\b(?:government|ministry|press (?:office|service|release)|embassy|presidency|chancellery|bulletin|newsletter)\b",
    re.IGNORECASE,
)


def own_voice(document: Document, annotation: Annotation) -> tuple[PartyRef, ...]:
    """The party whose publication the document is, by the name of its outlet: the longest of the parties' names in it,
    where the outlet is a press office or a bulletin; empty for anybody else's paper."""
    outlet = document.metadata.outlet or ""
    if not _PRESS_OFFICE.search(outlet):
        return ()
    named = (p for p in annotation.parties if p.type in ("state", "organisation", "group") and p.anonymity == "named")
    inside = [p for p in named if re.search(rf"\b{re.escape(p.name)}\b", outlet, re.IGNORECASE)]
    longest = max(inside, key=lambda p: (len(p.name), p.name), default=None)
    return (longest,) if longest else ()
