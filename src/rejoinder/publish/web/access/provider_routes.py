"""The way to the OpenID provider and back."""

from __future__ import annotations

import hmac
import logging
import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import BaseModel, ConfigDict, Field

from rejoinder.publish.web.access.admission import NOT_KEPT, cookie, keep
from rejoinder.publish.web.access.oidc import Provider
from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.access.signing_in import Whereto, begun, inside
from rejoinder.publish.web.refusals import ErrorAnswer, Refusal
from rejoinder.publish.words.language import _

router = APIRouter(tags=["access"])
_GO: dict[int | str, dict[str, Any]] = {
    303: {"description": "On to the next page"},
    502: {"model": ErrorAnswer, "description": "The provider failed"},
}
_MINUTES = 10


class CameBack(BaseModel):
    """What the provider sends along; of what else it sends nothing is read."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: Annotated[str, Field(max_length=4_000)] = ""
    state: Annotated[str, Field(max_length=200)] = ""


@router.get("/login/oidc", summary="Sign in with the provider", response_class=Response, responses=_GO)
def away(request: Request, asked: Annotated[Whereto, Query()]) -> Response:
    """To the provider. Refusal 404 where none is set up, 502 where it does not answer."""
    access, provider = _provider(request)
    kept = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    try:
        address = provider.address(back=_back(request, access), **kept)
    except Exception as error:
        raise _failed(error) from error
    made = RedirectResponse(address, status_code=303, headers=NOT_KEPT)
    value = _signer(access).dumps({**kept, "next": inside(asked.next)})
    keep(made, "oidc", request, str(value), secure=access.secure, seconds=_MINUTES * 60)
    return made


@router.get("/login/oidc/callback", summary="Back from the provider", response_class=Response, responses=_GO)
def back(request: Request, asked: Annotated[CameBack, Query()]) -> Response:
    """Begin a session. Refusal 400 for an answer that was not asked for, 403 for somebody who is no user here."""
    access, provider = _provider(request)
    try:
        kept = _signer(access).loads(request.cookies.get(cookie("oidc", request), ""), max_age=_MINUTES * 60)
    except BadSignature:
        kept = None
    if not kept or not asked.code or not hmac.compare_digest(kept["state"].encode(), asked.state.encode()):
        raise Refusal(400, _("This sign-in was not begun here, or too long ago."), advice=_("Begin again at /login."))
    try:
        email = provider.email(
            code=asked.code, back=_back(request, access), nonce=kept["nonce"], verifier=kept["verifier"]
        )
    except Exception as error:
        raise _failed(error) from error
    user = access.users.by_email(email) if access.users is not None and email else None
    if user is None:
        raise Refusal(
            403,
            _("The provider knows you, this desk does not."),
            advice=_("Ask whoever keeps the users of this desk."),
        )
    made = begun(request, access, user, kept["next"])
    made.delete_cookie(cookie("oidc", request), path="/")
    return made


def _provider(request: Request) -> tuple[Access, Provider]:
    access: Access = request.app.state.access
    if access.provider is None:
        raise Refusal(404, _("There is no such page."), advice=_("Begin at the board."))
    return access, access.provider


def _signer(access: Access) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(access.key, salt="oidc")


def _back(request: Request, access: Access) -> str:
    return f"{'https' if access.secure else 'http'}://{request.headers['host']}/login/oidc/callback"


def _failed(error: Exception) -> Refusal:
    logging.getLogger("rejoinder.desk").warning("the OpenID provider failed: %s", type(error).__name__)
    return Refusal(502, _("The provider did not vouch for you."), advice=_("Try again, or sign in with a password."))
