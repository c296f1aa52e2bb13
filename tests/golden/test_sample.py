"""The sample read from end to end by the shipped model: what comes of it, and that it always does.

`UPDATE_GOLDEN=1 python -m pytest tests/golden` writes `sample.json` and the sample in
the README anew; look at the difference before it is
committed.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rejoinder.pipeline.accounts import material_at
from rejoinder.publish.exports.formats import write_rows
from rejoinder.publish.exports.ranking import most_told
from rejoinder.record.material import Material
from rejoinder.record.reader import open_to_read
from rejoinder.record.views import view
from rejoinder.sample import sample_folder, sample_metadata
from rejoinder.types.account import Event, Exchange

README = Path(__file__).parents[2] / "README.md"
GOLDEN = Path(__file__).parent / "sample.json"
UPDATE = "UPDATE_GOLDEN"


def _read(record: Path, *, workers: int = 1, seed: int | None = None, **environment: str) -> str:
    """The digest of the sample read by the command line into a new record."""
    files = [sample_folder()] if seed is None else sorted(sample_folder().iterdir())
    random.Random(seed).shuffle(files)
    given = [str(file) for file in files]
    ends = ["--metadata", str(sample_metadata()), "--record", str(record), "--workers", str(workers)]
    command = [sys.executable, "-m", "rejoinder", "read", *given, *ends]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=600, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with open_to_read(record) as found:
        assert found.verify() == ()
        return found.digest()


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Material]:
    """Digest and material of the sample, as the demonstration leaves them."""
    folder = tmp_path_factory.mktemp("golden") / "demo"
    command = [sys.executable, "-m", "rejoinder", "demo", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "EXCHANGES" in done.stdout
    assert f"{folder / 'brief.html'}" in done.stdout
    assert f"rejoinder serve {folder / 'record.db'}" in done.stdout
    assert (folder / "brief.html").stat().st_size > 10_000
    with open_to_read(folder / "record.db") as record:
        assert record.verify() == ()
        return record.digest(), material_at(record)


def _summary(material: Material) -> dict[str, Any]:
    account = material.account
    kinds = {event.id: event.kind for event in account.events}
    cut = [one for one in account.coverage if one.reason == "cut"]
    return {
        "documents": {
            one.name: {
                "outlet": one.outlet,
                "published": one.published.iso() if one.published else None,
                "origin": one.origin,
                "statements": len(one.extraction.statements),
                "moves": dict(sorted(Counter(move.kind for move in one.extraction.moves).items())),
            }
            for one in material.reported
        },
        "events": len(account.events),
        "told by several origins": sum(event.n_origins > 1 for event in account.events),
        "answers": dict(sorted(Counter(one.disposition for one in account.answers).items())),
        "exchanges": dict(sorted(Counter(one.status for one in account.exchanges).items())),
        "on the table": _on_the_table(material),
        "packages": sum(one.package for one in account.exchanges),
        "disputes": dict(sorted(Counter(one.rule for one in account.disputes).items())),
        "coverage": dict(sorted(Counter(one.treatment for one in account.coverage).items())),
        "left out": dict(sorted(Counter(one.reason for one in account.coverage if one.reason).items())),
        "cut from its copy": sorted({f"{one.outlet}: {kinds[one.event]}" for one in cut}),
    }


def _on_the_table(material: Material) -> list[str]:
    """A line for each exchange, so that swapped sides, other days and other links show as well as other numbers."""
    answers = {one.id: one for one in material.account.answers}

    def acted(event: Event) -> str:
        return f"{material.names(event.actors) or 'nobody named'} {event.when.iso() if event.when else 'undated'}"

    def line(one: Exchange) -> str:
        offer = material.events[one.offer]
        put = f"{material.names(one.by)} -> {material.names(one.to)}, {offer.kind}"
        came = [f"{answers[row].disposition} {acted(material.events[answers[row].answer])}" for row in one.answers]
        answered = f"answered by {', '.join(came)}" if came else "unanswered"
        return f"{put}, {offer.when.iso() if offer.when else 'undated'}, {one.status}, {answered}"

    return sorted(map(line, material.account.exchanges))


def test_the_sample_gives_what_it_gave(read_once: tuple[str, Material]) -> None:
    made = json.dumps(_summary(read_once[1]), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get(UPDATE):
        GOLDEN.write_text(made, "utf-8")
    assert made == GOLDEN.read_text("utf-8"), f"{UPDATE}=1 writes {GOLDEN.name} anew, if this is meant"


def test_the_readme_shows_the_sample(read_once: tuple[str, Material]) -> None:
    out = io.StringIO()
    write_rows(most_told(view("exchanges", read_once[1]), 6), "table", out, width=118)
    shown = f"```text\n$ rejoinder exchanges --top 6\n{out.getvalue()}```"
    before, mark, rest = README.read_text("utf-8").partition("<!-- sample -->")
    held, _, after = rest.partition(mark)
    if os.environ.get(UPDATE):
        README.write_text(f"{before}{mark}\n{shown}\n{mark}{after}", "utf-8")
        held = f"\n{shown}\n"
    assert held.strip() == shown, f"{UPDATE}=1 writes the sample in the README anew, if this is meant"


def test_the_golden_file_is_not_rewritten_where_it_is_checked() -> None:
    assert not (os.environ.get("CI") and os.environ.get(UPDATE)), f"{UPDATE} must not be set here"


@pytest.mark.parametrize(
    ("workers", "seed", "environment"),
    [
        (2, 1, {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu"}),
        (1, 2, {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C"}),
    ],
)
def test_nothing_but_the_articles_decides(
    read_once: tuple[str, Material], tmp_path: Path, workers: int, seed: int, environment: dict[str, str]
) -> None:
    assert _read(tmp_path / "record.db", workers=workers, seed=seed, **environment) == read_once[0]


def test_the_sample_holds_what_a_desk_wants(read_once: tuple[str, Material]) -> None:
    account = read_once[1].account
    assert {"Russia", "United States", "NATO"} <= {party.name for party in account.parties}
    assert any(event.n_origins > 1 for event in account.events)
    assert any(one.answers for one in account.exchanges)
    assert any(one.package for one in account.exchanges)
    assert account.disputes
