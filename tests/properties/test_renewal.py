"""An account made anew after judgements, by who remembers the one before, is the account that is made from nothing."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.large_record import NOW, articles, make
from rejoinder.pipeline.accounts import rebuild_account
from rejoinder.pipeline.renewal import Renewing
from rejoinder.record.sheets import Sheets, find_cut
from rejoinder.record.store import Record
from rejoinder.types.judgement import CORRECTABLE, Decision, Judgement

_MOVES = 240
_DECISIONS: tuple[Decision, ...] = (
    "wrong", "corrected", "corrected", "corrected", "same", "not-same", "answers", "not-answers", "right", "unsure",
)  # fmt: skip
_VALUES = {
    "kind": ("demand", "reject", "accept", "deny", "ignore"),
    "modality": ("actual", "denied", "planned", "reported"),
    "date": ("2021-05-07", "2021-05", ""),
    "actors": ("Estmark", "Norland; Sudmark", "", "Nobody known"),
    "recipients": ("Norland", ""),
}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of invented negotiations."""
    path = tmp_path_factory.mktemp("generated") / "record.db"
    make(path, _MOVES)
    return path


def _opened(path: Path) -> Record:
    return Record.open(path, create=False, clock=lambda: NOW)


def _kept(path: Path) -> Mapping[str, list[object]]:
    """Every row of every table."""
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        plain = [name for name in names if not name.startswith(("sqlite_", "searched"))]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(plain)}


def _rebuilt(record: Record, beside: Path) -> Mapping[str, list[object]]:
    """The same for a copy of the record whose account is made from nothing."""
    beside.unlink(missing_ok=True)
    record.copy_to(beside)
    with _opened(beside) as record:
        rebuild_account(record, record.latest_reader() or "")
    return _kept(beside)


def _lines(record: Record) -> list[str]:
    """What can be decided on: moves for the most part, events and answers."""
    with record.reading() as connection:
        cut = find_cut(connection, None, None)
        assert cut is not None
        sheets = Sheets(connection, cut)
        found = {view: [line.id for line in sheets.every(view)] for view in ("moves", "timeline", "answers")}
    return [*found["moves"], *found["moves"], *found["timeline"], *found["answers"]]


def _judgement(draw: random.Random, number: int, rows: list[str], before: list[Judgement]) -> Judgement:
    decision = draw.choice(_DECISIONS)
    field = draw.choice(CORRECTABLE) if decision == "corrected" else None
    paired = decision in ("same", "not-same", "answers", "not-answers")
    return Judgement(
        id=f"j{number}",
        decision=decision,
        subjects=tuple(draw.sample(rows, 2 if paired else 1)),
        field=field,
        value=draw.choice(_VALUES[field]) if field else None,
        by="reader",
        made_at=NOW + dt.timedelta(minutes=number),
        withdraws=draw.choice(before).id if before and draw.random() < 0.25 else None,
    )


@pytest.mark.parametrize("seed", range(4))
def test_what_is_made_anew_is_what_is_made_from_nothing(generated: Path, tmp_path: Path, seed: int) -> None:
    draw, renewing = random.Random(seed), Renewing()
    path = Path(shutil.copy(generated, tmp_path / "record.db"))
    made: list[Judgement] = []
    with _opened(path) as record:
        assert seed % 2 or renewing.prepare(record)
        for number in range(4):
            for each in range(draw.choice((1, 1, 3))):
                made.append(_judgement(draw, 10 * number + each, _lines(record), made))
                record.add_judgement(made[-1])
            assert renewing.renew(record)
            assert not renewing.renew(record)
            assert _kept(path) == _rebuilt(record, tmp_path / "rebuilt.db"), made


def test_what_others_put_into_the_record_meanwhile_is_seen(generated: Path, tmp_path: Path) -> None:
    draw, renewing = random.Random(9), Renewing()
    path = Path(shutil.copy(generated, tmp_path / "record.db"))
    further = list(articles(2 * _MOVES, seed=3))[-2:]
    with _opened(path) as record:
        assert renewing.prepare(record)
        reader = record.latest_reader() or ""
        for document, extraction in further:
            record.add_document(document, document.raw.encode())
            record.put_extraction(reader, extraction)
        record.add_judgement(_judgement(draw, 0, _lines(record), []))
        assert renewing.renew(record)
        assert _kept(path) == _rebuilt(record, tmp_path / "rebuilt.db")
        account = record.account()
        assert account is not None
        record.put_account(account)  # as a release without sheets would leave it
        record.add_judgement(_judgement(draw, 1, [move.id for move in further[0][1].moves], []))
        assert renewing.renew(record)
        assert _kept(path) == _rebuilt(record, tmp_path / "rebuilt.db")


def test_little_is_written_for_one_judgement(generated: Path, tmp_path: Path) -> None:
    renewing = Renewing()
    path = Path(shutil.copy(generated, tmp_path / "record.db"))
    with _opened(path) as record:
        assert renewing.prepare(record)
        before = _kept(path)
        one = Judgement(
            id="j", decision="corrected", subjects=(_lines(record)[40],), field="kind", value="demand", by="reader",
            made_at=NOW, withdraws=None,
        )  # fmt: skip
        record.add_judgement(one)
        assert renewing.renew(record)
    after = _kept(path)
    for name in ("sheet_rows", "sheet_facets"):
        changed = {*after[name]} - {*before[name]}
        assert 0 < len(changed) < len(after[name]) / 3, name
