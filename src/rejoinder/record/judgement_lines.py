"""Judgements as JSON lines, to be handed from one record to another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from rejoinder.errors import RecordError, UsageError
from rejoinder.record.codec import decode, pack
from rejoinder.types.judgement import Judgement

_FIELDS = frozenset(Judgement.__dataclass_fields__)
_NEEDED = ("id", "by")
_WORDS = (*_NEEDED, "value", "withdraws")


def judgement_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Each judgement as a line of canonical JSON with a line feed: equal judgements give equal lines."""
    for one in judgements:
        yield pack(one, Judgement) + "\n"


def read_judgement_lines(text: str) -> tuple[Judgement, ...]:
    """The judgements of such lines, blank ones aside. UsageError names the line that is none."""
    return tuple(
        _read(number, line) for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1) if line.strip()
    )


def _read(number: int, line: str) -> Judgement:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise _no_judgement(number, "it is not JSON") from None
    if not isinstance(data, dict):
        raise _no_judgement(number, "it is not an object")
    if data.keys() != _FIELDS:
        odd = sorted(data.keys() ^ _FIELDS)
        raise _no_judgement(number, f"it lacks, or has beside its fields, {', '.join(map(repr, odd[:4]))}")
    if not isinstance(data["subjects"], list) or not all(str(one).isprintable() for one in data["subjects"]):
        raise _no_judgement(number, "its subjects are no list of ids")
    if unseen := next((field for field in _WORDS if not _can_be_read(data[field], field)), None):
        raise _no_judgement(number, f"its {unseen} is empty, or has characters that cannot be seen")
    try:
        if dt.datetime.fromisoformat(data["made_at"]).tzinfo is None:
            raise _no_judgement(number, "its time has no zone")
        return decode(data, Judgement)
    except (TypeError, ValueError, OverflowError):
        raise _no_judgement(number, "its time is none") from None
    except RecordError as error:
        raise _no_judgement(number, error.message) from None


def _can_be_read(value: object, field: str) -> bool:
    """Whether words can be written, shown and handed on: a lone half of a character cannot."""
    if not isinstance(value, str):
        return field not in _NEEDED
    return value.isprintable() and bool(value or field not in _NEEDED)


def _no_judgement(number: int, why: str) -> UsageError:
    return UsageError(
        f"Line {number} is no judgement: {why[:200]}.",
        advice="Give the lines as `rejoinder judgements export` writes them.",
    )
