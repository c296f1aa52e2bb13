"""One reader for all passages, and how many of their expectations are met."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from rejoinder.pipeline.reader import Reader, open_reader

COUNTS = pytest.StashKey[Counter[str]]()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The shipped reader, or the one in the folder that REJOINDER_MODEL names."""
    model = os.environ.get("REJOINDER_MODEL")
    return open_reader(Path(model) if model else None, threads=1)


@pytest.fixture
def counts(request: pytest.FixtureRequest) -> Counter[str]:
    """What the tests of this run have counted so far; printed at its end."""
    return request.config.stash.setdefault(COUNTS, Counter())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if found := config.stash.get(COUNTS, None):
        terminalreporter.section("passages")
        for what in sorted(found):
            terminalreporter.line(f"{what}: {found[what]}")
