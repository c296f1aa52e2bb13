"""A desk that is killed while edits come in: each edit is there once, however often it was sent."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field

from benchmarks.editing.desk import Client, Desk, judged, moves

_CLIENTS, _LINES = 2, 20


def killed_under_load(desk: Desk, kills: int, edits: int) -> dict[str, float]:
    """Clients send edits, each until it is acknowledged, while the desk is killed and started again so many times.

    RuntimeError where the desk refuses an edit for good, or does not start again."""
    with Client(desk.port) as client:
        lines, before = moves(client, _LINES), judged(client)
    load = _Load(desk=desk, lines=lines, edits=edits)
    threads = [threading.Thread(target=load.run, args=(number,)) for number in range(_CLIENTS)]
    for thread in threads:
        thread.start()
    draw, ready = random.Random(7), []
    try:
        for kill in range(kills):
            while any(thread.is_alive() for thread in threads) and len(load.done) < (kill + 1) * _CLIENTS * edits // (
                kills + 1
            ):
                time.sleep(0.005)
            time.sleep(draw.random() * 0.05)
            desk.kill()
            ready.append(desk.start())
    except BaseException:
        load.stop.set()
        raise
    finally:
        for thread in threads:
            thread.join()
    if load.refused:
        raise RuntimeError(f"the desk refuses edits: {load.refused[0]}")
    with Client(desk.port) as client:
        added = judged(client) - before
    return {
        "edits": len(load.done),
        "sent": load.sent,
        "kills": kills,
        "slowest_start_s": round(max(ready, default=0.0), 2),
        "duplicates": added - len(load.done),
    }


@dataclass(eq=False, kw_only=True)
class _Load:
    """Clients that send edits, and what came of it. One refusal that waiting does not cure stops all of them."""

    desk: Desk
    lines: list[str]
    edits: int
    done: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    sent: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, number: int) -> None:
        """Send the edits of one client, each until it is acknowledged."""
        own = self.lines[number::_CLIENTS]
        with Client(self.desk.port) as client:
            for at in range(self.edits):
                self._send(client, f"kill-{number}-{at}", own[at % len(own)])

    def _send(self, client: Client, key: str, line: str) -> None:
        version: int | None = None  # that before the first try: a retry is the same edit
        while not self.stop.is_set():
            try:
                if version is None:
                    version = int(client.get(f"/audit.json?line={line}&per_page=1")[1]["total"])
                with self.lock:
                    self.sent += 1
                body = {"decision": "right", "subjects": [line], "version": version}
                status, answer = client.post("/judgements", body, key)
            except OSError:
                self.stop.wait(0.05)
                continue
            if status in (200, 201):
                self.done.append(key)
                return
            if status != 503:
                self.refused.append(f"{status} {answer}")
                self.stop.set()
