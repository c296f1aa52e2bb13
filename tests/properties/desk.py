"""The desk for properties: over the invented record, with how many cases are to be tried."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

CASES = int(os.environ.get("FUZZ_CASES", "0"))  # `make fuzz` sets it; the tests of every day try fewer
_MARKS = re.compile(r"\?(?:, \?)+")


def parameters(app: Any) -> Mapping[str, tuple[str, ...]]:
    """The paths that are read, with the names of the parameters that each takes in its query."""
    found = {}
    for path, methods in app.openapi()["paths"].items():
        if "get" in methods and not path.startswith(("/login", "/brief.pdf", "/brief.docx")):
            given = methods["get"].get("parameters", ())
            found[path] = tuple(one["name"] for one in given if one["in"] == "query")
    return found


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that any database is given meanwhile, with lists of marks as one."""
    said: list[str] = []

    def hear(_c: object, _cursor: object, statement: str, _given: object, _context: object, _many: object) -> None:
        said.append(_MARKS.sub("?…", statement))

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", hear)


def known_values(desk: TestClient) -> dict[str, str]:
    """For each parameter a value that the record has."""
    move = desk.get("/moves.json?per_page=1").json()["rows"][0]
    issues = [row["issue"] for row in desk.get("/positions.json").json()["rows"] if row["issue"]]
    return {
        "party": "Norway", "issue": issues[0] if issues else "quota", "outlet": move["outlet"], "kind": move["kind"],
        "event": move["event"], "document": move["document_id"], "q": "patrol", "month": "2024-03", "status": "open",
        "modality": move["modality"], "treatment": "reported", "form": "direct", "type": "state", "line": move["id"],
        "reason": "low-score", "decision": "right", "by": "known_at", "from": "2024-03-04", "to": "2024-03-10",
        "view": "timeline",
        "per_page": "3", "after": "p2", "sort": "first", "as_of": "2024-03-10", "known_at": "2024-03-11",
    }  # fmt: skip
