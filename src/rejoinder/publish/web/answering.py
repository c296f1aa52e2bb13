"""A refusal put into an answer: a page for people, JSON for programs."""

from __future__ import annotations

import datetime as dt

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.web.rendering import page


def wants_page(request: Request) -> bool:
    """Whether a person is to read the answer."""
    ends = request.url.path.rpartition(".")[2]
    return ends not in ("json", "jsonl", "csv") and "text/html" in request.headers.get("accept", "text/html")


def answer(request: Request, refusal: Refusal) -> Response:
    """The answer that says it."""
    said = refusal.answer
    headers = {"Cache-Control": "no-store"}
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    if said.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="rejoinder"'
    if not wants_page(request):
        return JSONResponse(said.model_dump(), status_code=said.status, headers=headers)
    known = {name: request.query_params.get(name, "") for name in ("as_of", "known_at")}
    days = {name: value for name, value in known.items() if _is_day(value)}
    links = Links(path=request.url.path if request.method in ("GET", "HEAD") else "/board", query=days)
    if refusal.retry_after is not None:
        headers["Refresh"] = str(refusal.retry_after)
    deciding = request.method == "POST" and request.url.path.startswith("/judgements")
    back = {"line": getattr(request.state, "line", ""), "unchanged": deciding}
    text = page("refusal.html.j2", links, answer=said, **back, cut=None, asked=None, span=(None, None))
    return HTMLResponse(text, status_code=said.status, headers=headers)


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
