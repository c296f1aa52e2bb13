"""What people decided, and what changed: listed, handed on, taken in."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from rejoinder.publish.cli.options import (
    AsOf,
    KnownAt,
    Output,
    RecordFile,
    day,
    opened,
    opened_to_write,
    settings,
    width,
    write,
)
from rejoinder.publish.exports.names import JSON_LINES, FormatName, format_of, refuse_other

if TYPE_CHECKING:
    from rejoinder.record.frames import Rows

_judgements = typer.Typer(
    help="What people decided in the review: list it, hand it to another record, take it in.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_FormatOption = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="table, md, json, jsonl, csv or tsv. Default: by the name of the --output file, else table.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(_judgements, name="judgements")
    app.command(help="What changed between two days, or between two reads: new, changed and gone.\n\n\b\n"
                "  rejoinder changes                                  what the last day's articles brought\n"
                "  rejoinder changes --from 2022-01-26 --to 2022-02-02\n"
                "  rejoinder changes --clock as-of --from 2022-01-26  by what had happened\n"
                "  rejoinder changes --clock read                     what the last read brought\n"
                )(changes)  # fmt: skip


@_judgements.command(
    name="list", help="Every judgement, the latest last: who decided what, when, and whether it holds."
)
def list_judgements(record: RecordFile = None, form: _FormatOption = None, output: Output = None) -> None:
    """List the judgements."""
    chosen = format_of(form, output)
    from rejoinder.publish.judged import JudgementRow, judgement_rows
    from rejoinder.record.frames import Rows

    with opened(record) as found:
        rows = judgement_rows(found.judgements())
    _write(Rows(name="judgements", row_type=JudgementRow, rows=rows), chosen, output)


@_judgements.command(
    help="Every judgement as a line of JSON, to be taken into another record of the same articles.\n\n"
    "\b\n  rejoinder judgements export --output judgements.jsonl\n"
)
def export(record: RecordFile = None, output: Output = None) -> None:
    """Export the judgements."""
    refuse_other(output, JSON_LINES)
    from rejoinder.record.judgement_lines import judgement_lines

    with opened(record) as found:
        lines = "".join(judgement_lines(found.judgements()))
    write(lines, output)


@_judgements.command(
    name="import",
    help="Take in judgements that were exported from another record, all or none, and make the account anew.\n\n"
    "\b\n  rejoinder judgements import judgements.jsonl --record talks.db\n\n"
    "Those that are there already add nothing. - reads standard input.",
)
def import_judgements(
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON lines, as export writes them.")],
    record: RecordFile = None,
) -> None:
    """Import judgements."""
    from rejoinder.pipeline.accounts import renew_account
    from rejoinder.record.judgement_lines import read_judgement_lines
    from rejoinder.record.judging import JudgementBook

    given = read_judgement_lines(_text(file))
    with opened_to_write(record) as found:  # first, so that a record that is being written stays as it is
        book = JudgementBook(settings(record).record)
        try:
            new = book.take_in(given)
        finally:
            book.close()
        sys.stdout.write(f"{new} new, {len(given) - new} known before.\n")
        renew_account(found)


def _text(file: str) -> str:
    from rejoinder.errors import UsageError

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", advice="Check the path.") from error
    except UnicodeDecodeError:
        raise UsageError(f"{file} is no UTF-8 text.", advice="Give the file as export wrote it.") from None


def changes(
    record: RecordFile = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The earlier day, or moment (default: before the last)."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The later one (default: all that is known).")
    ] = None,
    clock: Annotated[
        Literal["known-at", "as-of", "read"],
        typer.Option("--clock", help="By what could be read, by what had happened, or by what was read in here."),
    ] = "known-at",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    form: _FormatOption = None,
    output: Output = None,
) -> None:
    """Compare two days or reads."""
    from rejoinder.publish.comparing import Clock, between, compared
    from rejoinder.record.changes import ChangeRow
    from rejoinder.record.frames import Rows

    chosen = format_of(form, output)
    clocks: dict[str, Clock] = {"known-at": "known_at", "as-of": "as_of", "read": "read"}
    days = day(as_of, "--as-of"), day(known_at, "--known-at")
    with opened(record) as found:
        given = between(found, clocks[clock], since, until, as_of=days[0], known_at=days[1])
        rows = compared(found, given)
    _write(Rows(name="changes", row_type=ChangeRow, rows=rows), chosen, output)


def _write(rows: Rows[Any], form: FormatName, output: Path | None) -> None:
    from rejoinder.publish.exports.formats import write_rows

    made = io.StringIO(newline="")
    write_rows(rows, form, made, width=width())
    write(made.getvalue(), output)
