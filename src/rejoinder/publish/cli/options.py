"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rejoinder.errors import UsageError
from rejoinder.publish.cli.running import DEBUG, FINE, WITH_PROBLEMS
from rejoinder.publish.clock import utc_now

if TYPE_CHECKING:
    from rejoinder.record.reader import RecordReader
    from rejoinder.record.store import Record
    from rejoinder.settings import Settings

RecordFile = Annotated[
    Path | None, typer.Option("--record", metavar="FILE", help="The file of the record (default: record.db here).")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As things stood on that day (YYYY-MM-DD): later acts are left out."),
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="DATE", help="As could be read by that day: later articles are left out."),
]
Party = Annotated[
    list[str] | None,
    typer.Option(
        "--party", metavar="NAME", help="Only this party, with all who act for it; may be given several times."
    ),
]
Issue = Annotated[
    list[str] | None, typer.Option("--issue", metavar="NAME", help="Only this issue; may be given several times.")
]


def _elsewhere(given: Path | None) -> Path | None:
    """The file to write to; none for `-`, by which other programs know the standard output."""
    return None if given == Path("-") else given


def output_to(words: str) -> Any:
    """The option that names a file to write to."""
    return typer.Option("--output", "-o", metavar="FILE", help=words, callback=_elsewhere)


Output = Annotated[Path | None, output_to("Write to this file instead of the terminal; - is the terminal.")]
PROVIDER = ("REJOINDER_OIDC_ISSUER", "REJOINDER_OIDC_CLIENT_ID", "REJOINDER_OIDC_CLIENT_SECRET")
NOT_SETTINGS = (DEBUG, *PROVIDER)
"""Variables of the environment with our prefix that set nothing of `Settings`: what users are told of, no more."""
_WIDTH_OF_A_PIPE = 140


def day(given: str | None, option: str) -> dt.date | None:
    """The day given; UsageError for what is none."""
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{option} {given} is no day.", advice="Write it as 2022-02-01.") from None


def settings(record: Path | None = None, processes: int | None = None) -> Settings:
    """The settings of the file, the environment and this command."""
    from platformdirs import user_config_path

    from rejoinder.settings import find_settings_file, load_settings

    environ = {name: value for name, value in os.environ.items() if name not in NOT_SETTINGS}
    file = find_settings_file(Path.cwd(), user_config_path("rejoinder"))
    return load_settings(file, environ, {"record": record, "processes": processes})


@contextmanager
def opened(record: Path | None) -> Iterator[RecordReader]:
    """The record of the settings or of the option, for reading; RecordError where it cannot be opened."""
    from rejoinder.record.reader import open_to_read

    with open_to_read(settings(record).record) as found:
        yield found


@contextmanager
def opened_to_write(record: Path | None, *, create: bool = False) -> Iterator[Record]:
    """The same for writing; with `create` a new one where there is none."""
    from rejoinder.record.store import Record

    with Record.open(settings(record).record, create=create, clock=utc_now) as found:
        yield found


def remarked(record: RecordReader, known_at: dt.date | None = None) -> int:
    """The exit code of a view: 1, with a remark on standard error, where the account lacks documents of the record.

    With a day by which things were known it is also remarked how many documents have no date and stay in."""
    from rejoinder.record.documents import undated
    from rejoinder.record.unaccounted import unaccounted

    with record.reading() as connection:
        missing = len(unaccounted(connection))
        always = undated(connection) if known_at else 0
    if always:
        articles, stay, have = ("article", "stays", "has") if always == 1 else ("articles", "stay", "have")
        sys.stderr.write(
            f"rejoinder: {always} {articles} of {record.path.name} {have} no date of publication and {stay} in on "
            "every day. Give dates with --metadata, reading into a new record, if it matters.\n"
        )
    if not missing:
        return FINE
    noun, is_ = ("document", "is") if missing == 1 else ("documents", "are")
    sys.stderr.write(
        f"rejoinder: {missing} {noun} of {record.path.name} {is_} not in the account yet: the reading was stopped, or "
        "goes on. What is shown is without them; rejoinder read with the same paths goes on, rejoinder rebuild takes "
        "in what was read.\n"
    )
    return WITH_PROBLEMS


def width() -> int:
    """How many columns a table may take: those of the terminal, or a fixed number where output goes to a file."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return get_terminal_size().columns
    return _WIDTH_OF_A_PIPE


def write(text: str, output: Path | None) -> None:
    """Text to the file, whole or not at all, or to the terminal. UsageError where the file cannot be written."""
    if output is None:
        sys.stdout.write(text)
        return
    from rejoinder.publish.exports.files import put_text

    put_text(output, text)
