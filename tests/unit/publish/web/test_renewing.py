"""The account made anew after judgements: it waits for whoever writes, and for nobody else."""

from __future__ import annotations

import sqlite3
from concurrent.futures import Future
from pathlib import Path

import pytest

from rejoinder.errors import BusyError, RecordError
from rejoinder.publish.web.renewing import Renewal
from rejoinder.record.database import in_words


@pytest.mark.parametrize(
    ("error", "ended"),
    [(BusyError("Somebody is at it."), False), (RecordError("It is being written on paper."), True)],
)
def test_what_is_busy_is_tried_again_and_what_is_broken_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: RecordError, ended: bool
) -> None:
    class Failing:
        def submit(self, *_given: object) -> Future[bool]:
            made: Future[bool] = Future()
            made.set_exception(error)
            return made

    renewal = Renewal(tmp_path / "record.db")
    monkeypatch.setattr(renewal, "_working", Failing)
    assert renewal._made() is ended


def test_a_locked_database_is_busy_and_a_broken_one_is_not(tmp_path: Path) -> None:
    with pytest.raises(BusyError), in_words(tmp_path):
        raise sqlite3.OperationalError("database is locked")
    with pytest.raises(RecordError) as caught, in_words(tmp_path):
        raise sqlite3.DatabaseError("database disk image is malformed")
    assert not isinstance(caught.value, BusyError)
