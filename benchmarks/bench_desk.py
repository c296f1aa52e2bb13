"""How long pages of the desk take over a large record, for many readers at once, while it is read into.

    python -m benchmarks.bench_desk [--moves 100000] [--readers 20] [--seconds 60] [--pause 1.0] [--nice 0]

A copy of the record is served by `rejoinder serve` in a process of its own; another one reads articles into it all the
while. The readers are threads of this process: each asks for a page chosen by a seed (its filter, order, exchange or
words too, so that few are asked for twice), waits for all of it, and pauses as somebody who looks at it would. Times
are those of whole answers, waiting in the server included, as the client sees them; `cpu_ms` is what the server itself
worked for a page, one asked after another, whatever else the machine does. Written to build/bench-desk.json, too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.large_record import BUILD, SEED, kept
from benchmarks.readers import PAGES, Asking, fetch
from benchmarks.running import Desk, reading_into, serving

RESULT = BUILD / "bench-desk.json"
MEDIAN_MS, P95_MS, COLD_S = 150, 400, 1.0


def first_page(record: Path, page: str) -> tuple[float, float]:
    """Seconds until a desk that was just started listens, and from there to its first page."""
    began = time.perf_counter()
    with serving(record) as desk:
        listens = time.perf_counter()
        fetch(desk.address + page)
        return listens - began, time.perf_counter() - listens


def measured(address: str, readers: int, seconds: float, pause: float) -> dict[str, list[float]]:
    """Milliseconds of every answer, by page."""
    asking = Asking.of(address)
    taken: dict[str, list[float]] = defaultdict(list)
    until = time.perf_counter() + seconds

    def reader(number: int) -> None:
        for page, path, wait in asking.way(number, pause):
            began = time.perf_counter()
            if began > until:
                return
            fetch(address + path)
            taken[page].append((time.perf_counter() - began) * 1000)
            time.sleep(wait)

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def worked(desk: Desk, count: int = 15) -> dict[str, float]:
    """Milliseconds of processor time that the desk takes for a page, by page, one asked after another."""
    asking = Asking.of(desk.address)
    found: dict[str, float] = {}
    for page in PAGES:
        way = (path for at, path, _wait in asking.way(-1, 0) if at == page)
        began = desk.processor_s()
        for _ in range(count):
            fetch(desk.address + next(way))
        found[page] = round((desk.processor_s() - began) / count * 1000, 1)
    return found


def summary(taken: dict[str, list[float]]) -> dict[str, dict[str, float]]:
    """Count, median and 95th percentile of each page."""
    return {
        page: {
            "n": len(taken[page]),
            "median_ms": round(median(taken[page]), 1),
            "p95_ms": round(quantiles(taken[page], n=20)[-1], 1),
        }
        for page in PAGES
        if len(taken.get(page, ())) > 1
    }


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds that a reader looks at a page")
    parser.add_argument("--nice", type=int, default=0, help="by how much the read gives way to others")
    given = parser.parse_args()
    made = kept(given.moves, given.seed)
    result: dict[str, Any] = {**vars(given), "cores": os.cpu_count(), "load_before": round(os.getloadavg()[0], 2)}
    with tempfile.TemporaryDirectory(dir=BUILD) as place:
        record = Path(place) / "record.db"
        shutil.copyfile(made, record)
        result["cold"] = {
            page: dict(zip(("listens_s", "first_page_s"), map(_rounded, first_page(record, path)), strict=True))
            for page, path in (("board", "/board"), ("timeline", "/timeline"))
        }
        with serving(record) as desk, reading_into(record, Path(place), given.nice) as read:
            result["cpu_ms"] = worked(desk)
            result["pages"] = summary(measured(desk.address, given.readers, given.seconds, given.pause))
            result["reading_all_the_while"] = read.poll() is None
    result["load_after"] = round(os.getloadavg()[0], 2)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    _show(result)


def _rounded(value: float) -> float:
    return round(value, 3)


def _show(result: dict[str, Any]) -> None:
    print(
        f"{result['moves']} moves, {result['readers']} readers, pause {result['pause']} s, {result['cores']} cores, "
        f"load {result['load_before']} before and {result['load_after']} after; "
        f"a read {'ran all the while' if result['reading_all_the_while'] else 'ENDED BEFORE THE READERS'}"
    )
    for page, one in result["cold"].items():
        print(f"  {page:10} cold   first page {one['first_page_s']:6.2f} s (target {COLD_S:.0f}), "
              f"started in {one['listens_s']:.2f} s")  # fmt: skip
    for page, one in result["pages"].items():
        met = "met" if one["median_ms"] <= MEDIAN_MS and one["p95_ms"] <= P95_MS else "MISSED"
        print(f"  {page:10} median {one['median_ms']:8.1f} ms   p95 {one['p95_ms']:8.1f} ms   of {one['n']:4}   {met}; "
              f"processor {result['cpu_ms'][page]:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
