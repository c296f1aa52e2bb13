"""The names of the formats, and the one that a file asks for by its own name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rejoinder.errors import UsageError

FormatName = Literal["table", "json", "jsonl", "csv", "tsv", "md"]
_BY_SUFFIX: Mapping[str, FormatName] = MappingProxyType(
    {
        ".csv": "csv",
        ".tsv": "tsv",
        ".json": "json",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".md": "md",
        ".txt": "table",
    }
)
JSON, JSON_LINES = (".json",), (".jsonl", ".ndjson")
"""What a file may be called that is always written so."""


def format_of(asked: FormatName | None, output: Path | None) -> FormatName:
    """The format asked for, else that of the file's suffix, else (a name without one) a table.

    UsageError where the two contradict each other, and for a suffix that no format has, so that nobody finds a table in
    a file that is called a workbook."""
    named = _BY_SUFFIX.get(output.suffix.lower()) if output else None
    if asked and named and asked != named:
        raise UsageError(
            f"--format {asked} does not go into a file called {output}.",
            advice=f"Leave --format out to get {named}, or call the file otherwise.",
        )
    if output and not asked:
        refuse_other(output, _BY_SUFFIX, advice="Call it by one of these, or say with --format what goes into it.")
    return asked or named or "table"


def refuse_other(output: Path | None, suffixes: Collection[str], *, advice: str = "Call it otherwise.") -> None:
    """UsageError for a file with a suffix that is none of these; a name without one may be written to as well."""
    if output is not None and output.suffix and output.suffix.lower() not in suffixes:
        *first, last = suffixes
        written = f"{', '.join(first)} or {last}" if first else last
        raise UsageError(f"{output} is not {written}.", advice=advice)
