from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rejoinder.consolidate import in_force as consolidated
from rejoinder.errors import ConflictError, RecordError, UsageError
from rejoinder.record import judgements, judging
from rejoinder.record.judging import JudgementBook
from rejoinder.record.lock import WriterLock
from rejoinder.types.judgement import Judgement, in_force, withdrawn_by
from tests.unit.record.samples import NOON, PUT, SENT, clock, filled, judgement, open_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_record(tmp_path / "r.db") as record:
        filled(record)
    return tmp_path / "r.db"


@pytest.fixture
def book(path: Path) -> Iterator[JudgementBook]:
    found = JudgementBook(path)
    yield found
    found.close()


def on_put(of: str, **more: object) -> Judgement:
    return replace(judgement(of, PUT.id), **more)  # type: ignore[arg-type]


def test_what_is_added_is_dated_by_the_clock_and_counts(book: JudgementBook) -> None:
    later = NOON + dt.timedelta(days=1)
    added = book.add([on_put("b"), replace(on_put("c"), decision="wrong")], {PUT.id: 0}, lambda: later)
    assert not added.repeated
    assert added.versions == {PUT.id: 2}
    assert [one.made_at for one in added.judgements] == [later, later + dt.timedelta(microseconds=1)]
    assert book.all()[-2:] == added.judgements
    assert book.versions([PUT.id, SENT.id]) == {PUT.id: 2, SENT.id: 0}


def test_a_repetition_is_one_edit_and_another_edit_of_the_same_id_is_refused(book: JudgementBook) -> None:
    first = book.add([on_put("b")], {PUT.id: 0}, clock)
    again = book.add([on_put("b")], {PUT.id: 0}, lambda: NOON + dt.timedelta(days=9))
    assert again.repeated
    assert again.judgements == first.judgements
    with pytest.raises(UsageError, match="another edit"):
        book.add([replace(on_put("b"), decision="wrong")], {PUT.id: 1}, clock)
    with pytest.raises(UsageError, match="another edit"):
        book.add([on_put("b"), on_put("c")], {PUT.id: 1}, clock)
    assert book.versions([PUT.id]) == {PUT.id: 1}


def test_who_decides_on_what_another_has_just_decided_is_told_and_nothing_is_added(book: JudgementBook) -> None:
    book.add([on_put("b")], {PUT.id: 0}, clock)
    before = book.all()
    with pytest.raises(ConflictError) as told:
        book.add([replace(on_put("c"), decision="wrong")], {PUT.id: 0}, clock)
    assert told.value.current == {PUT.id: 1}
    assert book.all() == before


def test_what_is_withdrawn_cannot_be_withdrawn_again(book: JudgementBook) -> None:
    book.add([on_put("b")], {}, clock)
    book.add([on_put("w", withdraws="judgement-b")], {}, lambda: NOON + dt.timedelta(hours=1))
    with pytest.raises(UsageError, match="withdrawn already"):
        book.add([on_put("v", withdraws="judgement-b")], {}, lambda: NOON + dt.timedelta(hours=2))
    with pytest.raises(UsageError, match="no judgement"):
        book.add([on_put("u", withdraws="judgement-none")], {}, clock)


def test_a_withdrawal_that_was_withdrawn_may_be_made_again(book: JudgementBook) -> None:
    for at, (name, withdraws) in enumerate([("b", None), ("w", "judgement-b"), ("x", "judgement-w")]):
        book.add([on_put(name, withdraws=withdraws)], {}, lambda at=at: NOON + dt.timedelta(hours=at))
    assert "judgement-b" in [one.id for one in in_force(book.all())]
    assert withdrawn_by(book.all()) == {"judgement-w": "judgement-x"}
    book.add([on_put("y", withdraws="judgement-b")], {}, lambda: NOON + dt.timedelta(hours=3))
    assert "judgement-b" not in [one.id for one in in_force(book.all())]
    assert in_force(book.all()) == consolidated(book.all())


def test_to_add_one_judgement_the_others_are_not_read(book: JudgementBook, monkeypatch: pytest.MonkeyPatch) -> None:
    book.take_in([judgement(f"n{at}", PUT.id, hours=at) for at in range(5)])
    read: list[object] = []
    as_judgement = judgements.as_judgement
    for module in (judgements, judging):
        monkeypatch.setattr(module, "as_judgement", lambda row: read.append(row) or as_judgement(row))
    book.add([on_put("w", withdraws="judgement-n1")], {}, lambda: NOON + dt.timedelta(hours=9))
    assert read == []


def test_judgements_made_elsewhere_are_taken_in_all_or_none(book: JudgementBook) -> None:
    given = [
        judgement("e", PUT.id, withdraws="judgement-d", hours=2),
        judgement("d", PUT.id, hours=1),
        judgement("odd", "\ud800 alone", "NUL \0", hours=3),
    ]
    assert book.take_in(given) == 3
    assert book.take_in(given) == 0
    assert book.versions([PUT.id, "\ud800 alone"]) == {PUT.id: 2, "\ud800 alone": 1}
    before = book.all()
    with pytest.raises(UsageError, match="no judgement"):
        book.take_in([judgement("f", PUT.id), judgement("g", withdraws="judgement-none", hours=4)])
    assert book.all() == before


def test_judgements_are_added_while_a_read_holds_the_record(path: Path, book: JudgementBook) -> None:
    with WriterLock.take(path):
        assert book.add([on_put("b")], {PUT.id: 0}, clock).versions == {PUT.id: 1}
        with pytest.raises(RecordError, match="being written by process"):
            open_record(path, create=False)
    with open_record(path, create=False) as record:
        assert record.verify() == ()


def test_a_file_that_is_no_record_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record"):
        JudgementBook(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("text" * 100)
    with pytest.raises(RecordError, match="no record"):
        JudgementBook(tmp_path / "text.db")
    assert (tmp_path / "text.db").read_text() == "text" * 100
