"""What requests that are made to be too much cost the desk: status, memory, and how long others wait meanwhile.

python -m benchmarks.too_much RECORD [--gigabytes N]

Serves the record by `rejoinder serve` in a process of its own and sends it, one after the other: a body of N
gigabytes in chunks, a field of a gigabyte, a million fields, a head of 64 kB, JSON 30,000 deep, a packed body, a
thousand ranges, and 200 connections that dawdle. While they go on, /healthz is asked for. Needs Linux."""

from __future__ import annotations

import argparse
import contextlib
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

_FORM = b"application/x-www-form-urlencoded"


def post(length: bytes, media: bytes = _FORM) -> bytes:
    """The head of a request with a body."""
    return b"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + media + b"\r\n" + length + b"\r\n\r\n"


def answered(port: int, parts: Iterator[bytes], seconds: float = 60) -> int:
    """The status that comes back, however much of the request was taken."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=seconds) as asked:
        with contextlib.suppress(OSError):  # it may close before everything is sent
            for part in parts:
                asked.sendall(part)
        got = asked.recv(4_096)
        return int(got[9:12]) if got.startswith(b"HTTP/1.1 ") else 0
    return 0


def attacks(gigabytes: int) -> dict[str, Iterator[bytes]]:
    """The requests, in pieces."""
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    field = post(b"Content-Length: 1000000000", b"multipart/form-data; boundary=x")
    many = b"&".join([b"a=1"] * 1_000_000)
    deep = b"[" * 30_000 + b"]" * 30_000
    ranges = b",".join(b"%d-%d" % (n, n + 9_000) for n in range(1_000))
    font = b"GET /static/source-sans-3-latin-wght-normal.woff2 HTTP/1.1\r\nHost: localhost\r\nRange: bytes="
    return {
        f"{gigabytes} GB in chunks": chain([post(b"Transfer-Encoding: chunked")], repeat(chunk, gigabytes * 1024)),
        "a field of 1 GB": iter([field, *[b"x" * 0x100000] * 950]),
        "a million fields": iter([post(b"Content-Length: %d" % len(many)), many]),
        "a head of 64 kB": iter([b"GET /board HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 64_000 + b"\r\n\r\n"]),
        "JSON 30,000 deep": iter([post(b"Content-Length: %d" % len(deep), b"application/json"), deep]),
        "a packed body": iter([post(b"Content-Encoding: gzip\r\nContent-Length: 3"), b"abc"]),
        "a thousand ranges": iter([font + ranges + b"\r\n\r\n"]),
    }


def peak(process: int) -> int:
    """The most memory that a process has had, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"))
    return int(found[1]) // 1024 if found else 0


def dawdling(port: int) -> list[int]:
    """The statuses that 200 connections get which never end what they began."""
    slow = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in range(200)]
    for at, one in enumerate(slow):
        one.sendall(b"GET /board HTTP/1.1\r\nHo" if at % 2 else post(b"Content-Length: 100") + b"csrf=")
    return sorted({int(one.recv(4_096)[9:12]) for one in slow})


def main() -> None:
    """Serve, attack, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--gigabytes", type=int, default=10)
    given = parser.parse_args()
    command = [sys.executable, "-m", "rejoinder", "serve", str(given.record), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as desk:
        assert desk.stdout is not None
        found = re.search(r":(\d+)/", desk.stdout.readline())
        assert found
        port, waits, stop = int(found[1]), [0.0], threading.Event()
        health = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        while not answered(port, iter([health])):
            time.sleep(0.2)
        before = peak(desk.pid)

        def ask() -> None:
            while not stop.wait(0.1):
                begun = time.perf_counter()
                answered(port, iter([health]))
                waits.append(time.perf_counter() - begun)

        asking = threading.Thread(target=ask)
        asking.start()
        for name, parts in attacks(given.gigabytes).items():
            print(f"{name}: {answered(port, parts)}")
        print(f"200 that dawdle: {dawdling(port)}")
        most = peak(desk.pid)
        stop.set()
        asking.join()
        desk.terminate()
    print(f"memory: {before} MB before, {most - before} MB more at most")
    print(f"/healthz: {len(waits) - 1} asked, {max(waits):.2f} s at most")


if __name__ == "__main__":
    main()
