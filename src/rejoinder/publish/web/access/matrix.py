"""Who may do what, route by route. What is not declared here is in no release: a test walks every route."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rejoinder.publish.web.access.people import Role

_PUBLIC = ("/healthz", "/login", "/login/oidc", "/login/oidc/callback", "/session.json")
_PAGES = (
    "/board", "/exchange/{row_id}", "/timeline", "/event/{row_id}", "/disputes", "/dispute/{row_id}", "/positions",
    "/coverage", "/network", "/parties", "/party/{row_id}", "/sources", "/source/{row_id}", "/documents",
    "/document/{row_id}", "/statements", "/moves", "/search", "/brief", "/review", "/audit", "/changes",
)  # fmt: skip
_ENDINGS = ("", ".json", ".jsonl", ".csv")

MATRIX: Mapping[tuple[str, str], Role | None] = MappingProxyType(
    {
        **{("GET", path): None for path in _PUBLIC},
        ("POST", "/login"): None,
        **{("GET", page + ending): "reader" for page in _PAGES for ending in _ENDINGS},
        ("GET", "/brief.docx"): "reader",
        ("GET", "/brief.pdf"): "reader",
        ("GET", "/judgements.jsonl"): "reader",
        **{("POST", "/judgements" + what): "editor" for what in ("", "/undo", "/import")},
        ("GET", "/account"): "reader",
        ("POST", "/logout"): "reader",
        ("GET", "/users.json"): "admin",
    }
)
"""The least role for each route of the description of the interface; None: anybody."""


def is_public(path: str) -> bool:
    """Whether anybody may come here. Everything else, also what does not exist, is for users."""
    return path in _PUBLIC or path.startswith("/static/")
