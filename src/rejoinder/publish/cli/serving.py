"""The desk: the record in the browser."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from rejoinder.publish.cli.options import settings

_HELP = """Open the desk: the record as web pages, on this machine only, without a network.

\b
  rejoinder serve                    the record of the settings (./record.db)
  rejoinder serve talks.db           another one
  rejoinder serve --port 0 --no-open any free port; print the address and open nothing
  rejoinder serve --as "A. Reader"   what you decide in the review is kept under this name

Every page has twins: add .json, .jsonl or .csv to its path. The record may be read into meanwhile.
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_HELP)(serve)


def serve(
    record: Annotated[
        Path | None, typer.Argument(metavar="RECORD", help="The file of the record (default: record.db here).")
    ] = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="0 takes any free port.")] = 8022,
    acting_as: Annotated[
        str, typer.Option("--as", metavar="NAME", help="The name that judgements are kept under.")
    ] = "analyst",
    no_open: Annotated[bool, typer.Option("--no-open", help="Open no browser.")] = False,
) -> int:
    """Serve the desk until stopped."""
    from platformdirs import user_cache_path

    from rejoinder.publish.web.application import create_app
    from rejoinder.publish.web.serving import address_of, bound, serve_until_stopped

    listening = bound(host, port)
    try:
        found = settings(record).record
        app = create_app(found, cache=user_cache_path("rejoinder") / "desk", acting_as=_name(acting_as))
        address = address_of(listening)
        sys.stdout.write(f"The desk: {address}\nStop it with Ctrl+C.\n")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):  # it is how the desk is stopped
            serve_until_stopped(app, listening, open_at=None if no_open else address)
    finally:
        listening.close()
    return 0


def _name(given: str) -> str:
    from rejoinder.errors import UsageError

    name = given.strip()
    if not name or not name.isprintable() or len(name) > 80:
        raise UsageError(
            "--as takes a name of up to 80 characters that are seen.", advice='For example --as "A. Reader".'
        )
    return name
