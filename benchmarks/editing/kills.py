"""A desk that is killed while edits come in: each edit is there once, however often it was sent."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator

from benchmarks.editing.desk import Client, Desk, judged, moves

_CLIENTS, _LINES = 2, 20


def killed_under_load(desk: Desk, kills: int, edits: int) -> dict[str, float]:
    """Clients send edits, each until it is acknowledged, while the desk is killed and started again so many times."""
    client = Client(desk.port)
    lines, before = moves(client, _LINES), judged(client)
    done: list[str] = []
    sent = [0]
    threads = [threading.Thread(target=_send, args=(desk, n, lines, edits, done, sent)) for n in range(_CLIENTS)]
    for thread in threads:
        thread.start()
    draw, ready = random.Random(7), []
    for kill in range(kills):
        while len(done) < (kill + 1) * _CLIENTS * edits // (kills + 1) and any(t.is_alive() for t in threads):
            time.sleep(0.005)
        time.sleep(draw.random() * 0.05)
        desk.kill()
        ready.append(desk.start())
    for thread in threads:
        thread.join()
    return {
        "edits": len(done),
        "sent": sent[0],
        "kills": kills,
        "slowest_start_s": round(max(ready, default=0.0), 2),
        "duplicates": judged(Client(desk.port)) - before - len(done),
    }


def _send(desk: Desk, number: int, lines: list[str], edits: int, done: list[str], sent: list[int]) -> None:
    client = Client(desk.port)
    own = lines[number::_CLIENTS]
    for at in range(edits):
        key, line = f"kill-{number}-{at}", own[at % len(own)]
        for version in _versions(client, line):
            try:
                sent[0] += 1
                body = {"decision": "right", "subjects": [line], "version": version}
                status, _answer = client.post("/judgements", body, key)
            except OSError:
                time.sleep(0.05)
                continue
            if status in (200, 201):
                done.append(key)
                break


def _versions(client: Client, line: str) -> Iterator[int]:
    """The version before the first try, again and again: a retry is the same edit."""
    while True:
        try:
            version = len(client.get(f"/audit.json?line={line}&per_page=100")[1]["rows"])
            break
        except OSError:
            time.sleep(0.05)
    while True:
        yield version
