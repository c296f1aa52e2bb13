"""Rows keep their numbers when others come and go, and stand by them in their order."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from rejoinder.record.sheet_orders import Orders, places

IDS = [f"row-{n:05}" for n in range(3_000)]


@dataclass(frozen=True)
class Told:
    id: str
    event_date: dt.date | None
    n_origins: int
    n_articles: int
    n_answers: int
    days_open: int | None


def test_places_ascend_and_are_those_of_the_same_rows_however_they_came_about() -> None:
    found = places(IDS)
    assert found == sorted(set(found))
    assert found == places(iter(IDS))
    assert max(found) < 10**18  # as a cursor has them
    assert places([]) == []


def test_a_row_more_or_less_moves_few_of_the_others() -> None:
    draw = random.Random(5)
    before = dict(zip(IDS, places(IDS), strict=True))
    moved = []
    for number in range(60):
        at = draw.randrange(len(IDS))
        some = [*IDS[:at], f"new-{number}", *IDS[at:]]
        after = dict(zip(some, places(some), strict=True))
        moved.append(sum(after[one] != before[one] for one in IDS))
    assert sorted(moved)[len(moved) // 2] < 30
    assert sum(moved) < len(moved) * len(IDS) / 10


def test_a_stretch_that_does_not_end_is_ended() -> None:
    same = places(["never ends"] * 10_000)  # one id has one end, so that no stretch is shorter than it may be
    assert same == sorted(set(same))


def test_numbers_put_the_latest_the_most_told_and_the_longest_waiting_first() -> None:
    draw = random.Random(1)
    day = dt.date(2024, 3, 4)
    rows = [
        Told(
            id=one,
            event_date=draw.choice((None, day + dt.timedelta(days=draw.randrange(40)))),
            n_origins=draw.randrange(4),
            n_articles=draw.randrange(5),
            n_answers=draw.randrange(3),
            days_open=draw.choice((None, draw.randrange(90))),
        )
        for one in IDS[:300]
    ]
    orders = Orders(rows, Told)
    assert not orders.alone
    found = {row.id: orders.of(row) for row in rows}
    latest = sorted(rows, key=lambda row: found[row.id][0])
    assert latest == sorted(rows, key=lambda row: row.event_date or dt.date.min, reverse=True)
    told = sorted(rows, key=lambda row: found[row.id][1])
    assert told == sorted(rows, key=lambda row: (-row.n_origins, -row.n_articles, -row.n_answers))
    waiting = sorted(rows, key=lambda row: found[row.id][2])
    assert waiting == sorted(rows, key=lambda row: -1 if row.days_open is None else row.days_open, reverse=True)
