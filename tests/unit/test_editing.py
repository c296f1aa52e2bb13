"""The measure of the desk under several hands: its clients are admitted, and it ends where the desk refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.editing.conflicts import two_editors
from benchmarks.editing.desk import Client, Desk, judged, moves
from benchmarks.editing.kills import killed_under_load
from rejoinder.publish.web.access.people import User
from rejoinder.publish.web.access.policy import Access
from tests.invented import make_record
from tests.unit.publish.web.serving import listening


class Served(Desk):
    """A desk of this process, that nobody kills."""

    def __init__(self, port: int) -> None:
        self.port = port


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path)[0]


@pytest.fixture
def desk(record: Path, tmp_path: Path) -> Iterator[Desk]:
    with listening(record, tmp_path / "cuts") as port:
        yield Served(port)


def test_an_edit_is_taken_and_taken_once(desk: Desk) -> None:
    with Client(desk.port) as client:
        body = {"decision": "right", "subjects": moves(client)[:1], "version": 0}
        assert [client.post("/judgements", body, "one")[0] for _ in range(2)] == [201, 200]
        assert judged(client) == 1


def test_a_client_of_a_desk_that_was_started_anew_is_admitted_again(record: Path, tmp_path: Path) -> None:
    with listening(record, tmp_path / "one") as port:
        client = Client(port)
        line = moves(client)[0]
        client.post("/judgements", {"decision": "right", "subjects": [line], "version": 0}, "one")
    with listening(record, tmp_path / "two") as port:
        client._port = port
        client.close()
        with client:
            assert client.post("/judgements", {"decision": "unsure", "subjects": [line], "version": 1}, "two")[0] == 201


def test_editors_of_the_same_lines_conflict_and_lose_nothing(desk: Desk) -> None:
    found = two_editors(desk, 40)
    assert (found["other"], found["lost"], found["conflicts_without_version"]) == (0, 0, 0)
    assert found["committed"] + found["conflicts"] == 40


def test_a_refusal_ends_the_measure(record: Path, tmp_path: Path) -> None:
    reader = Access(local=User(name="reader", role="reader", local=True))
    with listening(record, tmp_path / "cuts", reader) as port, pytest.raises(RuntimeError, match="403"):
        killed_under_load(Served(port), kills=0, edits=5)


def test_each_edit_is_there_once_though_the_desk_is_killed(record: Path, tmp_path: Path) -> None:
    desk = Desk(record, tmp_path / "cuts")
    desk.start()
    try:
        found = killed_under_load(desk, kills=1, edits=6)
    finally:
        desk.stop()
    assert (found["edits"], found["duplicates"]) == (12, 0)
