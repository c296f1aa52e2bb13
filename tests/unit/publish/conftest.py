"""A record of three invented articles, made once; no test may change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rejoinder.pipeline.accounts import material_at
from rejoinder.publish.cli.running import run
from rejoinder.record.material import Material
from rejoinder.record.reader import open_to_read
from tests.invented import make_record

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the record."""
    return make_record(tmp_path_factory.mktemp("invented"))[0]


@pytest.fixture(scope="session")
def material(record_file: Path) -> Material:
    """What the record holds."""
    with open_to_read(record_file) as record:
        return material_at(record)


@pytest.fixture
def command(record_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command on the record: exit code, standard output, standard error."""
    monkeypatch.setenv("REJOINDER_RECORD", str(record_file))
    monkeypatch.delenv("REJOINDER_DEBUG", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out = capsys.readouterr()
        return code, out.out, out.err

    return call
