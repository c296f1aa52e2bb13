"""The names of the formats, and the one that a file asks for by its own name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rejoinder.errors import UsageError

FormatName = Literal["table", "json", "jsonl", "csv", "tsv", "md"]
_BY_SUFFIX: Mapping[str, FormatName] = MappingProxyType(
    {".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "md"}
)


def format_of(asked: FormatName | None, output: Path | None) -> FormatName:
    """The format asked for, else that of the file's suffix, else a table.

    UsageError where the two contradict each other."""
    named = _BY_SUFFIX.get(output.suffix.lower()) if output else None
    if asked and named and asked != named:
        raise UsageError(
            f"--format {asked} does not go into a file called {output}.",
            advice=f"Leave --format out to get {named}, or call the file otherwise.",
        )
    return asked or named or "table"
