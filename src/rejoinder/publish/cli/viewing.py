"""The views: one command each, with the same options."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from rejoinder.publish.cli.options import (
    AsOf,
    Issue,
    KnownAt,
    Output,
    Party,
    RecordFile,
    day,
    opened,
    remarked,
    width,
    write,
)
from rejoinder.publish.exports.names import FormatName, format_of

FormatOption = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="table to look at, md to paste; json, jsonl, csv and tsv hold every column (docs/columns.md). "
        "Default: by the name of the --output file, else table.",
    ),
]

Top = Annotated[
    int | None,
    typer.Option("--top", min=1, metavar="N", help="Only the N that most origins tell and most answers meet."),
]
_VIEWS = {
    "exchanges": (
        "What was put on the table, by whom to whom, and where it stands.",
        "rejoinder exchanges --party NATO --as-of 2022-01-26",
    ),
    "timeline": ("What happened, in order of time, and on whose word.", "rejoinder timeline --format csv > events.csv"),
    "answers": (
        "What answers what, and how: with a yes, a no, other terms, or a denial that any answer came.",
        "rejoinder answers --party NATO --format csv",
    ),
    "disputes": ("Accounts that cannot all be true, side by side. No verdict.", "rejoinder disputes --format md"),
    "positions": ("Where each party stands on each issue, over time.", "rejoinder positions --party Russia"),
    "coverage": (
        "What each outlet reported, copied, left out or cut from its copy.",
        "rejoinder coverage --format json",
    ),
    "statements": ("Who said what, in which words, carried by whom.", "rejoinder statements --party Lavrov"),
    "moves": ("Every act as each article tells it, with its words.", "rejoinder moves --format jsonl | head"),
    "parties": ("Who takes part, for whom they act, and what they are called.", "rejoinder parties"),
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for name, (summary, example) in _VIEWS.items():
        app.command(name, help=f"{summary}\n\n\b\n  {example}\n", rich_help_panel="Views")(_command(name))


def _command(name: str) -> Callable[..., int]:
    def command(
        record: RecordFile = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        party: Party = None,
        issue: Issue = None,
        form: FormatOption = None,
        top: Top = None,
        output: Output = None,
    ) -> int:
        days = day(as_of, "--as-of"), day(known_at, "--known-at")
        chosen = format_of(form, output)
        from rejoinder.pipeline.accounts import material_at
        from rejoinder.publish.exports.formats import write_rows
        from rejoinder.publish.exports.ranking import most_told
        from rejoinder.record.views import view

        with opened(record) as found:
            material = material_at(found, as_of=days[0], known_at=days[1])
            code = remarked(found, days[1])
        rows = most_told(view(name, material, party=party or None, issue=issue or None), top)
        if output is None:
            write_rows(rows, chosen, sys.stdout, width=width())
            return code
        made = io.StringIO(newline="")
        write_rows(rows, chosen, made, width=width())
        write(made.getvalue(), output)
        return code

    return command
