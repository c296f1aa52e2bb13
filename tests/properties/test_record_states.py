"""A record against a plain model of it, through any sequence of writing, reading again, closing and reopening."""

import datetime as dt
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rejoinder.errors import UsageError
from rejoinder.record.store import Record
from tests.unit.record.samples import (
    ACCOUNT,
    DOCUMENTS,
    EXTRACTIONS,
    NOON,
    clock,
    document,
    extraction,
    judgement,
    open_record,
    problem,
)

POOL = (*DOCUMENTS, document("\0\ud800", "odd.txt"), document("", "empty.txt", dt.date(2031, 2, 9)))
READINGS = (*EXTRACTIONS, *(extraction(told) for told in POOL))
ACCOUNTS = (ACCOUNT, replace(ACCOUNT, disputes=(), as_of=None), replace(ACCOUNT, coverage=(), positions=()))
JUDGEMENTS = [judgement(f"{n:04}", "event-x", hours=n) for n in range(3)]
JUDGEMENTS += [judgement(f"{n + 3:04}", withdraws=f"judgement-{n:04}", hours=n + 3) for n in range(3)]


class RecordStates(RuleBasedStateMachine):
    """`empty` is a new record that every run begins with a copy of: making one takes half a second."""

    empty: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "r.db"
        shutil.copy(self.empty, self.path)
        self.hours = 0
        self.record = self.opened()
        self.documents: dict[str, Any] = {}
        self.readings: dict[tuple[str, str], Any] = {}
        self.judgements: dict[str, Any] = {}
        self.problems: dict[str, set[Any]] = {}
        self.account: Any = None

    def opened(self) -> Record:
        return open_record(self.path, create=False, at=lambda: NOON + dt.timedelta(hours=self.hours))

    def teardown(self) -> None:
        if hasattr(self, "record"):
            self.record.close()
            shutil.rmtree(self.folder)

    @rule(told=st.sampled_from(POOL), name=st.sampled_from(["", "b.txt", "b.txt#1"]))
    def add(self, told: Any, name: str) -> None:
        told = replace(told, name=name or told.name)
        added = self.record.add_document(told, told.raw.encode("utf-8", "surrogatepass"))
        assert added == (told.id not in self.documents)
        self.documents.setdefault(told.id, told)

    @rule(read=st.sampled_from(READINGS), reader=st.sampled_from(["reader-1", "reader-2"]))
    def read(self, read: Any, reader: str) -> None:
        if read.document_id in self.documents:
            self.record.put_extraction(reader, read)
            self.readings[read.document_id, reader] = read
        else:
            with pytest.raises(UsageError):
                self.record.put_extraction(reader, read)

    @rule(account=st.sampled_from(ACCOUNTS))
    def consolidate(self, account: Any) -> None:
        self.record.put_account(account)
        self.account = account

    @rule(made=st.sampled_from(JUDGEMENTS))
    def judge(self, made: Any) -> None:
        if made.withdraws is not None and made.withdraws not in self.judgements and made.id not in self.judgements:
            with pytest.raises(UsageError):
                self.record.add_judgement(made)
        else:
            assert self.record.add_judgement(made) == (made.id not in self.judgements)
            self.judgements[made.id] = made

    @rule(run=st.sampled_from(["1", "2"]), source=st.sampled_from(["a.pdf", "b.pdf"]))
    def trouble(self, run: str, source: str) -> None:
        found = self.problems.setdefault(run, set())
        assert self.record.add_problems(run, [problem(source)]) == (problem(source) not in found)
        found.add(problem(source))

    @rule(hours=st.integers(-2, 30))
    def reopen(self, hours: int) -> None:
        digest = self.record.digest()
        self.record.close()
        self.hours = hours
        self.record = self.opened()
        assert self.record.digest() == digest

    @rule(day=st.dates(dt.date(2031, 1, 30), dt.date(2031, 2, 12)))
    def look_back(self, day: dt.date) -> None:
        published = {told.id: told.metadata.published for told in self.documents.values()}
        known = {told for told, when in published.items() if when is None or when.first <= day}
        assert {told.id for told in self.record.snapshot("reader", day).documents} == known

    @precondition(lambda self: self.documents)
    @rule(data=st.data())
    def look_up(self, data: Any) -> None:
        told = data.draw(st.sampled_from(sorted(self.documents.values(), key=lambda one: one.id)))
        assert self.record.find(told.id[:12]).row == self.record.document(told.id) == told

    @invariant()
    def it_is_what_was_put_there(self) -> None:
        assert {told.id: told for told in self.record.documents()} == self.documents
        for (told, reader), read in self.readings.items():
            assert self.record.extraction(told, reader) == read
        assert self.record.account() == self.account
        assert self.record.judgements() == tuple(sorted(self.judgements.values(), key=lambda one: one.made_at))
        assert set(self.record.problems()) == set().union(*self.problems.values())
        assert {fault.code for fault in self.record.verify()} <= {"outdated"}


def test_any_sequence_of_steps(tmp_path: Path) -> None:
    Record.open(tmp_path / "empty.db", create=True, clock=clock).close()
    machine = type("Started", (RecordStates,), {"empty": tmp_path / "empty.db"})
    case = machine.TestCase
    case.settings = settings(max_examples=12, stateful_step_count=15, deadline=None, derandomize=True)
    case().runTest()
