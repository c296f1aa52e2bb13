"""The commands of rejoinder as processes of their own: the desk, and a read that goes on while others look."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from benchmarks.readers import fetch
from benchmarks.texts import write_articles

_ARTICLES = 400
_BEGINS_S = 25  # by then the first of them are being read


def _command(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "rejoinder", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that answers."""

    address: str
    process: subprocess.Popen[bytes]

    def processor_s(self) -> float:
        """Seconds for which its process has worked (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def serving(record: Path) -> Iterator[Desk]:
    """The desk over the record, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with _ended(_command("serve", str(record), "--no-open", "--port", str(port))) as process:
        while True:
            try:
                fetch(f"{address}/healthz")
                break
            except (URLError, ConnectionError):
                if process.poll() is not None:
                    raise RuntimeError("the desk did not start") from None
                time.sleep(0.02)
        yield Desk(address, process)


@contextmanager
def reading_into(record: Path, folder: Path, nice: int) -> Iterator[subprocess.Popen[bytes]]:
    """A read of many articles into the record, under way."""
    articles = folder / "articles"
    articles.mkdir()
    write_articles(articles, _ARTICLES)
    with _ended(_command("read", str(articles), "--workers", "1", "--record", str(record))) as process:
        os.setpriority(os.PRIO_PROCESS, process.pid, nice)
        time.sleep(_BEGINS_S)
        yield process
