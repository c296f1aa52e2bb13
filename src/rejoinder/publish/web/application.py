"""The desk as an application: its pages, files and refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from rejoinder.errors import RejoinderError
from rejoinder.publish.web.acting import ANALYST
from rejoinder.publish.web.desk_book import DeskBook
from rejoinder.publish.web.headers import Guarded
from rejoinder.publish.web.holding import Holding
from rejoinder.publish.web.language import _
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.memory import Memory
from rejoinder.publish.web.refusals import Refusal, of_failure, of_parameters
from rejoinder.publish.web.rendering import STATIC, page
from rejoinder.publish.web.routes import router

_FOREVER = "public, max-age=31536000, immutable"  # the address of a file changes with the file


class BuiltFiles(StaticFiles):
    """Scripts, styles and letters; a browser keeps them for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file."""
        found = await super().get_response(path, scope)
        found.headers["Cache-Control"] = _FOREVER if b"v=" in scope["query_string"] else "no-cache"
        return found


def create_app(record: Path, *, cache: Path, acting_as: str = ANALYST) -> FastAPI:
    """The desk over the record in this file; cuts of other days are kept in the folder `cache`, judgements under the
    name `acting_as`. Nothing is written to the record but judgements and the account that follows them.

    RecordError where the record cannot be opened."""
    holding = Holding(record, cache)
    book = DeskBook(record, holding)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        book.close()
        holding.close()

    app = FastAPI(
        title="rejoinder: the desk",
        version=version("rejoinder"),
        description="The record of a negotiation from the news: every page as JSON, JSON lines and CSV. "
        "`as_of` and `known_at` hold on every page; rows keep the columns of docs/columns.md.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.holding = holding
    app.state.book = book
    app.state.acting_as = acting_as
    app.state.memory = Memory()
    app.state.started = dt.datetime.now(dt.UTC)
    app.add_middleware(Guarded)
    app.include_router(router)
    app.mount("/static", BuiltFiles(directory=STATIC), name="static")
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RejoinderError, _failed)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _unknown)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return _answer(request, error)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RejoinderError)
    return _answer(request, of_failure(error))


async def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    route = request.scope.get("route")
    fields = [
        name
        for parameter in (route.dependant.query_params if route else ())
        for name in getattr(parameter.field_info.annotation, "model_fields", {parameter.name: None})
    ]
    return _answer(request, of_parameters(error, fields))


async def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _answer(request, Refusal(404, _("There is no such page."), advice=_("Begin at the board.")))
    return _answer(request, Refusal(error.status_code, str(error.detail)))


def _answer(request: Request, refusal: Refusal) -> Response:
    """A page for people, JSON for programs."""
    answer = refusal.answer
    headers = {"Cache-Control": "no-store"}
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    ends = request.url.path.rpartition(".")[2]
    if ends in ("json", "jsonl", "csv") or "text/html" not in request.headers.get("accept", "text/html"):
        return JSONResponse(answer.model_dump(), status_code=answer.status, headers=headers)
    known = {name: request.query_params.get(name, "") for name in ("as_of", "known_at")}
    days = {name: value for name, value in known.items() if _is_day(value)}
    links = Links(path=request.url.path, query=days)
    if refusal.retry_after is not None:
        headers["Refresh"] = str(refusal.retry_after)
    text = page("refusal.html.j2", links, answer=answer, cut=None, asked=None, span=(None, None))
    return HTMLResponse(text, status_code=answer.status, headers=headers)


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
