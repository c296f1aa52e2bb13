"""A page and its twins: one query, answered as HTML, JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import inspect
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, create_model

from rejoinder.publish.exports.safety import cell
from rejoinder.publish.web import language
from rejoinder.publish.web.access.current import csrf_token, viewer
from rejoinder.publish.web.found import Found
from rejoinder.publish.web.holding import Desk, Holding
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import ErrorAnswer
from rejoinder.publish.web.rendering import page

Find = Callable[..., Found]
MEDIA: Mapping[str, str] = MappingProxyType(
    {"html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8",
     "jsonl": "application/jsonl; charset=utf-8"}
)  # fmt: skip
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf:
    """A page: where it is, its template, what may be asked of it, and how that is found. `item` pages are of one row,
    whose id ends the path; a `live` one shows more than the account: what was added to the record since; one with
    `forms` that change something holds the token of its reader, and is in no memory but their browser's."""

    path: str
    template: str
    asked: type[Asked]
    find: Find
    view: str
    row_type: type
    summary: str
    item: bool = False
    live: bool = False
    forms: bool = False


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
        described = {"description": "The answer", "model": Listing[_row_model(one.row_type)]}  # type: ignore[misc]
    return {200: described, 304: {"description": "Nothing has changed since"}, **_REFUSALS}


def _row_model(row_type: type) -> Any:
    fields = {
        field.name: (field.type if isinstance(field.type, type) else Any, ...) for field in dataclasses.fields(row_type)
    }
    hints = inspect.get_annotations(row_type, eval_str=True)
    return create_model(row_type.__name__, **{name: (hints[name], ...) for name in fields})  # type: ignore[call-overload]


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


def serve(request: Request, one: PageOf, form: str, asked: Asked, row_id: str | None) -> Response:
    """The answer in this form; 304 where the reader has it, and from memory where nothing has changed."""
    holding: Holding = request.app.state.holding
    path = request.url.path if form == "html" else request.url.path.removesuffix(f".{form}")
    query = {name: str(value) for name, value in {**asked.filters(), **asked.days(), **_paging(asked)}.items()}
    links = Links(path=path, query=query)
    if form in ("csv", "jsonl"):
        return _whole(request, one, form, asked, links, row_id)
    with holding.at(asked) as desk:
        headers = _headers(_tag(desk, one, form, links, request))
        if _has(request, headers):
            return Response(status_code=304, headers=headers)
        kept = not (one.forms and form == "html")
        if one.forms:
            request.app.state.book.expect(desk)
        body = request.app.state.memory.get(headers["ETag"]) if kept else None
        if body is None:
            found = one.find(desk, asked, row_id) if one.item else one.find(desk, asked)
            body = (_json if form == "json" else _html)(desk, one, links, asked, found).encode("utf-8", "replace")
            if kept:
                request.app.state.memory.put(headers["ETag"], body)
    return Response(body, media_type=MEDIA[form], headers=headers)


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Language, Cookie"}


def _has(request: Request, headers: Mapping[str, str]) -> bool:
    """Whether the reader has this answer already."""
    return headers["ETag"] in request.headers.get("if-none-match", "")


def _paging(asked: Asked) -> dict[str, Any]:
    given = asked.model_dump(include={"after", "per_page", "lang"}, exclude_defaults=True)
    return {name: value for name, value in given.items() if value is not None}


def _tag(desk: Desk, one: PageOf, form: str, links: Links, request: Request) -> str:
    there = viewer()
    said = [
        desk.state,
        desk.latest if one.live else desk.standing.pending,
        form,
        links.path,
        sorted(links.query.items()),
        language.chosen(),
        request.app.version,
        (there.name, there.role, there.local) if there else None,
        csrf_token() if one.forms and form == "html" else None,
    ]
    return f'W/"{hashlib.sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()[:32]}"'


def _html(desk: Desk, one: PageOf, links: Links, asked: Asked, found: Found) -> str:
    return page(
        one.template,
        links,
        found=found,
        asked=asked,
        cut=desk.sheets.cut,
        span=_span(desk),
        pending=desk.standing.pending,
        **found.shown,
    )


def _span(desk: Desk) -> tuple[str | None, str | None]:
    """The days between which the date can be moved: from a month before the first publication to the last day."""
    cut, documents = desk.sheets.cut, desk.sheets.page("documents", most=1).lines
    first = documents[0].row["published"] if documents else None
    return first or cut.first_day, cut.last_day


def _json(desk: Desk, one: PageOf, links: Links, asked: Asked, found: Found) -> str:
    return json.dumps(
        {
            "ok": True,
            "view": found.view,
            "as_of": asked.days().get("as_of"),
            "known_at": asked.days().get("known_at"),
            "last_day": desk.sheets.cut.last_day,
            "asked": asked.filters(),
            "total": found.total,
            "next": found.following,
            "next_url": Links(path=f"{links.path}.json", query=links.query).here(after=found.following)
            if found.following
            else None,
            "about": found.about,
            "rows": found.rows,
        },
        ensure_ascii=False,
    )


def _whole(request: Request, one: PageOf, form: str, asked: Asked, links: Links, row_id: str | None) -> Response:
    """All rows of the query, from one state of the record, written while they are read; 304 as for a page of them."""
    holding: Holding = request.app.state.holding
    with ExitStack() as opened:
        desk = opened.enter_context(holding.at(asked))
        headers = _headers(_tag(desk, one, form, links, request))
        if _has(request, headers):
            return Response(status_code=304, headers=headers)
        found = one.find(desk, asked, row_id) if one.item else one.find(desk, asked)
        held = opened.pop_all()
    columns = [field.name for field in dataclasses.fields(found.row_type)]

    def lines() -> Iterator[bytes]:
        with held:
            if form == "csv":
                yield _csv_line(columns)
            for row in found.every():
                if form == "csv":
                    yield _csv_line([_value(row[name]) for name in columns])
                else:
                    yield (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace")

    name = f"{found.view}.{form}"
    return StreamingResponse(
        lines(),
        media_type=MEDIA[form],
        headers={**headers, "Content-Disposition": f'attachment; filename="{name}"'},
    )


def _csv_line(values: list[Any]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue().encode("utf-8", "replace")


def _value(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(value) if isinstance(value, str) else value
