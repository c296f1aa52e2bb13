"""What every answer says to the browser: nothing runs or loads but what the desk itself serves."""

from __future__ import annotations

import logging

from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rejoinder.publish.faults import fault_of
from rejoinder.publish.web.refusals import ErrorAnswer
from rejoinder.publish.words import language

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SAFE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer browsers hide the origin of the desk's own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "X-Frame-Options": "DENY",
}


class Guarded:
    """The application with these headers on every answer, in the language that the reader asks for; a fault of the
    program becomes an answer as well, with a code by which it is known again and nothing of what was asked."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Vary", "Accept-Language")
                    headers.setdefault("Content-Language", language.chosen())
            await send(message)

        preferred = language.preferred(Headers(scope=scope).get("accept-language", ""))
        with language.speaking(preferred, asked=language.named_in(scope["query_string"])):
            try:
                await self._app(scope, receive, guarded)
            except Exception as error:
                if begun:
                    raise
                await _confessed(error)(scope, receive, guarded)


def _confessed(error: Exception) -> JSONResponse:
    fault = fault_of(error)
    logging.getLogger("rejoinder.desk").error("fault %s: %s in %s", fault.code, fault.kind, fault.where)
    said = language.gettext("A fault of rejoinder, not yours (code %(code)s).") % {"code": fault.code}
    answer = ErrorAnswer(status=500, error=said, advice=language.gettext("Please report it with this code."))
    return JSONResponse(answer.model_dump(), status_code=500, headers={"Cache-Control": "no-store"})
