"""The desk as an application: its pages, files and refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from rejoinder.errors import RejoinderError
from rejoinder.publish.web.access.admission import Admission
from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.answering import answer
from rejoinder.publish.web.desk_book import DeskBook
from rejoinder.publish.web.headers import Guarded
from rejoinder.publish.web.holding import Holding
from rejoinder.publish.web.interface import describing
from rejoinder.publish.web.memory import Memory
from rejoinder.publish.web.refusals import Refusal, of_failure, of_parameters
from rejoinder.publish.web.rendering import STATIC
from rejoinder.publish.web.routes import routes
from rejoinder.publish.words.language import _

_FOREVER = "public, max-age=31536000, immutable"  # the address of a file changes with the file


class BuiltFiles(StaticFiles):
    """Scripts, styles and letters; a browser keeps them for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file."""
        found = await super().get_response(path, scope)
        found.headers["Cache-Control"] = _FOREVER if b"v=" in scope["query_string"] else "no-cache"
        return found


def create_app(record: Path, *, cache: Path, access: Access | None = None) -> FastAPI:
    """The desk over the record in this file, cuts of other days are kept in the folder `cache`. Nothing is written
    to the record but judgements and the account that follows them.

    Without `access` it is for whoever sits at this machine. RecordError where the record cannot be opened."""
    holding = Holding(record, cache)
    book = DeskBook(record, holding)
    admitting = access or Access()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        book.close()
        holding.close()
        admitting.close()

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
    app.state.access = admitting
    app.state.memory = Memory()
    app.state.started = dt.datetime.now(dt.UTC)
    app.add_middleware(Admission, access=admitting)
    app.add_middleware(Guarded)
    app.include_router(routes())
    app.openapi = describing(app, asked=admitting.users is not None)  # type: ignore[method-assign]
    app.mount("/static", BuiltFiles(directory=STATIC), name="static")
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RejoinderError, _failed)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _unknown)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return answer(request, error)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RejoinderError)
    return answer(request, of_failure(error))


async def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    route = request.scope.get("route")
    fields = [
        name
        for parameter in (route.dependant.query_params if route else ())
        for name in getattr(parameter.field_info.annotation, "model_fields", {parameter.name: None})
    ]
    return answer(request, of_parameters(error, fields))


async def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return answer(request, Refusal(404, _("There is no such page."), advice=_("Begin at the board.")))
    if error.status_code == 405:
        advice = _("Only what a page's own forms change can be changed.")
        return answer(
            request,
            Refusal(405, _("This address does not take %(method)s.") % {"method": request.method}, advice=advice),
        )
    return answer(request, Refusal(error.status_code, str(error.detail)))
