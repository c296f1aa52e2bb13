"""The door: every request is looked at here before any page sees it."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qs, urlencode

from itsdangerous import BadSignature, Signer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rejoinder.publish.web.access.current import FIELD, HEADER, enter, is_of, new_token, unknown
from rejoinder.publish.web.access.limits import check_head, drop_many_ranges, replayed, whole_body
from rejoinder.publish.web.access.matrix import is_public
from rejoinder.publish.web.access.names import named, same_origin
from rejoinder.publish.web.access.people import User
from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.answering import answer, wants_page
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _, asked

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = "bearer "


class Admission:
    """The application behind its door: only by its own names, only to its users, changes only from its own pages."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or say why not."""
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            token, receive = await self._admitted(request, receive)
        except Refusal as refusal:
            await self._refused(request, refusal)(scope, receive, send)
            return
        await self._app(scope, receive, self._marking(request, token, send))

    async def _admitted(self, request: Request, receive: Receive) -> tuple[str | None, Receive]:
        """The new token for forms, if the browser has none that holds, and what is still to be read."""
        check_named(request, self._access)
        check_head(request.scope)
        drop_many_ranges(request.scope)
        check_not_from_elsewhere(request)
        user, session, bearer = await self._who(request)
        request.state.user = user
        request.state.session = session
        held = request.cookies.get(cookie("csrf", request), "")
        fresh = None if is_of(held, self._access.key, session) else new_token(self._access.key, session)
        enter(user, fresh or held)
        if user is None and not is_public(request.url.path):
            raise unknown()
        if request.method in _SAFE:
            return fresh, receive
        if not bearer:
            check_origin(request)
        body = await whole_body(request.scope, receive)
        if not bearer and (fresh or not hmac.compare_digest(_sent(request, body).encode(), held.encode())):
            raise Refusal(
                403,
                _("This page is too old, or the request is not from a page of the desk."),
                advice=_("Load the page again and repeat it."),
            )
        return fresh, replayed(body, receive)

    async def _who(self, request: Request) -> tuple[User | None, str, bool]:
        """Who asks, the token of their session, and whether a program sent it rather than a browser."""
        users = self._access.users
        if users is None:
            return self._access.local, "", False
        header = request.headers.get("authorization", "")
        if header.lower().startswith(_BEARER):
            token = header[len(_BEARER) :].strip()
            return await run_in_threadpool(users.of_session, token, "token"), "", True
        signed = request.cookies.get(cookie("session", request))
        if not signed:
            return None, "", False
        try:
            token = Signer(self._access.key, salt="session").unsign(signed).decode("ascii")
        except (BadSignature, UnicodeDecodeError):
            return None, "", False
        user = await run_in_threadpool(users.of_session, token, "browser")
        return user, token if user else "", False

    def _refused(self, request: Request, refusal: Refusal) -> Response:
        if refusal.answer.status == 401 and request.method in _SAFE and wants_page(request):
            path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            there = "/login?" + urlencode({"next": path, **({"lang": tongue} if (tongue := asked()) else {})})
            return RedirectResponse(there, status_code=303, headers=NOT_KEPT)
        made = answer(request, refusal)
        if request.method not in _SAFE:
            made.headers["Connection"] = "close"  # the rest of the body is not read
        return made

    def _marking(self, request: Request, token: str | None, send: Send) -> Send:
        async def marked(message: Message) -> None:
            if token and message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html") or request.url.path == "/session.json":
                    given = Response()
                    keep(given, "csrf", request, token, secure=self._access.secure)
                    headers.append("Set-Cookie", given.headers["set-cookie"])
            await send(message)

        return marked


NOT_KEPT = {"Cache-Control": "no-store"}


def cookie(kind: str, request: Request) -> str:
    """The name of a cookie; each desk of a machine has its own, for browsers do not tell ports apart."""
    server = request.scope.get("server") or ("", 0)
    return f"rejoinder_{kind}_{server[1]}"


def keep(
    response: Response, kind: str, request: Request, value: str, *, secure: bool, seconds: int | None = None
) -> None:
    """Give the browser a cookie that no script reads and no other site's form sends."""
    response.set_cookie(
        cookie(kind, request), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
    )


def check_named(request: Request, access: Access) -> None:
    """Refusal 421 for a request to another name than the desk's: a page of that name must not read it."""
    hosts = request.headers.getlist("host")
    if len(hosts) != 1 or not named(hosts[0], access.hosts):
        raise Refusal(421, _("The desk does not go by this name."), advice=_("Use the address that it printed."))


def check_not_from_elsewhere(request: Request) -> None:
    """Refusal 403 where a browser says that a page of another site asks, but for following a link."""
    site = request.headers.get("sec-fetch-site", "none")
    follows = request.method == "GET" and request.headers.get("sec-fetch-mode") == "navigate"
    if site not in ("same-origin", "none") and not (follows and request.headers.get("sec-fetch-dest") == "document"):
        raise _from_elsewhere()


def check_origin(request: Request) -> None:
    """Refusal 403 where a change is asked for by a page of another origin, or of one that hides its own."""
    origins = request.headers.getlist("origin")
    if any(not same_origin(origin, request.headers["host"]) for origin in origins) or len(origins) > 1:
        raise _from_elsewhere()


def _from_elsewhere() -> Refusal:
    return Refusal(403, _("The request comes from another site."), advice=_("Ask from a page of the desk itself."))


def _sent(request: Request, body: bytes) -> str:
    told = request.headers.get(HEADER)
    if told is not None:
        return told
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        found = parse_qs(body.decode("utf-8", "replace"), max_num_fields=1_001).get(FIELD, [])
        return found[0] if len(found) == 1 else ""
    return ""
