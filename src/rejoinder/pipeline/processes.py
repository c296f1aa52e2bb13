"""Processes of their own for work that takes long, which end with the process that started them."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process


def pool(workers: int) -> ProcessPoolExecutor:
    """So many processes, started afresh (never forked) when there is work for them.

    None outlives the process that started it, not even one that was killed and could tell nobody: a worker left behind
    would keep its memory for good, and whatever it had locked."""
    return ProcessPoolExecutor(
        max_workers=workers, mp_context=get_context("spawn"), initializer=_end_with_whoever_started_it
    )


def end(some: ProcessPoolExecutor) -> None:
    """End the processes at once, whatever they are at: what is half written is undone by the database."""
    working = [*(some._processes or {}).values()]  # there is no other way to them before Python 3.14
    some.shutdown(wait=False, cancel_futures=True)
    for process in working:
        process.terminate()


def _end_with_whoever_started_it() -> None:
    starter = parent_process()
    if starter is not None:
        threading.Thread(target=_end_after, args=(starter.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)  # at once: nobody is there to take a result, and what is half written is undone by the database
