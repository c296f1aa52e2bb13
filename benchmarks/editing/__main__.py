"""The desk under several hands.

    python -m benchmarks.editing [--seconds 6] [--edits 120] [--kills 2] [--articles 6]

For the whole measure: --seconds 60 --edits 600 --kills 10. Printed and written to build/editing.json; it fails where an
edit is lost or doubled, a read is torn or fails, or a refusal or a start takes too long.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.editing.conflicts import second_writer, two_editors
from benchmarks.editing.desk import Desk, rejoinder
from benchmarks.editing.kills import killed_under_load
from benchmarks.editing.reading import readers_while_reading
from benchmarks.texts import write_articles

_NONE = ("lost", "other", "conflicts_without_version", "duplicates", "torn", "failed")
_AT_MOST_S = {"seconds_to_refuse": 2, "slowest_start_s": 5}
RESULT = Path(__file__).parents[2] / "build/editing.json"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--edits", type=int, default=120)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--articles", type=int, default=6)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "articles").mkdir()
        write_articles(folder / "articles", given.articles)
        record = folder / "record.db"
        read = rejoinder("read", str(folder / "articles"), "--record", str(record), "--workers", "1")
        subprocess.run(read, check=True, capture_output=True)
        desk = Desk(record, folder / "cache")
        desk.start()
        try:
            found = {
                "two_editors": two_editors(desk, given.edits),
                "second_writer": second_writer(record),
                "killed_under_load": killed_under_load(desk, given.kills, max(20, given.edits // 6)),
                "readers_while_reading": readers_while_reading(desk, record, folder / "batches", given.seconds),
            }
        finally:
            desk.stop()
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    for name, figures in found.items():
        print(f"{name}: " + ", ".join(f"{figure} {value}" for figure, value in figures.items()))
    if broken := [f"{name}: {figure} {value}" for name, figure, value in _amiss(found)]:
        raise SystemExit("This must not be: " + "; ".join(broken))


def _amiss(found: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str, float]]:
    for name, figures in found.items():
        for figure, value in figures.items():
            if abs(value) > (0 if figure in _NONE else _AT_MOST_S.get(figure, math.inf)):
                yield name, figure, value


if __name__ == "__main__":
    main()
