"""How long it takes until a judgement shows on the pages of a large record.

    python -m benchmarks.judging [--moves 10000] [--times 3] [--after 0]

Acts are corrected one after another, on a desk over a copy of the record of `benchmarks.large_record`. Printed and
written to build/judging.json: how long the answer took, how long until the pages showed it (the first time, and in the
median and at most of the others), and how long a processor was at work for the first and for each of the others, which
does not depend on what else the machine does. With `--after` the page of review is opened
first, as whoever decides does, and so many seconds are spent on reading it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.editing.desk import Client, Desk
from benchmarks.large_record import BUILD, kept

RESULT = BUILD / "judging.json"
_LONGEST_S = 3_600.0


def shown_after(client: Client, move: str, document: str, kind: str) -> tuple[float, float]:
    """Seconds until a correction of the kind was answered, and until the pages showed it."""
    began = time.monotonic()
    body = {"decision": "corrected", "subjects": [move], "version": 0, "corrections": {"kind": kind}}
    status, answer = client.post("/judgements", body, f"judging-{move}")
    answered = time.monotonic() - began
    if status != 201:
        raise RuntimeError(f"the desk refuses the judgement: {status} {answer}")
    while kind not in (row["kind"] for row in client.get(f"/document/{document}.json")[1]["rows"] if row["id"] == move):
        if time.monotonic() - began > _LONGEST_S:
            raise RuntimeError("the judgement does not show")
        time.sleep(0.2)
    return answered, time.monotonic() - began


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds until a judgement was answered, until it was shown, and for how long processors were at work for it."""

    answered: float
    shown: float
    worked: float


def _measured(client: Client, desk: int, line: dict[str, str]) -> Measured:
    before = _worked(desk)
    answered, shown = shown_after(client, line["id"], line["document_id"], "demand")
    return Measured(answered=answered, shown=shown, worked=_worked(desk) - before)


def _worked(process: int) -> float:
    """For how many seconds a processor has been at work for a process and all that it has started (Linux)."""
    parents: dict[int, int] = {}
    work: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        parents[int(stat.parent.name)] = int(fields[1])
        work[int(stat.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def inside(one: int) -> bool:
        return one == process or (one in parents and inside(parents[one]))

    return sum(seconds for one, seconds in work.items() if inside(one))


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--after", type=float, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        record = Path(shutil.copy(kept(given.moves), Path(place) / "record.db"))
        desk = Desk(record, Path(place) / "cache")
        desk.start()
        try:
            with Client(desk.port) as client:
                lines = client.get(f"/moves.json?kind=propose&per_page={given.times}")[1]["rows"]
                if given.after:
                    client.get("/review.json")
            time.sleep(given.after)
            with Client(desk.port) as client:
                taken = [_measured(client, desk.pid, line) for line in lines]
        finally:
            desk.stop()
    first, others = taken[0], taken[1:]
    found = {
        "moves": given.moves,
        "read_before_s": given.after,
        "answered_s": round(median(one.answered for one in taken), 2),
        "first_shown_s": round(first.shown, 1),
        "first_processor_s": round(first.worked, 1),
    }
    if others:
        found |= {
            "shown_s": round(median(one.shown for one in others), 1),
            "slowest_s": round(max(one.shown for one in others), 1),
            "processor_s_each": round(median(one.worked for one in others), 1),
        }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(", ".join(f"{figure} {value}" for figure, value in found.items()))


if __name__ == "__main__":
    main()
