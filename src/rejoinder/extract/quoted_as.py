"""Speech at second hand in one clause: "the agency quoted an official as saying that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.types.annotation import CueReading
from rejoinder.types.span import Span

_QUOTED_AS = re.compile(
    r"\b(?P<by>(?:was |were |been |is |are )?(?:cit(?:e[sd]?|ing)|quot(?:e[sd]?|ing)))\s"
    r"(?P<who>[^.;:“”\"\n]{3,140}?),?\sas\s(?=(?:saying|telling|stating|warning|adding|claiming|denying|calling)\b)"
)
_PASSIVE = re.compile(r"(?:was|were|been|is|are)\s")


def quoted_as(text: str, cues: Sequence[CueReading]) -> tuple[CueReading, ...]:
    """The same cues, where somebody is quoted as saying something: the words are of whoever is quoted, and that they
    are quoted is no statement of its own."""
    out = list(cues)
    for match in _QUOTED_AS.finditer(text):
        said = next((c for c in out if c.cue.start == match.end()), None)
        if said is None or _PASSIVE.match(match["by"]):
            continue
        who = Span(start=match.start("who"), end=match.end("who"))
        quoting = Span(start=match.start("by"), end=match.end("by"))
        out = [
            replace(c, source=who) if c is said else c
            for c in out
            if c is said or not (c.cue.touches(quoting) and any(p.holds(said.cue) for p in c.content))
        ]
    return tuple(out)
