"""The commands."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from rejoinder.publish.cli import (
    dossiers,
    inspecting,
    judging,
    measuring,
    people,
    programs,
    reading,
    serving,
    viewing,
)
from rejoinder.publish.cli.once import once

_HELP = """Keep the record of a negotiation from the news: who put what to whom, who answered, and who says otherwise.

\b
  rejoinder demo                          read the sample that comes along, and show what is in it
  rejoinder read articles/                read a folder into ./record.db
  rejoinder exchanges                     what is on the table, and where it stands
  rejoinder exchanges --as-of 2022-01-26  as things stood on that day
  rejoinder disputes                      accounts that cannot both be true, side by side
  rejoinder changes --from 2022-01-26     what the articles since then changed
  rejoinder serve                         the desk: all of it in the browser
  rejoinder brief --output brief.html     the dossier, every claim with its source
  rejoinder explain ID                    why the line with this id is there: words, model, rule

Nothing leaves this machine: no download, no service, no language model behind an address.
"""
_EPILOG = """\b
Exit codes: 0 fine; 1 done, but with problems (named); 2 the command asks for something that is not there;
3 the record or the model cannot be used; 4 a fault of rejoinder itself.
Settings: rejoinder.toml, then REJOINDER_RECORD, REJOINDER_MODEL, REJOINDER_PROCESSES, then the options.
"""

app = typer.Typer(
    name="rejoinder",
    help=_HELP,
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rejoinder {version('rejoinder')}")
        raise typer.Exit


@app.callback()
def _everything(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None: ...


for _group in (reading, viewing, inspecting, serving, judging, people, programs, dossiers, measuring):
    _group.register(app)
once(app)
