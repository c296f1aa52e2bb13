"""The views: one command each, with the same options."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

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

if TYPE_CHECKING:
    from rejoinder.record.frames import Rows
    from rejoinder.record.material import Material

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
        found_rows = view(name, material, party=party or None, issue=issue or None)
        _remark_undated(found_rows, material)
        rows = most_told(found_rows, top)
        if output is None:
            write_rows(rows, chosen, sys.stdout, width=width())
            return code
        made = io.StringIO(newline="")
        write_rows(rows, chosen, made, width=width())
        write(made.getvalue(), output)
        return code

    return command


def _remark_undated(rows: Rows[Any], material: Material) -> None:
    """Say on standard error, of a view as of a day, how many rows have no day of their own by which they could be in or
    out, and how many acts without one are out."""
    from rejoinder.record.reading_days import moves_of

    if rows.as_of is None or "event_date" not in rows.columns:
        return
    undated = sum(row.event_date is None for row in rows)
    later = sum(move.when is None for _told, move in moves_of(material, "later"))
    if undated:
        are, they = ("is", "it is") if undated == 1 else ("are", "they are")
        sys.stderr.write(
            f"rejoinder: {undated} of the {len(rows)} rows {are} undated: {they} in by the day on which the articles "
            "were published, or on every day where that is not known.\n"
        )
    if later:
        acts, are = ("act", "is") if later == 1 else ("acts", "are")
        sys.stderr.write(
            f"rejoinder: {later} undated {acts} of articles published after {rows.as_of} {are} left out.\n"
        )
