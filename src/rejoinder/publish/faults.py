"""Faults of the program, known again by a code that says nothing of what was asked or read."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass
from pathlib import Path

_FRAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault: its code, its kind, and the last functions that it came through."""

    code: str
    kind: str
    where: str


def fault_of(error: Exception) -> Fault:
    """What is told of an error that nobody expected: the same fault has the same code on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "".join(f"{Path(frame.filename).name}:{frame.name}" for frame in frames[-_FRAMES:])
    kind = type(error).__name__
    return Fault(code=hashlib.sha256(f"{kind} {where}".encode()).hexdigest()[:6], kind=kind, where=where)
