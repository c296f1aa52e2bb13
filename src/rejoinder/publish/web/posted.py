"""What a request that changes something sends: a form, JSON or lines, and where a form leads on to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from fastapi import Request

from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import _


async def told(request: Request, media: tuple[str, ...]) -> tuple[str, bytes]:
    """The media type and body of a request that changes something. Refusal 415 for another type."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in media:
        raise Refusal(415, _("The request is of no kind that is taken here."), advice=", ".join(media))
    return kind, await request.body()


def fields_of(body: bytes) -> dict[str, list[str]]:
    """The fields of a form. Refusal 400 where it cannot be read."""
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=100, errors="strict")
    except ValueError as error:
        raise Refusal(400, _("The form cannot be read."), advice=_("Send it as the page does.")) from error


def object_of(body: bytes) -> Any:
    """What JSON holds. Refusal 400 where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, _("The body is not JSON."), advice=_("Send one object.")) from error


def way_on(fields: Mapping[str, list[str]], otherwise: str = "/review") -> str:
    """Where a form leads, a path of the desk only."""
    path = fields.get("next", [otherwise])[0]
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and len(path) < 2_000
    return path if inside else otherwise
