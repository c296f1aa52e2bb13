"""Answers that the account has no more because somebody decided that they are none: what they were, and who did it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rejoinder.publish.web.holding import Desk
from rejoinder.types.identity import content_id
from rejoinder.types.judgement import Judgement

Ends = tuple[str, str]
_KIND = "answer-"
_SOON = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """The words of what was taken for an answer and of what it was taken to answer (empty where they are not known any
    more), and the judgement that unlinked them (None: the account has changed since in some other way)."""

    words: str
    answered: str
    by: Judgement | None


def unlinked(desk: Desk, ids: Iterable[str]) -> Mapping[str, Unlinked]:
    """Those of the ids that stand for answers which the account has not, as far as it is known what they were or who
    unlinked them: others may be of another record."""
    asked = [one for one in dict.fromkeys(ids) if one.startswith(_KIND)]
    missing = {*asked} - desk.sheets.some("answers", asked).keys() if asked else set()
    ends = _ends(desk, missing)
    found = {one: _told(desk, one, ends.get(one)) for one in asked if one in missing}
    return {one: told for one, told in found.items() if told.by or told.words}


def _told(desk: Desk, row_id: str, ends: Ends | None) -> Unlinked:
    words, answered = _words(desk, ends) if ends else ("", "")
    return Unlinked(words=words, answered=answered, by=_judgement(desk, row_id, ends))


def _judgement(desk: Desk, row_id: str, ends: Ends | None) -> Judgement | None:
    """The last judgement in force that says of the answer, or of its two ends, that it is none."""
    for one in reversed(desk.standing.judgements):
        if one.id in desk.standing.force:
            if one.decision == "wrong" and row_id in one.subjects:
                return one
            if ends and one.decision == "not-answers" and tuple(_event(desk, each) for each in one.subjects) == ends:
                return one
    return None


def _ends(desk: Desk, missing: Collection[str]) -> Mapping[str, Ends]:
    """The events of an answer and of what it answered: of those that were told apart by hand, else of all in a record
    of which all pairs are soon looked through. The id of an answer is made of them."""
    if not missing:
        return {}
    decided = [one.subjects for one in desk.standing.judgements if one.decision == "not-answers"]
    apart = [tuple(_event(desk, subject) for subject in pair) for pair in decided]
    found = {row_id: (one, to) for one, to in apart if (row_id := content_id("answer", one, to)) in missing}
    left = [row_id for row_id in missing if row_id not in found]
    if left and desk.sheets.count("timeline") * desk.sheets.count("exchanges") <= _SOON:
        events = [line.id for line in desk.sheets.every("timeline")]
        offers = [line.row["offer"] for line in desk.sheets.every("exchanges")]
        pairs = ((content_id("answer", one, to), (one, to)) for one in events for to in offers)
        found |= {row_id: pair for row_id, pair in pairs if row_id in left}
    return found


def _event(desk: Desk, subject: str) -> str:
    """The event that is decided on, by its own id or by that of a move that tells it."""
    told = desk.sheets.told("moves", [subject]).get(subject)
    return subject if told is None else str(told.row["event"])


def _words(desk: Desk, ends: Ends) -> tuple[str, str]:
    lines = desk.sheets.some("timeline", ends)
    words, answered = (str(lines[each].row["gloss"] or "") if each in lines else "" for each in ends)
    return words, answered
