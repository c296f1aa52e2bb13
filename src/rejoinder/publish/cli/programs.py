"""The record for programs: an MCP server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.publish.cli.options import settings

_HELP = """Answer a program's questions about the record, over standard input and output (Model Context Protocol).

\b
  rejoinder mcp                      the record of the settings (./record.db)
  rejoinder mcp talks.db             another one

It only reads. A client starts it by itself; see docs/mcp.md. It needs: pip install 'rejoinder[mcp]'.
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_HELP)(mcp)


def mcp(
    record: Annotated[
        Path | None, typer.Argument(metavar="RECORD", help="The file of the record (default: record.db here).")
    ] = None,
) -> int:
    """Serve the record over MCP until the client goes."""
    from rejoinder.publish.mcp.serving import serve_over_stdio

    serve_over_stdio(settings(record).record)
    return 0
