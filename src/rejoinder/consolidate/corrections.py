"""Values that persons put in the place of those that were read."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import cast, get_args

from rejoinder.types.account import Reported
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Modality, Move
from rejoinder.types.time import When, day
from rejoinder.vocabulary.kinds import kinds
from rejoinder.vocabulary.parties import gazetteer

Known = Mapping[str, PartyRef]
_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d")
_SURE = 1.0  # the score of a move that a person has corrected


class Names:
    """How the documents refer to parties, by name without regard to capitals: the document itself first, then most of
    the others, then the vocabulary."""

    def __init__(self, inputs: Sequence[Reported]) -> None:
        self._inputs = inputs

    @cached_property
    def _everywhere(self) -> Known:
        counts = Counter(ref for one in self._inputs for ref in one.extraction.parties if ref.anonymity == "named")
        known = {entry.name.casefold(): PartyRef(name=entry.name, type=entry.type) for entry in gazetteer()}
        return known | {ref.name.casefold(): ref for ref, _n in sorted(counts.items(), key=_rarest_first)}

    def of(self, one: Reported) -> Known:
        """The references that names stand for in this document."""
        return {**self._everywhere, **{ref.name.casefold(): ref for ref in one.extraction.parties}}


def _rarest_first(counted: tuple[PartyRef, int]) -> tuple[int, str]:
    return counted[1], repr(counted[0])


def corrected(move: Move, fields: Iterable[tuple[str, str]], known: Known) -> Move:
    """The move with these values, surer than any that was read; a value that is none changes nothing."""
    made = move
    for field, value in fields:
        if field == "kind" and value in {kind.id for kind in kinds()}:
            made = replace(made, kind=value)
        elif field == "modality" and value in get_args(Modality):
            made = replace(made, modality=cast(Modality, value))
        elif field == "date":
            made = _dated(made, value)
        elif field == "actors":
            made = replace(made, actors=_refs(value, known))
        elif field == "recipients":
            made = replace(made, recipients=_refs(value, known))
    return made if made == move else replace(made, score=_SURE)


def time_of(value: str) -> When | None:
    """The time of a corrected date; None for the empty one. ValueError for what is no date.

    The forms are those of `When.iso`: a day, a month, a year, or first and last day with two dots between them."""
    value = value.strip()
    if not value:
        return None
    if _YEAR.fullmatch(value):
        return When(first=dt.date(int(value), 1, 1), last=dt.date(int(value), 12, 31), precision="year")
    if _MONTH.fullmatch(value):
        first = dt.date.fromisoformat(f"{value}-01")
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return When(first=first, last=last, precision="month")
    start, dots, end = value.partition("..")
    if not dots:
        return day(dt.date.fromisoformat(value))
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    if last < first:
        raise ValueError(f"{value} ends before it begins")
    return When(first=first, last=last, precision="interval")


def _dated(move: Move, value: str) -> Move:
    try:
        return replace(move, when=time_of(value))
    except ValueError:
        return move


def _refs(value: str, known: Known) -> tuple[PartyRef, ...]:
    """Names with semicolons between them; one that nobody knows is a group of its own."""
    names = dict.fromkeys(name.strip() for name in value.split(";") if name.strip())
    return tuple(dict.fromkeys(known.get(name.casefold()) or _called(name) for name in names))


def _called(name: str) -> PartyRef:
    """The one party there still is that the vocabulary calls so, whatever the capitals; else a group of that name."""
    tries = (name, name.title(), f"The {name.title()}")
    found = next((entries for form in tries if (entries := gazetteer().lookup(form))), ())
    there = [entry for entry in found if entry.last_year is None]
    return PartyRef(name=there[0].name, type=there[0].type) if len(there) == 1 else PartyRef(name=name, type="group")
