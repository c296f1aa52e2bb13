"""Judgements as JSON lines, to be handed from one record to another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from rejoinder.errors import RecordError, UsageError
from rejoinder.record.codec import decode, pack
from rejoinder.types.judgement import Judgement

_FIELDS = frozenset(Judgement.__dataclass_fields__)


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
    if not isinstance(data["subjects"], list):
        raise _no_judgement(number, "its subjects are no list")
    try:
        if dt.datetime.fromisoformat(data["made_at"]).tzinfo is None:
            raise _no_judgement(number, "its time has no zone")
        return decode(data, Judgement)
    except (TypeError, ValueError, OverflowError):
        raise _no_judgement(number, "its time is none") from None
    except RecordError as error:
        raise _no_judgement(number, error.message) from None


def _no_judgement(number: int, why: str) -> UsageError:
    return UsageError(
        f"Line {number} is no judgement: {why[:200]}.",
        advice="Give the lines as `rejoinder judgements export` writes them.",
    )
