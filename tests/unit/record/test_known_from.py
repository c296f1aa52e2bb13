"""An article is known from the last day on which it may have come out: in the record, its lists, its search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from rejoinder.record.documents import undated
from rejoinder.record.known_from import readable_on
from rejoinder.record.reading_days import published_documents
from rejoinder.record.search_pages import search_page
from rejoinder.record.store import Record
from rejoinder.record.views import gather
from rejoinder.types.document import Metadata
from rejoinder.types.time import When
from tests.unit.record.samples import ACCOUNT, FEBRUARY, document, filled, open_record, reported

LAST = FEBRUARY.last
BEFORE = LAST - dt.timedelta(days=1)
MONTH = replace(document("The ferry was dropped in silence.", "month.txt"), metadata=Metadata(published=FEBRUARY))
STRANGE = Metadata(published=FEBRUARY, outlet="The \udc80 \0 Post")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The sample, and two articles of which only the month is known."""
    with open_record(tmp_path_factory.mktemp("record") / "r.db") as opened:
        strange = replace(document("The ferry stays.", "strange.txt"), metadata=STRANGE)
        for one in (MONTH, strange):
            opened.add_document(one, one.raw.encode())
        yield filled(opened)


def test_an_article_of_a_month_is_known_from_its_last_day(record: Record) -> None:
    def known(day: dt.date) -> set[str]:
        return {one.name for one in record.snapshot("reader", day).documents}

    assert known(LAST) - known(BEFORE) == {"month.txt", "strange.txt"}
    assert "denial.txt" in known(dt.date(1990, 1, 1))


def test_a_search_finds_it_from_that_day_on(record: Record) -> None:
    for clock in ("known_at", "as_of"):
        assert not record.search("ferry", **{clock: BEFORE})  # type: ignore[arg-type]
        assert len(record.search("ferry", **{clock: LAST})) == 2  # type: ignore[arg-type]
        with record.reading() as connection:
            assert search_page(connection, "ferry", **{clock: BEFORE.isoformat()}).total == 0  # type: ignore[arg-type]
            assert search_page(connection, "ferry", **{clock: LAST.isoformat()}).total == 2  # type: ignore[arg-type]


def test_lists_of_a_day_have_it_from_that_day_on() -> None:
    dated = [replace(one, published=FEBRUARY) for one in reported()]
    assert published_documents(gather(replace(ACCOUNT, as_of=BEFORE), dated)) == ()
    assert len(published_documents(gather(replace(ACCOUNT, as_of=LAST), dated))) == len(dated)


def test_the_rule_is_one(record: Record) -> None:
    ways = (None, FEBRUARY, When(first=BEFORE, last=BEFORE, precision="day"))
    assert [readable_on(one, BEFORE) for one in ways] == [True, False, True]
    assert all(readable_on(one, None) for one in ways)


def test_those_without_a_date_are_counted(record: Record) -> None:
    with record.reading() as connection:
        assert undated(connection) == 1


def test_a_row_whose_metadata_is_damaged_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as opened:
        filled(opened)
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'r.db'}")
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE documents SET metadata = '{' WHERE name = 'offer.txt'"))
    engine.dispose()
    with open_record(tmp_path / "r.db", create=False) as damaged:
        assert "offer.txt" in {hit.document for hit in damaged.search("bridge", known_at=dt.date(2031, 2, 1))}
