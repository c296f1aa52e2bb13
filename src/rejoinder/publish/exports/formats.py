"""The rows of a view in the formats there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO, Any

from rejoinder.publish.exports.cells import plain
from rejoinder.publish.exports.columns import COLUMNS
from rejoinder.publish.exports.names import FormatName
from rejoinder.publish.exports.safety import markdown
from rejoinder.record.frames import Rows


def write_rows(rows: Rows[Any], form: FormatName, out: IO[str], *, width: int = 120) -> None:
    """Write the rows: all columns in JSON, CSV and TSV, those that people read in a table and in Markdown.

    JSON is one object with the days for which the rows hold, JSON lines one row a line; `width` is that of a table."""
    match form:
        case "json":
            head = {"view": rows.name, "as_of": _day(rows.as_of), "known_at": _day(rows.known_at)}
            out.write(json.dumps({**head, "rows": rows.to_dicts()}, ensure_ascii=False, indent=1) + "\n")
        case "jsonl":
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.to_dicts())
        case "csv" | "tsv":
            _delimited(rows, out, tabs=form == "tsv")
        case "md":
            _markdown(rows, out)
        case _:
            from rejoinder.publish.exports.tables import write_table  # takes a while to load, for tables only

            write_table(rows, out, width)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _delimited(rows: Rows[Any], out: IO[str], *, tabs: bool) -> None:
    writer = csv.writer(out, dialect="excel-tab" if tabs else "excel", lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([plain(row[name], tabs=tabs) for name in rows.columns] for row in rows.to_dicts())


def _markdown(rows: Rows[Any], out: IO[str]) -> None:
    columns = COLUMNS[rows.name]
    out.write(_line(column.title for column in columns))
    out.write(_line("---" for _ in columns))
    out.writelines(_line(markdown(column.value(row)) for column in columns) for row in rows)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
