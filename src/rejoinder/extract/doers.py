"""Which of the parties read as who acts do act, where several are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.extract.clauses import Clause
from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.word_lists import word_list

Named = tuple[Span, tuple[PartyRef, ...]]
"""Words read as who acts, and whom they stand for."""
_TOGETHER = word_list("kinds done together")
"""Kinds of which those to whom they are are doers as well."""
_JUDGING = frozenset(("accuse", "deny", "warn", "support"))
"""Kinds that are done by saying something of others."""
_MARK = re.compile(r"['’]s?$")
_OWNED = re.compile(r"['’]s?\s(?:(?!and\b|or\b)[\w-]+\s)?")
"""What stands between an owner and an act of his that is a noun ("Washington's latest charge")."""
_JOINED = re.compile(r"(?:,|,?\s(?:and|or|as well as|along with|together with))\s(?:the\s)?")
_BY = re.compile(r"\bby\s(?:the\s)?$")


def doers(text: str, clause: Clause, read: Sequence[Named], upon: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    """Who acts: of several, the owner right before the act or who it is done by, with those joined to him; else all but
    who only tells of it and who has it done to himself, where somebody is left."""
    if len(read) < 2 or clause.act.kind in _TOGETHER:
        return _parties(read)
    groups = _groups(text, sorted(read))
    if owner := next((group for group in groups if _has_done(text, clause.act.trigger, group)), None):
        return _parties(owner)
    told_by = clause.held_in.source if clause.held_in is not None else None
    telling = [g for g in groups if told_by is not None and any(span.touches(told_by) for span, _ in g)]
    acting = groups
    if telling:
        acting = telling if clause.act.kind in _JUDGING else [g for g in groups if g not in telling] or groups
    served = {party.acts_for for party in upon}
    left = [g for g in acting if not all(p.acts_for in served for p in _parties(g))] or acting
    return _parties([named for group in left for named in group])


def _parties(read: Sequence[Named]) -> tuple[PartyRef, ...]:
    return tuple(dict.fromkeys(p for _, parties in read for p in parties))


def _groups(text: str, read: Sequence[Named]) -> list[list[Named]]:
    """The same, each with those that it is joined to ("X, Y and Z")."""
    groups: list[list[Named]] = []
    for named in read:
        if groups and _JOINED.fullmatch(text, groups[-1][-1][0].end, named[0].start):
            groups[-1].append(named)
        else:
            groups.append([named])
    return groups


def _has_done(text: str, trigger: Span, group: Sequence[Named]) -> bool:
    """Whether the words next to the act say whose it is."""
    first, last = group[0][0], group[-1][0]
    if first.start >= trigger.end:
        return _BY.search(text, max(trigger.end, first.start - 8), first.start) is not None
    mark = _MARK.search(last.of(text))
    return _OWNED.fullmatch(text, last.start + mark.start() if mark else last.end, trigger.start) is not None
