"""The examples of the help and of the pages run on the sample, and show something."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rejoinder.publish.cli.running import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ASKING = (
    "exchanges timeline answers disputes positions coverage statements moves parties show explain search brief changes"
)
_EXAMPLE = re.compile(r"^ *(?:\$ )?rejoinder (\S.*)$", re.MULTILINE)
_NOTHING = re.compile(r"^(?:Nothing found|No \w+)\b", re.MULTILINE)


def _examples() -> list[str]:
    """The examples that ask a record, without what is said beside them and what becomes of their output."""
    shown = {line for page in PAGES for line in _EXAMPLE.findall(page.read_text("utf-8"))}
    bare = {re.split(r" {2,}|\s#|\s[|>]\s", line)[0] for line in shown}
    return sorted(line for line in bare if line.split()[0] in ASKING.split() or line.startswith("export prediction"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "rejoinder", "demo", "--folder", str(folder)]
    subprocess.run(command, capture_output=True, check=True, timeout=600)
    return folder / "record.db"


def test_there_are_examples_of_every_kind_of_question() -> None:
    assert {line.split()[0] for line in _examples()} == {*ASKING.split(), "export"}


@pytest.mark.parametrize("line", _examples())
def test_an_example_shows_something_of_the_sample(
    line: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REJOINDER_RECORD", str(sample))
    assert run(["exchanges"]) == 0
    row_id = next(word for word in capsys.readouterr().out.split() if word.startswith("exchange-"))
    words = [{"ID": row_id, "talks.db": str(sample)}.get(word, word) for word in shlex.split(line)]
    code, said = run(words), capsys.readouterr()
    made = "".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    told = [line for line in said.err.splitlines() if " undated" not in line]  # of which views as of a day speak
    assert (code, told) == (0, [])
    assert said.out + made
    assert not _NOTHING.search(said.out)
