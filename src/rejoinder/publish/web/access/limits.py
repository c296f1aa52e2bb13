"""How much of a request is read: its address, headers and body, and how long the desk waits for it."""

from __future__ import annotations

import asyncio
import re

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope

from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _

ADDRESS_BYTES = 8_192
HEADER_BYTES, HEADERS = 16_384, 100
BODY_BYTES = 262_144
BODIES = {"/judgements/import": 33_554_432}  # a file of judgements
BODY_S = 20.0
FIELDS, DEPTH = 1_000, 64
_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
MEDIA = (_FORM, _JSON, "application/jsonl", "application/x-ndjson")
_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(rb"[\[{]|[\]}]")


def check_head(scope: Scope) -> None:
    """Refusal 414 or 431 for an address or headers that are too long, 413 for a body where none belongs."""
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS_BYTES:
        raise Refusal(414, _("The address is too long."), advice=_("Ask for less at once."))
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    if len(headers) > HEADERS or sum(len(name) + len(value) + 4 for name, value in headers) > HEADER_BYTES:
        raise Refusal(431, _("The headers are too long."), advice=_("Clear the cookies of this site."))


def drop_many_ranges(scope: Scope) -> None:
    """Nobody needs several ranges of a file at once; such a request is answered whole."""
    ranges = [value for name, value in scope["headers"] if name == b"range"]
    if any(b"," in value for value in ranges) or len(ranges) > 1:
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"range"]


async def whole_body(scope: Scope, receive: Receive) -> bytes:
    """The body. Refusal 413, 415, 400 or 408 for one that is too long, of another kind, badly formed or too slow."""
    headers = Headers(scope=scope)
    most = BODIES.get(scope["path"], BODY_BYTES)
    told = headers.get("content-length", "0")
    if not told.isdigit() or int(told[:18]) > most:
        raise _too_long(most)
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refusal(415, _("The body is packed."), advice=_("Send it as it is."))
    read = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Refusal(400, _("The body ended early."))
                read += message.get("body", b"")
                more = message.get("more_body", False)
                if len(read) > most:
                    raise _too_long(most)
    except TimeoutError:
        raise Refusal(408, _("The body took too long to come."), advice=_("Try again.")) from None
    check_body(bytes(read), headers.get("content-type", ""))
    return bytes(read)


def check_body(body: bytes, content_type: str) -> None:
    """Refusal 415 or 400 for a body that is no form, JSON or JSON lines, or is made to be hard to read."""
    if not body:
        return
    media = content_type.partition(";")[0].strip().lower()
    if media not in MEDIA:
        raise Refusal(415, _("Bodies of this kind are not read."), advice=_("Send one of: ") + ", ".join(MEDIA) + ".")
    if media == _FORM and body.count(b"&") >= FIELDS:
        raise Refusal(400, _("The form has too many fields."))
    if media == _JSON and _depth(body) > DEPTH:
        raise Refusal(400, _("The JSON is nested too deeply."))


def replayed(body: bytes, receive: Receive) -> Receive:
    """The body once more, for whoever reads it next; then what comes after it."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _depth(body: bytes) -> int:
    deepest = depth = 0
    for match in _BRACKETS.finditer(_STRINGS.sub(b"", body)):
        depth += 1 if match[0] in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _too_long(most: int) -> Refusal:
    return Refusal(413, _("The body is too long."), advice=_("At most %(n)s bytes are read.") % {"n": most})
