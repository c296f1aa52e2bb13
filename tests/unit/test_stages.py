"""The measure of the stages: each has a time of its own, and together they are the whole."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from benchmarks.stages import STAGES, stage_seconds

LEAD = "Norland offered Sudmark a hotline on Tuesday, the foreign ministry said. Sudmark turned the offer down."


def busy(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_the_stages_have_times_and_the_last_is_what_the_whole_takes_beyond_them(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{LEAD}\n\nThe text of {name} goes on from there.\n", "utf-8")
    spent = stage_seconds(tmp_path, partial(busy, 0.5))
    assert tuple(spent) == STAGES
    assert all(seconds >= 0 for stage, seconds in spent.items() if stage != "keeping")
    assert sum(spent.values()) == pytest.approx(0.5, abs=0.1)
