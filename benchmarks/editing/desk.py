"""A desk in a process of its own, and a client that speaks to it."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
_READY_S = 180  # on a machine with much else to do; what a start takes is measured


def rejoinder(*arguments: str) -> list[str]:
    """A command line that runs it."""
    return [sys.executable, "-c", "from rejoinder.publish.cli import main; main()", *arguments]


class Desk:
    """Started on a free port the first time, and on the same one after it was killed."""

    def __init__(self, record: Path, cache: Path) -> None:
        self._record = record
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environ = {**kept, "XDG_CACHE_HOME": str(cache)}  # an installed desk has its modules compiled
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    def start(self) -> float:
        """Seconds until it answered."""
        began = time.monotonic()
        command = rejoinder("serve", str(self._record), "--port", str(self.port), "--no-open")
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self._environ)
        assert self._process.stdout is not None
        found = _ADDRESS.search(self._process.stdout.readline())
        if found is None:
            raise RuntimeError("the desk did not start")
        self.port = int(found[1])
        while time.monotonic() - began < _READY_S:
            try:
                with Client(self.port) as client:
                    if client.get("/healthz")[0] == 200:
                        return time.monotonic() - began
            except OSError:
                time.sleep(0.02)
        self.stop()
        raise RuntimeError(f"the desk does not answer within {_READY_S} s")

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """As a machine without power would."""
        assert self._process is not None
        assert self._process.stdout is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process.stdout.close()

    def stop(self) -> None:
        """In order."""
        if self._process is None or self._process.stdout is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process.stdout.close()


class Client:
    """One who asks, over one connection; OSError where nobody answers."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: http.client.HTTPConnection | None = None
        self._token: dict[str, str] | None = None
        self._cookie = ""

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up; the next question takes another connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, path: str) -> tuple[int, Any]:
        """Status and answer."""
        kept = self._connection is not None
        try:
            return self._ask("GET", path, None, {"Accept": "application/json"})
        except OSError:
            if not kept:
                raise
            return self._ask("GET", path, None, {"Accept": "application/json"})  # a kept connection had been closed

    def post(self, path: str, body: Any, key: str) -> tuple[int, Any]:
        """Status and answer of an edit with this key. A desk that was started anew takes its own token only, so that
        a client whose token is refused asks for one once more."""
        for fresh in (self._token is None, True):
            token = self._admitted(fresh=fresh)
            headers = {"Content-Type": "application/json", "Accept": "application/json", "Idempotency-Key": key}
            status, answer = self._ask("POST", path, json.dumps(body), {**headers, **token})
            if status != 403 or fresh:
                break
        return status, answer

    def _admitted(self, *, fresh: bool) -> dict[str, str]:
        """The token that a change must bring, with its cookie."""
        if fresh or self._token is None:
            _status, session = self._ask("GET", "/session.json", None, {"Accept": "application/json"})
            self._token = {"X-CSRF-Token": session["csrf"], "Cookie": self._cookie}
        return self._token

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, Any]:
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            self._cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0] or self._cookie
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise OSError(str(error)) from error


def moves(client: Client, most: int = 20) -> list[str]:
    """Some lines that can be decided on."""
    return [str(row["id"]) for row in client.get(f"/moves.json?per_page={most}")[1]["rows"]]


def judged(client: Client) -> int:
    """How many judgements the record has."""
    return int(client.get("/audit.json")[1]["total"])
