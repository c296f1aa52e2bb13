"""A view as a table in the terminal."""

from __future__ import annotations

from typing import IO, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rejoinder.publish.exports.columns import COLUMNS
from rejoinder.publish.exports.safety import one_line
from rejoinder.record.frames import Rows


def write_table(rows: Rows[Any], out: IO[str], width: int) -> None:
    """Write the columns that people read, wrapped to the width; a line says so where there is nothing."""
    if not rows:
        out.write(f"No {rows.name}{_for(rows)}.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, show_edge=False, expand=True)
    columns = COLUMNS[rows.name]
    shown = [[one_line(column.value(row)) for column in columns] for row in rows]
    filled = [any(line[at] for line in shown) for at in range(len(columns))]
    for column, seen in zip(columns, filled, strict=True):
        if seen:
            ratio = None if column.narrow or column.most else column.weight
            table.add_column(
                column.title,
                no_wrap=column.narrow,
                overflow="fold",
                ratio=ratio,
                width=column.most,
            )
    matters = [getattr(row, "dispute", None) for row in rows]
    for line, matter, following in zip(shown, matters, [*matters[1:], None], strict=True):
        cells = (Text(words) for words, seen in zip(line, filled, strict=True) if seen)
        table.add_row(*cells, end_section=matter != following)
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(table)
    out.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())


def _for(rows: Rows[Any]) -> str:
    said = [f" as of {rows.as_of}"] if rows.as_of else []
    return "".join(said + ([f" known by {rows.known_at}"] if rows.known_at else []))
