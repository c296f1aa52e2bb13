"""Signing in with an OpenID provider: who they are is the provider's word, what they may do is in the file of users.

Authlib speaks with the provider; it comes with `pip install 'rejoinder[oidc]'` and is asked for only here."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from rejoinder.errors import UsageError

_SCOPE = "openid email"
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
_WAIT_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The provider and what it knows the desk as; `transport` stands for the network in tests."""

    issuer: str
    client_id: str
    client_secret: str
    transport: Any = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.issuer)
        if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1"):
            raise UsageError(
                f"The provider {self.issuer[:200]} is not reached by HTTPS.", advice="Give its https address."
            )
        _authlib()

    @property
    def name(self) -> str:
        """What the provider is called on the page."""
        return urlsplit(self.issuer).hostname or self.issuer

    def address(self, *, back: str, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes to sign in, and comes `back` from."""
        with self._client(back) as client:
            made = client.create_authorization_url(
                str(self._told(client)["authorization_endpoint"]), state=state, nonce=nonce, code_verifier=verifier
            )
        return str(made[0])

    def email(self, *, code: str, back: str, nonce: str, verifier: str) -> str | None:
        """The verified address of whoever came back with this code; None where the provider does not vouch for it."""
        with self._client(back) as client:
            told = self._told(client)
            given = client.fetch_token(told["token_endpoint"], code=code, code_verifier=verifier)
            answered = client.request("GET", told["jwks_uri"], withhold_token=True)
            answered.raise_for_status()
            claims = self._claims(str(given["id_token"]), answered.json(), nonce)
        verified = claims.get("email_verified") is True and isinstance(claims.get("email"), str)
        return str(claims["email"]) if verified else None

    def _claims(self, token: str, key_set: Any, nonce: str) -> Mapping[str, Any]:
        """What the provider says, once its signature, its name, ours, the time and the nonce are right."""
        from joserfc import jwt
        from joserfc.jwk import KeySet

        found = jwt.decode(token, KeySet.import_key_set(key_set), algorithms=_ALGORITHMS)
        needed = jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        needed.validate(found.claims)
        return found.claims

    def _told(self, client: Any) -> Mapping[str, Any]:
        """What the provider says of itself."""
        address = f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"
        answered = client.request("GET", address, withhold_token=True)
        answered.raise_for_status()
        told: Mapping[str, Any] = answered.json()
        if told.get("issuer") != self.issuer:
            raise ValueError("the provider goes by another name")
        return told

    def _client(self, back: str) -> Any:
        more = {"transport": self.transport} if self.transport is not None else {}
        return _authlib().OAuth2Client(
            client_id=self.client_id,
            client_secret=self.client_secret,
            redirect_uri=back,
            scope=_SCOPE,
            code_challenge_method="S256",
            timeout=_WAIT_S,
            **more,
        )


def _authlib() -> Any:
    try:
        return importlib.import_module("authlib.integrations.httpx_client")
    except ImportError as error:
        raise UsageError(
            "Signing in with a provider needs Authlib, which is not installed here.",
            advice="Install it with: pip install 'rejoinder[oidc]'.",
        ) from error
