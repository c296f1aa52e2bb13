"""A view as a table in the terminal; one value a line where the terminal is too narrow for a table."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import IO, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rejoinder.publish.exports.columns import COLUMNS, Column
from rejoinder.publish.exports.safety import one_line
from rejoinder.record.frames import Rows

_BETWEEN = 2  # blanks between two columns
_LEAST = 4  # letters of a word that must find room in a line of a column
_NARROWEST = 20


def write_table(rows: Rows[Any], out: IO[str], width: int) -> None:
    """Write the columns that people read, wrapped to the width; a line says so where there is nothing.

    Where a column would be left without room, each row is written as lines, one for each of its values."""
    if not rows:
        out.write(f"No {rows.name}{_for(rows)}.\n")
        return
    columns = COLUMNS[rows.name]
    shown = [[one_line(column.value(row)) for column in columns] for row in rows]
    filled = [at for at in range(len(columns)) if any(line[at] for line in shown)]
    columns, shown = tuple(columns[at] for at in filled), [[line[at] for at in filled] for line in shown]
    if _fits(columns, shown, width):
        _write_columns(rows, columns, shown, out, width)
    else:
        _write_lines(columns, shown, out, max(width, _NARROWEST))


def _fits(columns: Sequence[Column], shown: Sequence[Sequence[str]], width: int) -> bool:
    """Whether what is left beside the columns that are never wrapped gives each of the others room for words."""
    shares = [column.weight for column in columns if not column.narrow and not column.most]
    taken = _BETWEEN * (len(columns) - 1) + sum(column.most or 0 for column in columns)
    for at, column in enumerate(columns):
        if column.narrow:
            taken += max(cell_len(words) for words in (column.title, *(line[at] for line in shown)))
    return width - taken >= (sum(shares) * _LEAST / min(shares) if shares else 0)


def _write_columns(
    rows: Rows[Any], columns: Sequence[Column], shown: Sequence[Sequence[str]], out: IO[str], width: int
) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, show_edge=False, expand=True)
    for column in columns:
        ratio = None if column.narrow or column.most else column.weight
        table.add_column(column.title, no_wrap=column.narrow, overflow="fold", ratio=ratio, width=column.most)
    matters = [getattr(row, "dispute", None) for row in rows]
    for line, matter, following in zip(shown, matters, [*matters[1:], None], strict=True):
        table.add_row(*map(Text, line), end_section=matter != following)
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(table)
    out.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())


def _write_lines(columns: Sequence[Column], shown: Sequence[Sequence[str]], out: IO[str], width: int) -> None:
    for number, line in enumerate(shown):
        if number:
            out.write("\n")
        for column, words in zip(columns, line, strict=True):
            if words:
                wrapped = textwrap.wrap(
                    f"{column.title}: {words}",
                    width,
                    subsequent_indent="  ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                out.writelines(part + "\n" for part in wrapped)


def _for(rows: Rows[Any]) -> str:
    said = [f" as of {rows.as_of}"] if rows.as_of else []
    return "".join(said + ([f" known by {rows.known_at}"] if rows.known_at else []))
