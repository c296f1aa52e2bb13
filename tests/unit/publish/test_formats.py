"""Rows in every format."""

from __future__ import annotations

import csv
import io
import json

import pytest
from markdown_it import MarkdownIt

from rejoinder.publish.exports.columns import COLUMNS, short_id
from rejoinder.publish.exports.formats import write_rows
from rejoinder.publish.exports.names import FormatName
from rejoinder.publish.exports.ranking import most_told
from rejoinder.record.material import Material
from rejoinder.record.views import VIEWS, view

_HUMAN = [name for name in VIEWS if name in COLUMNS]


def _written(material: Material, name: str, form: FormatName) -> str:
    out = io.StringIO(newline="")
    write_rows(view(name, material), form, out, width=160)
    return out.getvalue()


def test_every_view_has_columns_for_people() -> None:
    assert {*_HUMAN, "judgements", "changes"} == set(COLUMNS)


@pytest.mark.parametrize("name", _HUMAN)
def test_json_is_exact_and_says_for_which_days(material: Material, name: str) -> None:
    made = json.loads(_written(material, name, "json"))
    assert made["rows"] == view(name, material).to_dicts()
    assert (made["view"], made["as_of"], made["known_at"]) == (name, None, None)


@pytest.mark.parametrize("name", _HUMAN)
def test_json_lines_are_the_same_rows(material: Material, name: str) -> None:
    lines = _written(material, name, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == view(name, material).to_dicts()


@pytest.mark.parametrize("name", _HUMAN)
@pytest.mark.parametrize(("form", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_delimited_rows_have_every_column(material: Material, name: str, form: FormatName, dialect: str) -> None:
    rows = list(csv.DictReader(io.StringIO(_written(material, name, form), newline=""), dialect=dialect))
    wanted = view(name, material).to_dicts()
    assert len(rows) == len(wanted)
    for row, want in zip(rows, wanted, strict=True):
        assert set(row) == set(want)
        assert row.get("n_articles", "1").isdigit()


@pytest.mark.parametrize("name", [one for one in _HUMAN if one != "disputes"])
def test_markdown_is_a_table_with_a_line_for_each_row(material: Material, name: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(_written(material, name, "md"))
    assert html.count("<tr>") == len(view(name, material)) + 1


@pytest.mark.parametrize("name", _HUMAN)
def test_tables_fit_their_width(material: Material, name: str) -> None:
    table = _written(material, name, "table")
    assert max(map(len, table.splitlines())) <= 160
    if not view(name, material):
        assert table == f"No {name}.\n"


@pytest.mark.parametrize("name", [one for one in _HUMAN if one not in ("disputes", "positions")])
@pytest.mark.parametrize("width", [1, 40])
def test_in_a_narrow_terminal_no_column_is_lost_and_no_word_broken(material: Material, name: str, width: int) -> None:
    rows = view(name, material)
    out = io.StringIO()
    write_rows(rows, "table", out, width=width)
    blocks = [" ".join(block.split()) for block in out.getvalue().split("\n\n")]
    assert len(blocks) == len(rows)
    for block, row in zip(blocks, rows, strict=True):
        for column in COLUMNS[name]:
            if words := " ".join(column.value(row).split()):
                assert f"{column.title}: {words}" in block


def test_ids_are_shortened_to_what_commands_take(material: Material) -> None:
    assert short_id("exchange-0123456789ab") == "exchange-012345"
    assert short_id("dispute-0123456789ab.2") == "dispute-012345.2"
    row = view("exchanges", material)[0]
    assert row.id.startswith(short_id(row.id))


def test_the_most_told_stay_in_their_order(material: Material) -> None:
    rows = view("timeline", material)
    chosen = most_told(rows, 1)
    assert [row.kind for row in chosen] == ["propose"]  # two articles tell it
    assert most_told(rows, 99) is rows
    assert list(most_told(rows, len(rows) - 1)) == [row for row in rows if row in list(most_told(rows, len(rows) - 1))]
