"""What schemathesis need not try: an empty list or object in a query is sent as nothing, which is what forms send."""

from __future__ import annotations

from typing import Any

import schemathesis


@schemathesis.hook
def filter_query(_context: Any, query: Any) -> bool:
    """Whether the query is worth trying."""
    return not any(value in ([], {}) for value in (query or {}).values())
