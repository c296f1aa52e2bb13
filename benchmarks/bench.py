"""Documents a second: `rejoinder read` beside a bare parser (spaCy's small English pipeline, all components).

    python -m benchmarks.bench [--documents 60] [--rounds 5] [--cores 1]

Both sides read the same texts on the same cores, in turns, each in a process of its own; the first turn of each warms
up and does not count. Printed and written to build/bench.json are medians; then, once and on one core, the processor
seconds of each stage of reading.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from benchmarks.sides import parsing, reading, stages
from benchmarks.texts import write_articles

RESULT = Path(__file__).parents[1] / "build/bench.json"


def turns(pipes: dict[str, Connection], rounds: int) -> dict[str, list[tuple[float, float, int]]]:
    """Seconds, peak memory and count of each turn of each side, the sides taking turns."""
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in pipes}
    for turn in range(rounds + 1):
        for name, pipe in pipes.items():
            pipe.send(True)
            answer = pipe.recv()
            if turn:
                taken[name].append(answer)
    return taken


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores", type=int, default=1)
    given = parser.parse_args()
    model = Path(os.environ["REJOINDER_MODEL"]) if "REJOINDER_MODEL" in os.environ else None
    spawn = get_context("spawn")
    with tempfile.TemporaryDirectory() as place:
        texts = write_articles(Path(place), given.documents)
        ends = {name: spawn.Pipe() for name in ("reading", "parsing")}
        workers = [
            spawn.Process(target=reading, args=(ends["reading"][1], Path(place), given.cores, model)),
            spawn.Process(target=parsing, args=(ends["parsing"][1], texts, given.cores)),
        ]
        for worker in workers:
            worker.start()
        pipes = {name: pair[0] for name, pair in ends.items()}
        taken = turns(pipes, given.rounds)
        for pipe in pipes.values():
            pipe.send(False)
        for worker in workers:
            worker.join()
        own, worker_end = spawn.Pipe()
        staged = spawn.Process(target=stages, args=(worker_end, Path(place), model))
        staged.start()
        worker_end.close()  # so that its end is the end of what can be received
        by_stage = own.recv()
        staged.join()
    seconds = {name: median(one[0] for one in rows) for name, rows in taken.items()}
    rate = {name: given.documents / value for name, value in seconds.items()}
    result = {
        "documents": given.documents,
        "words": sum(len(text.split()) for text in texts),
        "cores": given.cores,
        "docs_per_s": round(rate["reading"], 2),
        "parser_docs_per_s": round(rate["parsing"], 2),
        "ratio": round(rate["reading"] / rate["parsing"], 3),
        "peak_rss_mb": max(one[1] for one in taken["reading"]),
        "parser_peak_rss_mb": max(one[1] for one in taken["parsing"]),
        "stages": {stage: round(spent, 2) for stage, spent in by_stage.items()},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(f"{result['documents']} documents, {result['words']} words, {given.cores} core(s), medians of {given.rounds}")
    print(f"  rejoinder read   {rate['reading']:8.2f} documents/s   {result['peak_rss_mb']:8.1f} MB")
    print(f"  parser alone     {rate['parsing']:8.2f} documents/s   {result['parser_peak_rss_mb']:8.1f} MB")
    print(f"  ratio            {result['ratio']:8.3f}")
    whole = sum(by_stage.values())
    for stage, spent in by_stage.items():
        print(f"    {stage:16} {spent:8.2f} s  {spent / whole:6.1%}")


if __name__ == "__main__":
    main()
