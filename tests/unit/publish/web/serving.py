"""A desk that listens, for tests that speak to its socket."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.application import create_app
from rejoinder.publish.web.serving import bound, server_of


@contextlib.contextmanager
def listening(record: Path, cache: Path, access: Access | None = None) -> Iterator[int]:
    """The port of a desk that is served by a thread of this process."""
    with bound("127.0.0.1", 0) as found:
        server = server_of(create_app(record, cache=cache, access=access))
        thread = threading.Thread(target=_run, args=(server, found), daemon=True)
        thread.start()
        waited = threading.Event()
        while not server.started:
            waited.wait(0.02)
        try:
            yield found.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(10)


def _run(server: uvicorn.Server, found: socket.socket) -> None:
    asyncio.run(server.serve(sockets=[found]))


def said(port: int, request: bytes, *, then: bytes = b"", seconds: float = 60) -> bytes:
    """What comes back for these bytes until the other side closes or falls silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as asked:
        with contextlib.suppress(OSError):  # it may close before everything is sent
            asked.sendall(request)
            asked.sendall(then)
        got = b""
        with contextlib.suppress(OSError):
            while part := asked.recv(65_536):
                got += part
        return got


def status(answer: bytes) -> int:
    """The status of an answer; 0 where there is none."""
    return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0
