"""Two editors of the same lines, and a second process that would write."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from pathlib import Path
from statistics import median

from benchmarks.editing.desk import Client, Desk, judged, moves, rejoinder
from rejoinder.record.lock import WriterLock

_LINES = 20


def two_editors(desk: Desk, edits: int) -> dict[str, float]:
    """Two clients decide on the same few lines, each by the version that it last saw, so that they conflict.

    What was acknowledged must be in the audit, no more and no less; a conflict tells the version that holds."""
    with Client(desk.port) as client:
        lines, before = moves(client, _LINES), judged(client)
    outcomes: list[tuple[int, float]] = []
    unsaid: list[str] = []
    start = threading.Barrier(2)
    threads = [
        threading.Thread(target=_edit, args=(desk.port, name, lines, edits // 2, (start, outcomes, unsaid)))
        for name in ("one", "other")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Client(desk.port) as client:
        added = judged(client) - before
    committed = sum(status == 201 for status, _s in outcomes)
    return {
        "edits": len(outcomes),
        "committed": committed,
        "conflicts": sum(status == 409 for status, _s in outcomes),
        "other": sum(status not in (201, 409) for status, _s in outcomes),
        "lost": committed - added,
        "conflicts_without_version": len(unsaid),
        "median_ms": round(1000 * median(seconds for _status, seconds in outcomes), 1),
    }


def _edit(
    port: int,
    name: str,
    lines: list[str],
    edits: int,
    shared: tuple[threading.Barrier, list[tuple[int, float]], list[str]],
) -> None:
    start, outcomes, unsaid = shared
    with Client(port) as client:
        seen = {line: int(client.get(f"/audit.json?line={line}&per_page=1")[1]["total"]) for line in lines}
        start.wait()
        for at in range(edits):
            line = lines[at % len(lines)]
            body = {"decision": ("right", "unsure")[at % 2], "subjects": [line], "version": seen[line]}
            began = time.monotonic()
            status, answer = client.post("/judgements", body, f"{name}-{at}")
            outcomes.append((status, time.monotonic() - began))
            if status == 201:
                seen[line] = answer["versions"][line]
            elif status == 409 and answer.get("current", {}).get(line, -1) > seen[line]:
                seen[line] = answer["current"][line]
            else:
                unsaid.append(f"{status} {answer}")


def second_writer(record: Path) -> dict[str, float]:
    """How long a second process takes to say that the record is being written, and whether it names the holder."""
    with WriterLock.take(record):
        holder = (record.parent / f"{record.name}.lock").read_text().strip()
        began = time.monotonic()
        done = subprocess.run(
            rejoinder("judgements", "import", "-", "--record", str(record)),
            input="",
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.monotonic() - began
    named = re.search(rf"\bprocess {holder}\b", done.stderr) is not None
    return {"exit_code": done.returncode, "names_holder": int(named), "seconds_to_refuse": round(seconds, 2)}
