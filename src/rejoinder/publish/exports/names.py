"""The names of the formats."""

from __future__ import annotations

from typing import Literal

FormatName = Literal["table", "json", "jsonl", "csv", "tsv", "md"]
