"""Where the desk is told what a person decides: added to the record, taken back, exported and imported."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from rejoinder.errors import UsageError
from rejoinder.publish.clock import utc_now
from rejoinder.publish.web.access.current import require
from rejoinder.publish.web.acting import acting
from rejoinder.publish.web.deciding import Edit, Key, of_form
from rejoinder.publish.web.desk_book import DeskBook, TakenIn
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.of_record import in_words
from rejoinder.publish.web.posted import fields_of, object_of, told, way_on
from rejoinder.publish.web.queries import Spoken
from rejoinder.publish.web.refusals import ConflictAnswer, ErrorAnswer, Refusal, of_validation
from rejoinder.publish.web.rendering import page
from rejoinder.publish.words.language import _
from rejoinder.record.codec import encode
from rejoinder.record.judgement_lines import judgement_lines, read_judgement_lines
from rejoinder.record.judging import Added
from rejoinder.types.judgement import Judgement

router = APIRouter(tags=["judgements"])
Said = Annotated[Spoken, Query()]
_EDITOR = [Depends(require("editor"))]
_FORM, _JSON, _LINES = "application/x-www-form-urlencoded", "application/json", "application/jsonl"


class Decided(BaseModel):
    """What was added, whether that had been done before, how many judgements each line has by now, and whether the
    account has them already."""

    ok: bool = True
    judgements: list[dict[str, Any]]
    repeated: bool
    versions: dict[str, int]
    in_account: bool


class TakenInAnswer(BaseModel):
    """Of how many judgements how many were new, and how many are about lines that are not in this record."""

    ok: bool = True
    given: int
    new: int
    strangers: int
    in_account: bool


_SAID: dict[int | str, dict[str, Any]] = {
    400: {"model": ErrorAnswer, "description": "It cannot be decided so"},
    403: {"model": ErrorAnswer, "description": "Not for this role, or not from a page of the desk"},
    404: {"model": ErrorAnswer, "description": "There is no such line"},
    409: {"model": ConflictAnswer, "description": "Somebody else has decided meanwhile; `current` has the versions"},
    413: {"model": ErrorAnswer, "description": "Too large"},
    415: {"model": ErrorAnswer, "description": "Neither JSON nor a form"},
    503: {"model": ErrorAnswer, "description": "The record is being written; try again with the same key"},
}


def _body(*media: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {one: {"schema": schema} for one in media}}}


@router.post(
    "/judgements",
    status_code=201,
    response_model=Decided,
    summary="Decide on a line",
    dependencies=_EDITOR,
    responses={200: {"model": Decided, "description": "A repetition"}, 303: {"description": "From a form"}, **_SAID},
    openapi_extra=_body(_JSON, _FORM, schema=TypeAdapter(Edit).json_schema()),
)
async def decide(
    request: Request, _asked: Said, idempotency_key: Annotated[str | None, Header(max_length=200)] = None
) -> Response:
    """Add a judgement. A repetition with the same `Idempotency-Key` is one edit."""
    media, body = await told(request, (_JSON, _FORM))
    fields = fields_of(body) if media == _FORM else {}
    given = of_form(fields) if media == _FORM else object_of(body)
    request.state.line = fields.get("subject", [""])[0]  # where a refusal leads back to
    key = idempotency_key if media == _JSON else (fields.get("key", [""])[0] or None)
    try:
        edit = Edit.model_validate(given)
        key = None if key is None else TypeAdapter(Key).validate_python(key)
    except ValidationError as error:
        raise of_validation(error, tuple(Edit.model_fields)) from error
    added, in_account = await run_in_threadpool(_decide, request, edit, key)
    if media == _FORM:
        return RedirectResponse(way_on(fields), status_code=303)
    answer = Decided(
        judgements=[_shown(one) for one in added.judgements],
        repeated=added.repeated,
        versions=dict(added.versions),
        in_account=in_account,
    )
    return JSONResponse(answer.model_dump(), status_code=200 if added.repeated else 201)


@router.post(
    "/judgements/undo",
    response_model=Decided,
    summary="Take back one's last judgement",
    dependencies=_EDITOR,
    responses={303: {"description": "From a form"}, **_SAID},
    openapi_extra=_body(_FORM, schema={"type": "object", "properties": {"last": {"type": "string"}}}),
)
async def undo(request: Request, _asked: Said) -> Response:
    """Withdraw the judgement `last`, if it is the last one of whoever asks that is in force."""
    _media, body = await told(request, (_FORM,))
    fields = fields_of(body)
    last = fields.get("last", [""])[0]
    await run_in_threadpool(_undo, request, last)
    return RedirectResponse(way_on(fields), status_code=303)


@router.get("/judgements.jsonl", summary="Every judgement, to be taken into another record", response_class=Response)
def export(request: Request) -> Response:
    """The judgements in the order in which they were made, withdrawn ones and withdrawals too."""
    book: DeskBook = request.app.state.book
    return StreamingResponse(
        judgement_lines(book.all()),
        media_type=f"{_LINES}; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="judgements.jsonl"'},
    )


@router.post(
    "/judgements/import",
    response_model=TakenInAnswer,
    summary="Take in judgements that were made elsewhere",
    dependencies=_EDITOR,
    responses=_SAID,
    openapi_extra=_body(_LINES, _FORM, schema={"type": "string"}),
)
async def take_in(request: Request, _asked: Said) -> Response:
    """Add the judgements of JSON lines, all or none; those that are there already add nothing."""
    media, body = await told(request, (_LINES, _FORM))
    fields = fields_of(body) if media == _FORM else {}
    text = fields.get("lines", [""])[0] if media == _FORM else body.decode("utf-8", "replace")
    taken = await run_in_threadpool(_take_in, request, text)
    if media == _FORM:
        links = Links(path="/audit", query={})
        said = page("taken_in.html.j2", links, taken=taken, cut=None, asked=None, span=(None, None))
        return HTMLResponse(said, headers={"Cache-Control": "no-store"})
    return JSONResponse(TakenInAnswer(**dataclasses.asdict(taken)).model_dump())


def _decide(request: Request, edit: Edit, key: str | None) -> tuple[Added, bool]:
    book: DeskBook = request.app.state.book
    edit = book.checked(edit)
    return book.add(edit.judgements(acting(request), key), {edit.subjects[0]: edit.version}, utc_now)


def _undo(request: Request, last: str) -> None:
    book: DeskBook = request.app.state.book
    book.undo(last, acting(request), utc_now)


def _take_in(request: Request, text: str) -> TakenIn:
    book: DeskBook = request.app.state.book
    try:
        given = read_judgement_lines(text)
    except UsageError as error:
        said = _("A line is no judgement; none was taken in.")
        raise Refusal(400, said, advice=in_words(error.advice), errors=(said, in_words(error.message))) from error
    return book.take_in(given)


def _shown(one: Judgement) -> dict[str, Any]:
    data = encode(one, Judgement)
    assert isinstance(data, dict)
    return data
