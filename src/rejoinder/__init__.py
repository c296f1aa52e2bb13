"""rejoinder keeps the record of a negotiation from the news: who put what to whom, who answered, who says otherwise.

import rejoinder

record = rejoinder.read("articles/")
record.exchanges(as_of="2022-02-01").to_pandas()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rejoinder.errors import ModelError, RecordError, RejoinderError, SourceError, UsageError

if TYPE_CHECKING:
    from rejoinder.publish.api import OpenRecord, open_record, read

__all__ = [
    "ModelError",
    "OpenRecord",
    "RecordError",
    "RejoinderError",
    "SourceError",
    "UsageError",
    "open_record",
    "read",
]
_LAZY = ("OpenRecord", "open_record", "read")


def __getattr__(name: str) -> Any:
    """What is asked for first is loaded then: the command line starts without it."""
    if name == "__version__":
        from importlib.metadata import version

        return version("rejoinder")
    if name in _LAZY:
        from rejoinder.publish import api

        return getattr(api, name)
    raise AttributeError(f"module 'rejoinder' has no attribute {name!r}")
