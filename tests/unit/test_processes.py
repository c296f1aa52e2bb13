"""Work apart ends with whoever ordered it, however that one came to its end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from rejoinder.pipeline.processes import end, pool

_SCRIPT = """
import contextlib, pathlib, socket, time

def hold(port):
    with socket.create_connection(("127.0.0.1", int(port))) as held:
        held.sendall(b"at work")
        time.sleep(600)

def main(port):
    from rejoinder.pipeline.processes import pool
    from rejoinder.publish.web import renewing
    from rejoinder.publish.web.refusals import Refusal
    from rejoinder.publish.web.workshop import Workshop
    {ordered}
    time.sleep(600)

if __name__ == "__main__":
    main("{port}")
"""
_ORDERED = {
    "a pool": "started = pool(1); started.submit(hold, port)",
    "a cut of another day": (
        "workshop = Workshop()\n    with contextlib.suppress(Refusal): "
        "workshop.make(1_000_000, hold, (port,), there=lambda: False)"
    ),
    "the account after a judgement": (
        "renewing.renew_apart = hold; renewal = renewing.Renewal(pathlib.Path(port)); renewal.due(1_000_000)"
    ),
    "an account that is remembered": (
        "renewing.prepare_apart = hold; renewal = renewing.Renewal(pathlib.Path(port)); renewal.prepare('', 1_000_000)"
    ),
}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("ordered", _ORDERED)
def test_a_process_that_is_killed_leaves_none_behind(tmp_path: Path, ordered: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(60)
        script = tmp_path / "starting.py"
        script.write_text(_SCRIPT.format(ordered=_ORDERED[ordered], port=listening.getsockname()[1]), "utf-8")
        starter = subprocess.Popen([sys.executable, str(script)])
        try:
            worker, _address = listening.accept()
            with worker:
                worker.settimeout(30)
                assert worker.recv(100) == b"at work"
                os.kill(starter.pid, signal.SIGKILL)
                assert worker.recv(100) == b""  # its end closes what it held, while its sleep would take minutes
        finally:
            starter.kill()
            starter.wait()


def test_processes_that_are_ended_do_not_finish_what_they_are_at() -> None:
    working = pool(1)
    at_work = working.submit(time.sleep, 600)
    while not at_work.running():
        time.sleep(0.01)
    began = time.monotonic()
    end(working)
    with pytest.raises(BrokenProcessPool):
        at_work.result(timeout=60)
    assert time.monotonic() - began < 60
