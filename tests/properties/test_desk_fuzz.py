"""Schemathesis asks a desk for users whatever its description allows and forbids, and finds nothing that fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from rejoinder.publish.clock import utc_now
from rejoinder.publish.web.access.policy import access_to
from rejoinder.publish.web.access.users import Users
from tests.invented import make_record
from tests.properties.desk import CASES
from tests.unit.publish.web.serving import listening, said, status

_CONFIG = Path(__file__).with_name("schemathesis.toml")
_ROUTES = 90  # about so many


def test_nothing_that_is_asked_makes_it_fail(tmp_path: Path) -> None:
    with Users(tmp_path / "users.db", utc_now) as users:
        admin = users.add("admin", "admin", password="four plain words here")
        token = users.begin(admin, "token")
        access = access_to("127.0.0.1", names=["localhost"], users=users.path, local="me", secure=False, clock=utc_now)
        with listening(make_record(tmp_path)[0], tmp_path / "cuts", access) as port:
            _described(token, port)
            options = _options(token, port)
            environ = {**os.environ, "SCHEMATHESIS_HOOKS": "schemathesis_hooks", "PYTHONPATH": str(_CONFIG.parent)}
            run = subprocess.run(
                [sys.executable, "-m", "schemathesis.cli", *options],
                capture_output=True,
                text=True,
                cwd=tmp_path,
                env=environ,
            )
    assert run.returncode == 0, run.stdout[-8_000:] + run.stderr[-2_000:]
    counted = re.search(r"(\d+) generated", run.stdout)
    assert counted, run.stdout[-2_000:]
    assert int(counted[1]) >= (CASES or 40)
    sys.stdout.write(f"schemathesis: {counted[1]} cases, 0 failures\n")


def _described(token: str, port: int) -> None:
    """Have the description made before anybody waits for it."""
    asked = (
        f"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
    )
    assert status(said(port, asked.encode(), seconds=120)) == 200


# A name that could be a party's need not be one of this record: that is 400, with the nearest names. So that a valid
# request may be refused is no failure.
_LEFT_OUT = "positive_data_acceptance"


def _options(token: str, port: int) -> list[str]:
    address = f"http://127.0.0.1:{port}/openapi.json"
    most = ["--max-examples", str(max(1, CASES // _ROUTES + 4))]
    asked = ["--checks", "all", "--exclude-checks", _LEFT_OUT, "--seed", "7", "--request-timeout", "60"]
    asked += ["--suppress-health-check", "all"]  # the machine may be busy
    some = ["--phases", "fuzzing,stateful"]
    if not CASES:  # one form of each page is enough for every day
        some = ["--phases", "fuzzing", "--include-path-regex", r"json|login|healthz|account"]
    header = ["--header", f"Authorization: Bearer {token}"]
    return ["--config-file", str(_CONFIG), "run", address, *header, *most, *asked, *some]
