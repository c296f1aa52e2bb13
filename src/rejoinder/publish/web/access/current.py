"""Who is there, what they may do, and the token that every change must carry."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from fastapi import Request

from rejoinder.publish.web.access.people import Role, User
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.words.language import N_, _

_ROLES = (N_("reader"), N_("editor"), N_("admin"))  # for the catalogues
FIELD, HEADER = "csrf", "X-CSRF-Token"
_token: ContextVar[str] = ContextVar("csrf", default="")
_viewer: ContextVar[User | None] = ContextVar("viewer", default=None)


def current_user(request: Request) -> User:
    """Who asks. Refusal 401 where nobody has said who they are."""
    user: User | None = getattr(request.state, "user", None)
    if user is None:
        raise unknown()
    return user


def require(role: Role) -> Callable[[Request], User]:
    """A dependency that gives the user. Refusal 403 where the user may not do what this role may."""

    def admitted(request: Request) -> User:
        user = current_user(request)
        if not user.may(role):
            raise Refusal(
                403,
                _("This takes the role of %(role)s; yours is %(own)s.") % {"role": _(role), "own": _(user.role)},
                advice=_("Ask whoever keeps the users of this desk."),
            )
        return user

    admitted.role = role  # type: ignore[attr-defined]
    return admitted


def unknown() -> Refusal:
    """What is said to somebody who has not said who they are."""
    return Refusal(401, _("Say first who you are."), advice=_("Sign in, or send a token of yours."))


def viewer() -> User | None:
    """Who is there, for the templates."""
    return _viewer.get()


def csrf_token() -> str:
    """The token for the forms of this page. Pages that hold it are nobody else's: they must not be kept in memory."""
    return _token.get()


def enter(user: User | None, token: str) -> None:
    """From here on this user is there, with this token."""
    _viewer.set(user)
    _token.set(token)


def new_token(key: bytes, session: str) -> str:
    """A token for the forms of a session ("" for none)."""
    nonce = secrets.token_urlsafe(16)
    return f"{nonce}.{_signature(key, nonce, session)}"


def is_of(token: str, key: bytes, session: str) -> bool:
    """Whether the token was made here for this session."""
    nonce, dot, signature = token.partition(".")
    return bool(dot) and hmac.compare_digest(signature.encode(), _signature(key, nonce, session).encode())


def _signature(key: bytes, nonce: str, session: str) -> str:
    return hmac.new(key, f"csrf {nonce} {session}".encode(), hashlib.sha256).hexdigest()
