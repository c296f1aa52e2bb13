"""How long it takes until a judgement shows on the pages of a large record.

    python -m benchmarks.judging [--moves 10000] [--times 3]

Acts are corrected one after another, on a desk over a copy of the record of `benchmarks.large_record`. Printed and
written to build/judging.json: how long the answer took, how long until the pages showed it, and how long a processor
was at work for each (the start of the desk included), which does not depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import tempfile
import time
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
        time.sleep(1)
    return answered, time.monotonic() - began


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        record = Path(shutil.copy(kept(given.moves), Path(place) / "record.db"))
        desk = Desk(record, Path(place) / "cache")
        desk.start()
        try:
            with Client(desk.port) as client:
                lines = client.get(f"/moves.json?kind=propose&per_page={given.times}")[1]["rows"]
                taken = [shown_after(client, line["id"], line["document_id"], "demand") for line in lines]
        finally:
            desk.stop()
    work = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {
        "moves": given.moves,
        "answered_s": round(median(answered for answered, _shown in taken), 2),
        "shown_s": round(median(shown for _answered, shown in taken), 1),
        "slowest_s": round(max(shown for _answered, shown in taken), 1),
        "processor_s_each": round((work.ru_utime + work.ru_stime) / len(taken), 1),
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(", ".join(f"{figure} {value}" for figure, value in found.items()))


if __name__ == "__main__":
    main()
