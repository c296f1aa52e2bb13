"""Answers a query in the form asked for: 304 where nothing has changed, from memory where it was written before, in a
stream where all rows are wanted."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from rejoinder.publish.web.access.current import csrf_token, viewer
from rejoinder.publish.web.bodies import as_html, as_json, csv_line, json_line
from rejoinder.publish.web.holding import Desk, Holding
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.page_of import MEDIA, PageOf
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words import language
from rejoinder.publish.words.language import _


def serve(request: Request, one: PageOf, form: str, asked: Asked, row_id: str | None) -> Response:
    """The answer in this form; 304 where the reader has it, and from memory where nothing has changed."""
    _each_once(request)
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
            body = (as_json if form == "json" else as_html)(desk, one, links, asked, found).encode("utf-8", "replace")
            if kept:
                request.app.state.memory.put(headers["ETag"], body)
    return Response(body, media_type=MEDIA[form], headers=headers)


def _each_once(request: Request) -> None:
    """Refused where a parameter is given twice: only one of them could be answered."""
    for name in request.query_params:
        if len(request.query_params.getlist(name)) > 1:
            raise Refusal(400, _("%(name)s is given more than once.") % {"name": name[:40]}, advice=_("Give it once."))


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
                yield csv_line(columns)
            for row in found.every():
                if form == "csv":
                    yield csv_line([row[name] for name in columns])
                else:
                    yield json_line(row)

    name = f"{found.view}.{form}"
    return StreamingResponse(
        lines(),
        media_type=MEDIA[form],
        headers={**headers, "Content-Disposition": f'attachment; filename="{name}"'},
    )
