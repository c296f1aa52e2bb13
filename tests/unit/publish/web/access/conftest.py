"""A desk with users, and browsers of each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fastapi import FastAPI
from itsdangerous import Signer
from starlette.testclient import TestClient

from rejoinder.publish.web.access.people import ROLES
from rejoinder.publish.web.access.policy import Access, access_to
from rejoinder.publish.web.access.users import Users
from rejoinder.publish.web.application import create_app
from tests.invented import NOW

NAME = "desk.example.org"
THERE = f"http://{NAME}"
PASSWORD = "four plain words here"
WHO = ("anonymous", *ROLES, "expired", "forged")


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: dt.datetime = NOW

    def __call__(self) -> dt.datetime:
        """What it shows."""
        return self.now


@dataclass
class Guarded:
    """A desk for users only."""

    app: FastAPI
    access: Access
    clock: Clock
    users: Users
    sessions: dict[str, str] = field(default_factory=dict)

    def browser(self, who: str) -> TestClient:
        """A browser in which this user has signed in (or nobody, or somebody by a session that does not hold)."""
        client = TestClient(self.app, base_url=THERE, follow_redirects=False)
        if who in ROLES:
            client.cookies.set("rejoinder_session_80", self.signed(who), domain=NAME)
        elif who != "anonymous":
            client.cookies.set("rejoinder_session_80", self.sessions[who], domain=NAME)
        return client

    def signed(self, name: str) -> str:
        """The cookie of a new session."""
        user = next(user for user, _added, _n in self.users.listed() if user.name == name)
        return Signer(self.access.key, salt="session").sign(self.users.begin(user)).decode()


@pytest.fixture(scope="session")
def guarded(desk_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A desk with a reader, an editor and an admin; no test may change its record."""
    with guarding(desk_file, tmp_path_factory.mktemp("guarded")) as found:
        yield found


@contextmanager
def guarding(record: Path, folder: Path) -> Iterator[Guarded]:
    """A desk over this record with a reader, an editor and an admin."""
    clock = Clock()
    with Users(folder / "users.db", clock) as users:
        made = {role: users.add(role, role, password=PASSWORD) for role in ROLES}
        access = access_to("0.0.0.0", names=[NAME], users=users.path, local="me", secure=False, clock=clock)
        app = create_app(record, cache=folder / "cuts", access=access)
        found = Guarded(app=app, access=access, clock=clock, users=users)
        clock.now = NOW - dt.timedelta(hours=13)
        found.sessions["expired"] = found.signed("admin")
        clock.now = NOW
        token = users.begin(made["admin"])
        found.sessions["forged"] = Signer(b"another key", salt="session").sign(token).decode()
        with TestClient(app, base_url=THERE):
            yield found
