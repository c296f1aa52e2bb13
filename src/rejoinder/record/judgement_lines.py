"""Judgements as JSON lines, to be handed from one record to another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from rejoinder.errors import RecordError, UsageError
from rejoinder.record.codec import decode, pack
from rejoinder.sayings import Said, Saying
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
        raise _no_judgement(number, Saying.NOT_JSON.of()) from None
    if not isinstance(data, dict):
        raise _no_judgement(number, Saying.NOT_AN_OBJECT.of())
    if data.keys() != _FIELDS:
        odd = sorted(data.keys() ^ _FIELDS)
        raise _no_judgement(number, Saying.OTHER_FIELDS.of(names=", ".join(repr(one[:40]) for one in odd[:4])))
    if not isinstance(data["subjects"], list) or not all(str(one).isprintable() for one in data["subjects"]):
        raise _no_judgement(number, Saying.SUBJECTS_NO_LIST.of())
    if unseen := next((field for field in _WORDS if not _can_be_read(data[field], field)), None):
        raise _no_judgement(number, Saying.WORDS_UNSEEN.of(field=unseen))
    try:
        if dt.datetime.fromisoformat(data["made_at"]).tzinfo is None:
            raise _no_judgement(number, Saying.TIME_WITHOUT_ZONE.of())
        return decode(data, Judgement)
    except (TypeError, ValueError, OverflowError):
        raise _no_judgement(number, Saying.NO_TIME.of()) from None
    except RecordError as error:
        raise _no_judgement(number, Saying.NOT_TO_BE_READ.of(reason=str(error.__cause__)[:160])) from None


def _can_be_read(value: object, field: str) -> bool:
    """Whether words can be written, shown and handed on: a lone half of a character cannot."""
    if not isinstance(value, str):
        return field not in _NEEDED
    return value.isprintable() and bool(value or field not in _NEEDED)


def _no_judgement(number: int, why: Said) -> UsageError:
    return UsageError(Saying.BAD_LINE.of(number=number, why=why), advice=Saying.AS_EXPORTED.of())
