"""Where the content of one cue ends: before the attribution that is joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.types.annotation import CueReading, Quotation
from rejoinder.types.span import Span

_JOIN = re.compile(r"(?:[,;]?\s+(?:and|but|while|whereas|though|although|or)\b|;)\s*", re.IGNORECASE)
_OPEN = re.compile(r",?(?:\s(?:and|but|or|the|an?|which|who|its|his|their))+\s*$")
"""Words that begin what is not there any more."""
_STOP = re.compile(r"[.,;:!?—–()\"“”\n]|\s-\s|['’]\s")
_HANGING = re.compile(
    r"(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bwho)(?<!\bwhich)"
    r"\s(?:an?|the|any|no|its|his|her|their|our|be|been|is|are|was|were|has|have|had|will|would|could|should|not"
    r"|of|for|to|at|from|with|into|than|between|against|about)$"
)
"""A word that needs one behind it, and does not begin another clause."""
_TO_THE_NEXT_MARK = re.compile(r"(?:[ ][\w’'$£€%-]{1,30}){1,12}(?=[.,;:!?\n”\"])")
_MOST_BEFORE_CUE = 4
"""Words between the joint and the next cue ("and later also warned")."""


def bounded(
    text: str, reading: CueReading, others: Sequence[CueReading], quotations: Sequence[Quotation]
) -> CueReading:
    """The same cue, its content without what belongs to another one ("said that X and warned that Y"), and without
    words at its end that begin something else."""
    parts = []
    for whole in reading.content:
        part = whole
        for other in others:
            joint = _joint(text, part, reading, other, quotations)
            part = part if joint is None else Span(start=part.start, end=joint)
        part = _carried_on(text, part, reading, others)
        open_end = None if _STOP.match(text, part.end) else _OPEN.search(text, part.start, part.end)
        part = part if open_end is None else Span(start=part.start, end=open_end.start())
        if part.end > part.start:
            parts.append(part)
    return replace(reading, content=tuple(parts))


def _carried_on(text: str, part: Span, reading: CueReading, others: Sequence[CueReading]) -> Span:
    """A part whose last word cannot be the last of a phrase, with the words up to the next mark; as it is where another
    attribution stands in them."""
    if not _HANGING.search(text, max(part.start, part.end - 12), part.end):
        return part
    match = _TO_THE_NEXT_MARK.match(text, part.end)
    if match is None:
        return part
    more = Span(start=part.end, end=match.end())
    taken = [s for c in (reading, *others) for s in (c.cue, c.source) if s]
    return part if any(more.touches(s) for s in taken) else Span(start=part.start, end=more.end)


def _joint(
    text: str, part: Span, reading: CueReading, other: CueReading, quotations: Sequence[Quotation]
) -> int | None:
    """Where another attribution is joined to `part` that stands beside it, not in it: of the same speaker, or with one
    of its own behind a comma or semicolon; None where there is none."""
    inside = part.start < other.cue.start < part.end and other.cue != reading.cue
    if not inside or not other.content or other.content[0].start < other.cue.start:
        return None
    if any(q.outer.start < other.cue.start < q.outer.end for q in quotations):
        return None
    joints = list(_JOIN.finditer(text, part.start, other.cue.start))
    if not joints or joints[-1].start() <= part.start:
        return None
    joint, source = joints[-1], other.source
    if source is None or source == reading.source or source.end <= part.start:
        near = len(text[joint.end() : other.cue.start].split()) <= _MOST_BEFORE_CUE
        return joint.start() if near else None
    begins = joint.end() <= source.start and len(text[joint.end() : source.start].split()) <= 1
    return joint.start() if begins and text[joint.start()] in ",;" else None
