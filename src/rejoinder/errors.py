"""What may go wrong, as a user meets it.

RejoinderError
├── UsageError      the command or call asks for something that is not there (unknown party, bad date, no such id)
│   └── ConflictError   somebody else has decided on the same row meanwhile
├── SourceError     a path cannot be read at all
├── RecordError     the record file is missing, damaged, newer than this program, or in use
│   └── BusyError       another process writes it or holds it: the same goes through once that has ended
└── ModelError      the shipped model is missing or is not the one that was published

Trouble with one document is no exception: it is a `rejoinder.types.Problem`, recorded, and the run goes on.
"""

from __future__ import annotations

from collections.abc import Mapping


class RejoinderError(Exception):
    """Any failure that ends a command. `advice` is one line: what to do next. A `Said` among them keeps
    its code and values, so that a page can say it in its own language."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class UsageError(RejoinderError):
    """The command or call asks for something that is not there."""


class ConflictError(UsageError):
    """Somebody else has decided on these rows meanwhile; `current` is how many judgements each has by now."""

    def __init__(self, message: str, *, advice: str = "", current: Mapping[str, int]) -> None:
        super().__init__(message, advice=advice)
        self.current = dict(current)


class SourceError(RejoinderError):
    """A source cannot be read at all."""


class RecordError(RejoinderError):
    """The record is missing, damaged, of a newer release, or in use."""


class BusyError(RecordError):
    """Another process writes the record, or holds it for a moment: waiting is enough."""


class ModelError(RejoinderError):
    """The model that reads is missing or is not the published one."""
