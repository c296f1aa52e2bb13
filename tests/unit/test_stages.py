"""The measure of the stages: each has the time of its own work, and the last what the whole takes beyond them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stages
from benchmarks.stages import STAGES, stage_seconds

LEAD = "Norland offered Sudmark a hotline on Tuesday, the foreign ministry said. Sudmark turned the offer down."
TAKES = {"read_sources": 1, "_reading": 2, "annotate": 4, "extract": 8, "consolidate": 16}
"""Seconds by a clock that only these advance."""


def test_each_stage_has_the_time_of_its_own_work_and_the_last_what_the_whole_takes_beyond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{LEAD}\n\nThe text of {name} goes on from there.\n", "utf-8")
    now = 0.0

    def taking(work: Callable[..., Any], seconds: float) -> Callable[..., Any]:
        def worked(*given: Any, **named: Any) -> Any:
            nonlocal now
            made = work(*given, **named)
            now += seconds
            return made

        return worked

    for name, seconds in TAKES.items():
        monkeypatch.setattr(stages, name, taking(getattr(stages, name), seconds))
    monkeypatch.setattr(stages.time, "process_time", lambda: now)
    spent = stage_seconds(tmp_path, taking(lambda: None, 100))
    assert tuple(spent) == STAGES
    assert spent == {
        "taking in": 1,
        "reading words": 2 * 2,
        "annotating": 2 * 4,
        "extracting": 2 * 8,
        "putting together": 16,
        "keeping": 100 - 45,
    }
