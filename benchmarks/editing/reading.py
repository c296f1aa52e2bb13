"""One process reads articles in while readers ask: no answer mixes two states of the record."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.editing.desk import Client, Desk, rejoinder
from benchmarks.texts import write_articles

_READERS, _AT_ONCE = 8, 4


def readers_while_reading(desk: Desk, record: Path, folder: Path, seconds: float) -> dict[str, float]:
    """Readers ask for documents and their lines while batches of articles are read in, for so many seconds.

    A torn read is an answer in which a document has other lines than it says it has, or a list that is shorter than
    its own total."""
    stop = threading.Event()
    taken: list[float] = []
    faults: list[str] = []
    threads = [threading.Thread(target=_ask, args=(desk.port, at, stop, taken, faults)) for at in range(_READERS)]
    for thread in threads:
        thread.start()
    began, batches = time.monotonic(), 0
    while time.monotonic() - began < seconds:
        batch = folder / f"batch-{batches}"
        batch.mkdir(parents=True)
        _write(batch, batches)
        subprocess.run(
            rejoinder("read", str(batch), "--record", str(record), "--workers", "1"), check=True, capture_output=True
        )
        batches += 1
    stop.set()
    for thread in threads:
        thread.join()
    cuts = quantiles(taken, n=100) if len(taken) > 1 else [0.0] * 99
    return {
        "seconds": round(time.monotonic() - began, 1),
        "batches": batches,
        "reads": len(taken),
        "torn": len([fault for fault in faults if fault == "torn"]),
        "failed": len([fault for fault in faults if fault != "torn"]),
        "p50_ms": round(1000 * cuts[49], 1),
        "p99_ms": round(1000 * cuts[98], 1),
    }


def _write(batch: Path, number: int) -> None:
    """Articles that no batch before had."""
    write_articles(batch, _AT_ONCE)
    for path in sorted(batch.iterdir()):
        text = path.read_text("utf-8")
        path.write_text(f"{text}\n\nThis was batch {number}.\n", "utf-8")
        path.rename(path.with_name(f"b{number}-{path.name}"))


def _ask(port: int, at: int, stop: threading.Event, taken: list[float], faults: list[str]) -> None:
    asked = at
    with Client(port) as client:
        while not stop.is_set():
            try:
                status, listed = client.get("/documents.json?per_page=100")
                if status != 200:
                    faults.append(f"status {status}")
                    continue
                rows = listed["rows"]
                one = rows[asked % len(rows)]["id"]
                asked += 1
                began = time.monotonic()
                status, told = client.get(f"/document/{one}.json")
                taken.append(time.monotonic() - began)
                if status != 200:
                    faults.append(f"status {status}")
                elif _torn(told) or (listed["next"] is None and len(rows) != listed["total"]):
                    faults.append("torn")
            except OSError as error:
                faults.append(f"nobody answers: {error}")


def _torn(told: dict[str, dict[str, object]]) -> bool:
    declared = told["about"]["document"]
    assert isinstance(declared, dict)
    statements = told["about"]["statements"]
    assert isinstance(statements, list)
    if "n_moves" not in declared:  # not part of the account yet
        return bool(told["rows"] or statements)
    return len(told["rows"]) != declared["n_moves"] or len(statements) != declared["n_statements"]
