"""Pages that the program writes of itself: its commands, the columns of its views, its problem codes.

python -m docs.commands            write docs/cli.md, docs/columns.md and docs/problems.md
python -m docs.commands --check    exit code 1 where one of them is not what the program would write
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_WRITTEN = "<!-- written by `python -m docs.commands` -->"


def cli_page() -> str:
    """The help of every command, as the program prints it."""
    from typer.main import get_command

    from rejoinder.publish.cli.app import app

    os.environ["COLUMNS"] = "110"
    parts = ["# Commands\n", _WRITTEN + "\n"]
    for path, command in _commands("rejoinder", get_command(app)):
        context = command.make_context(path, [], resilient_parsing=True, terminal_width=110, max_content_width=110)
        parts.append(f"## {path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def _commands(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _commands(f"{path} {name}", child)


def columns_page() -> str:
    """Every view with its columns and their types."""
    from rejoinder.record import view_rows
    from rejoinder.record.frames import schema_of
    from rejoinder.record.views import VIEWS

    parts = ["# Columns of the views\n", _WRITTEN + "\n", (view_rows.__doc__ or "").strip() + "\n"]
    for name, (row_type, _) in VIEWS.items():
        about = " ".join((row_type.__doc__ or "").split())
        columns = [f"| `{field.name}` | {field.type} |" for field in schema_of(row_type)]
        assert len(columns) == len(dataclasses.fields(row_type))
        parts.append("\n".join([f"## {name}\n", f"{about}\n", "| column | type |", "| --- | --- |", *columns]) + "\n")
    return "\n".join(parts)


def problems_page() -> str:
    """Every code that a problem may have, with its advice."""
    from rejoinder.ingest.problems import ADVICE as OF_SOURCES
    from rejoinder.pipeline.problems import ADVICE as OF_RUNS

    known = dict(sorted({**OF_SOURCES, **OF_RUNS}.items()))
    rows = [f"| `{code}` | {advice} |" for code, advice in known.items()]
    text = (
        "What goes wrong with one source is recorded under a code and does not end the run. `rejoinder problems` lists "
        "what a record has met; `rejoinder read` leaves with exit code 1 where a source did not get into the account."
    )
    return (
        "\n".join(["# Problem codes\n", _WRITTEN + "\n", text + "\n", "| code | advice |", "| --- | --- |", *rows])
        + "\n"
    )


PAGES = {"cli.md": cli_page, "columns.md": columns_page, "problems.md": problems_page}


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    stale = []
    for name, page in PAGES.items():
        file, text = HERE / name, page()
        if arguments == ["--check"]:
            stale += [name] if not file.is_file() or file.read_text("utf-8") != text else []
        else:
            file.write_text(text, "utf-8")
    if stale:
        print(f"docs/{', docs/'.join(stale)}: not what the program says; run python -m docs.commands", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
