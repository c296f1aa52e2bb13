"""Sheets hold the rows of the views: whatever is asked of them is what the views say."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from rejoinder.record.material import Material, gather
from rejoinder.record.sheet_filling import SHEETS
from rejoinder.record.sheets import Sheets, find_cut
from rejoinder.record.shelf import Shelf
from rejoinder.record.store import Record
from rejoinder.record.views import VIEWS, view
from rejoinder.types.account import Reported
from tests.unit.record.samples import ACCOUNT, DOCUMENTS, EXTRACTIONS, clock, filled


@pytest.fixture
def material() -> Material:
    read = {one.document_id: one for one in EXTRACTIONS}
    reported = [
        Reported(document_id=d.id, name=d.name, outlet=d.metadata.outlet, origin=None, published=d.metadata.published,
                 extraction=read[d.id], text=d.text)
        for d in DOCUMENTS if d.id in read
    ]  # fmt: skip
    return gather(ACCOUNT, reported)


@pytest.fixture
def sheets(tmp_path: Path, material: Material) -> Iterator[Sheets]:
    with Record.open(tmp_path / "r.db", create=True, clock=clock) as record:
        filled(record)
        record.put_account(ACCOUNT, material)
        with record.reading() as connection:
            cut = find_cut(connection, None, None)
            assert cut is not None
            yield Sheets(connection, cut)


def test_every_view_is_laid_out_in_its_order(sheets: Sheets, material: Material) -> None:
    for name in VIEWS:
        rows = view(name, material).to_dicts()
        assert [dict(line.row) for line in sheets.every(name)] == rows
        assert sheets.count(name) == len(rows)
    assert set(VIEWS) < set(SHEETS)


def test_pages_in_any_order_give_each_row_once(sheets: Sheets) -> None:
    for name, order in itertools.product(SHEETS, ("first", "last", "told", "waiting")):
        whole = [line.id for line in sheets.page(name, order=order, most=100).lines]  # type: ignore[arg-type]
        found, after = [], None
        while True:
            page = sheets.page(name, order=order, after=after, most=1)  # type: ignore[arg-type]
            found += [line.id for line in page.lines]
            after = page.following
            if after is None:
                break
        assert found == whole
        assert sorted(whole) == sorted(line.id for line in sheets.every(name))


def test_a_filter_keeps_what_the_view_keeps(sheets: Sheets, material: Material) -> None:
    for name, party in itertools.product(VIEWS, ACCOUNT.parties):
        wanted = [row["id"] for row in view(name, material, party=party.id).to_dicts()]
        assert [line.id for line in sheets.every(name, {"party": party.id})] == wanted
    for name, issue in itertools.product(set(VIEWS) - {"parties"}, ACCOUNT.issues):
        wanted = [row["id"] for row in view(name, material, issue=issue.id).to_dicts()]
        assert [line.id for line in sheets.every(name, {"issue": issue.id})] == wanted


def test_filters_together_keep_what_has_all_values_and_count_it(sheets: Sheets) -> None:
    for party, issue in itertools.product(ACCOUNT.parties, ACCOUNT.issues):
        both = {"party": party.id, "issue": issue.id}
        each = [{line.id for line in sheets.every("timeline", {name: value})} for name, value in both.items()]
        for order in ("first", "told"):
            page = sheets.page("timeline", both, order=order, most=100)  # type: ignore[arg-type]
            assert {line.id for line in page.lines} == each[0] & each[1]
            assert page.total == len(page.lines)


def test_the_latest_come_first_and_the_undated_last(sheets: Sheets) -> None:
    days = [line.row["event_date"] for line in sheets.page("timeline", order="last", most=100).lines]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days == dated + [None] * (len(days) - len(dated))


def test_a_name_in_any_case_finds_its_party(sheets: Sheets) -> None:
    party = ACCOUNT.parties[0]
    assert [line.id for line in sheets.named("parties", f"  {party.name.upper()} ")] == [party.id]
    assert sheets.named("parties", "nobody") == []


def test_an_account_put_without_its_views_leaves_no_old_rows(tmp_path: Path, material: Material) -> None:
    with Record.open(tmp_path / "r.db", create=True, clock=clock) as record:
        filled(record)
        record.put_account(ACCOUNT, material)
        before = record.digest()
        record.put_account(ACCOUNT)
        with record.reading() as connection:
            assert find_cut(connection, None, None) is None
        assert record.digest() == before


def test_a_shelf_keeps_cuts_of_one_state_and_recovers_from_damage(tmp_path: Path, material: Material) -> None:
    path = tmp_path / "cuts.db"
    shelf = Shelf(path)
    shelf.put(material, "one", None, None)
    assert shelf.holds(None, None, "one")
    shelf.put(material, "two", None, None)
    assert not shelf.holds(None, None, "one")
    assert shelf.holds(None, None, "two")
    shelf.close()
    for beside in tmp_path.glob("cuts.db-*"):
        beside.unlink()
    path.write_bytes(b"no database at all" * 100)
    again = Shelf(path)
    assert not again.holds(None, None, "two")
    again.close()


def test_a_shelf_holds_only_so_many(tmp_path: Path, material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rejoinder.record.shelf._MOST", 2)
    shelf = Shelf(tmp_path / "cuts.db")
    days = [dt.date(2022, 1, day) for day in (1, 2, 3)]
    for day in days:
        shelf.put(material, "one", None, day.isoformat())
    assert [shelf.holds(None, day.isoformat(), "one") for day in days] == [False, True, True]
    shelf.close()


def test_a_row_that_has_several_of_the_values_that_are_wanted_is_one_row(sheets: Sheets) -> None:
    parties = tuple(line.id for line in sheets.every("parties"))
    for by in ({"party": parties}, {"party": parties, "issue": "issue-aaaa00000001"}):
        for order in ("first", "told"):
            page = sheets.page("timeline", by, order=order, most=1)  # type: ignore[arg-type]
            rows = [line.id for line in sheets.every("timeline", by, order=order)]  # type: ignore[arg-type]
            assert page.total == sheets.total("timeline", by) == len(rows) == len(set(rows)) > 0
    assert sheets.total("timeline", {"party": ("nobody", "no one")}) == 0
