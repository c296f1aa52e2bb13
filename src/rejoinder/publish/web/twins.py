"""A page and its twins: one query, answered as HTML, JSON, JSON lines or CSV."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from rejoinder.publish.web.page_of import MEDIA, PageOf
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import ErrorAnswer
from rejoinder.publish.web.twin_answers import serve

_REFUSALS: dict[int | str, dict[str, Any]] = {
    code: {"model": ErrorAnswer, "description": why}
    for code, why in ((400, "A parameter that cannot be answered"), (404, "Nothing of this id"),
                      (503, "The record is being put together, or is in use"))
}  # fmt: skip
_T = TypeVar("_T")


class Listing(BaseModel, Generic[_T]):
    """The rows of a view, the days for which they hold, and where the next ones are."""

    ok: bool = True
    view: str
    as_of: str | None
    known_at: str | None
    last_day: str | None
    asked: dict[str, Any]
    total: int
    next: str | None
    next_url: str | None
    about: dict[str, Any]
    rows: list[_T]


def add_page(router: APIRouter, one: PageOf, *, described: bool) -> None:
    """Add the page and its twins; `described` with what they may answer."""
    place = one.path + ("/{row_id:path}" if one.item else "")
    for form in ("json", "jsonl", "csv", "html"):
        path = place if form == "html" else f"{place}.{form}"
        name = f"{one.path.strip('/').replace('/', '_') or 'home'}_{form}"
        router.add_api_route(
            path,
            _endpoint(one, form),
            name=name,
            operation_id=name,
            methods=["GET"],
            summary=one.summary,
            tags=[one.view],
            response_class=Response,
            responses=_responses(one, form) if described else None,
        )


def _responses(one: PageOf, form: str) -> dict[int | str, dict[str, Any]]:
    described: dict[str, Any] = {"description": "The answer", "content": {MEDIA[form].partition(";")[0]: {}}}
    if form == "json":
        described = {"description": "The answer", "model": Listing[one.row_type]}  # type: ignore[name-defined]
    return {200: described, 304: {"description": "Nothing has changed since"}, **_REFUSALS}


def _endpoint(one: PageOf, form: str) -> Callable[..., Response]:
    def answer(request: Request, asked: Asked, row_id: str | None = None) -> Response:
        return serve(request, one, form, asked, row_id)

    kinds = inspect.Parameter
    given = [
        kinds("request", kinds.POSITIONAL_OR_KEYWORD, annotation=Request),
        kinds("asked", kinds.POSITIONAL_OR_KEYWORD, annotation=Annotated[one.asked, Query()]),
    ]
    if one.item:
        given.append(kinds("row_id", kinds.POSITIONAL_OR_KEYWORD, annotation=str))
    answer.__signature__ = inspect.Signature(given)  # type: ignore[attr-defined]
    return answer
