"""Signing in and out, and who is there."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from itsdangerous import Signer
from pydantic import BaseModel

from rejoinder.publish.web.access.admission import NOT_KEPT, cookie, keep
from rejoinder.publish.web.access.current import csrf_token, current_user, require
from rejoinder.publish.web.access.people import User
from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.access.users import SESSION_HOURS
from rejoinder.publish.web.answering import wants_page
from rejoinder.publish.web.linking import Links
from rejoinder.publish.web.queries import Nothing, Spoken
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.web.rendering import page
from rejoinder.publish.words.language import _

router = APIRouter(tags=["access"])
_LONGEST_PATH = 2_000
_FORM_OF: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["csrf", "name", "password"],
                    "properties": {
                        "csrf": {"type": "string"},
                        "name": {"type": "string", "maxLength": 64},
                        "password": {"type": "string", "maxLength": 1000},
                        "next": {"type": "string", "maxLength": 2000},
                    },
                }
            }
        },
    }
}
_PAGE: dict[int | str, dict[str, Any]] = {200: {"description": "The page", "content": {"text/html": {}}}}
_GO: dict[int | str, dict[str, Any]] = {303: {"description": "On to the next page"}}


class Whereto(Spoken):
    """Where to go on after signing in."""

    next: str = "/board"


class Session(BaseModel):
    """Who is there, and the token that a program on a page sends with every change as `X-CSRF-Token`."""

    ok: bool = True
    user: str | None
    role: str | None
    local: bool
    csrf: str


class Listed(BaseModel):
    """The users of the desk."""

    ok: bool = True
    rows: list[dict[str, str | int]]


@router.get("/login", summary="Where users sign in", response_class=Response, responses=_PAGE)
def login_page(request: Request, asked: Annotated[Whereto, Query()]) -> Response:
    """The form for name and password."""
    return _form(request, inside(asked.next))


@router.post("/login", summary="Sign in", response_class=Response, responses=_GO, openapi_extra=_FORM_OF)
async def login(request: Request, _asked: Annotated[Spoken, Query()]) -> Response:
    """Begin a session. 401 where name and password are nobody's, 429 after too many tries."""
    from starlette.concurrency import run_in_threadpool

    fields = parse_qs((await request.body()).decode("utf-8", "replace"))
    given = {name: values[0] for name, values in fields.items() if len(values) == 1}
    return await run_in_threadpool(_signed_in, request, given)


def _signed_in(request: Request, given: dict[str, str]) -> Response:
    access: Access = request.app.state.access
    if access.users is None:
        return RedirectResponse(inside(given.get("next", "")), status_code=303, headers=NOT_KEPT)
    name, address = given.get("name", ""), request.client.host if request.client else ""
    wait = access.throttle.wait(name, address)
    if wait:
        raise Refusal(429, _("Too many tries."), advice=_("Wait %(n)s seconds.") % {"n": wait}, retry_after=wait)
    user = access.users.by_password(name, given.get("password", ""))
    if user is None:
        access.throttle.failed(name, address)
        if not wants_page(request):
            raise Refusal(401, _("Nobody has this name and password."))
        return _form(request, inside(given.get("next", "")), failed=True)
    access.throttle.passed(name, address)
    return begun(request, access, user, inside(given.get("next", "")))


def begun(request: Request, access: Access, user: User, then: str) -> Response:
    """On to the next page with a new session; the one before it ends."""
    assert access.users is not None
    if request.state.session:
        access.users.end(request.state.session)
    signed = Signer(access.key, salt="session").sign(access.users.begin(user).encode()).decode()
    made = RedirectResponse(then, status_code=303, headers=NOT_KEPT)
    keep(made, "session", request, signed, secure=access.secure, seconds=SESSION_HOURS * 3600)
    made.delete_cookie(cookie("csrf", request), path="/")
    return made


@router.post("/logout", summary="Sign out", response_class=Response, responses=_GO)
def logout(
    request: Request, _asked: Annotated[Spoken, Query()], user: Annotated[User, Depends(require("reader"))]
) -> Response:
    """End this session."""
    access: Access = request.app.state.access
    if access.users is not None and request.state.session and not user.local:
        access.users.end(request.state.session)
    there = Links(path="/", query={}).told("/login" if access.users is not None else "/board")
    made = RedirectResponse(there, status_code=303, headers=NOT_KEPT)
    made.delete_cookie(cookie("session", request), path="/")
    return made


@router.get("/session.json", summary="Who is there", response_model=Session)
def session(request: Request, response: Response, _asked: Annotated[Nothing, Query()]) -> Session:
    """The user of this session, or none, and the token for changes."""
    response.headers.update(NOT_KEPT)
    user: User | None = request.state.user
    return Session(
        user=user.name if user else None,
        role=user.role if user else None,
        local=bool(user and user.local),
        csrf=csrf_token(),
    )


@router.get("/account", summary="Your account", response_class=Response, responses=_PAGE)
def account(request: Request, _asked: Annotated[Spoken, Query()]) -> Response:
    """Who is there, and the way out."""
    user = current_user(request)
    rows = _rows(request) if user.may("admin") else []
    text = page("account.html.j2", Links(path="/account", query={}), cut=None, asked=None, user=user, rows=rows)
    return HTMLResponse(text, headers=NOT_KEPT)


@router.get(
    "/users.json", summary="The users of the desk", response_model=Listed, dependencies=[Depends(require("admin"))]
)
def listed(request: Request, response: Response, _asked: Annotated[Nothing, Query()]) -> Listed:
    """Name, role, when they were added, and how many sessions they have; for admins."""
    response.headers.update(NOT_KEPT)
    return Listed(rows=_rows(request))


def _rows(request: Request) -> list[dict[str, str | int]]:
    access: Access = request.app.state.access
    found = access.users.listed() if access.users is not None else ()
    return [{"name": user.name, "role": user.role, "added_at": at, "sessions": n} for user, at, n in found]


def _form(request: Request, then: str, *, failed: bool = False) -> Response:
    access: Access = request.app.state.access
    text = page(
        "login.html.j2",
        Links(path="/login", query={"next": then}),
        cut=None,
        asked=None,
        then=then,
        failed=failed,
        needed=access.users is not None,
        provider=access.provider,
    )
    return HTMLResponse(text, status_code=401 if failed else 200, headers=NOT_KEPT)


def inside(path: str) -> str:
    """The path, if it is one of the desk's own; else the board."""
    plain = path.isprintable() and "\\" not in path and len(path) <= _LONGEST_PATH
    return path if plain and path.startswith("/") and not path.startswith("//") else "/board"
