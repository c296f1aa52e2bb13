"""Signing in by an OpenID provider: its word counts only signed, fresh, for this desk and about a user of the desk."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from rejoinder.errors import UsageError
from rejoinder.publish.web.access.oidc import Provider
from tests.unit.publish.web.access.conftest import Guarded

ISSUER = "https://who.example.org"


@dataclass
class FakeProvider:
    """A provider that says whatever a test wants it to."""

    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"}))
    claims: dict[str, Any] = field(default_factory=dict)
    signed_by: RSAKey | None = None
    issuer: str = ISSUER
    asked: dict[str, str] = field(default_factory=dict)
    up: bool = True

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request of the desk."""
        if not self.up:
            raise httpx2.ConnectError("nobody there")
        if request.url.path.endswith("/openid-configuration"):
            told = {name: f"{ISSUER}/{name}" for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
            return httpx2.Response(200, json={"issuer": self.issuer, **told})
        if request.url.path == "/jwks_uri":
            return httpx2.Response(200, json=KeySet([self.key]).as_dict(private=False))
        self.asked = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        token = jwt.encode({"alg": "RS256", "kid": "one"}, self.claims, self.signed_by or self.key)
        return httpx2.Response(200, json={"access_token": "x", "token_type": "Bearer", "id_token": token})


@pytest.fixture
def fake(guarded: Guarded) -> Any:
    """The provider, which the desk knows."""
    made = FakeProvider()
    given = Provider(issuer=ISSUER, client_id="desk", client_secret="s", transport=httpx2.MockTransport(made))
    guarded.users.add("ada", "editor", email="Ada@Example.org")
    object.__setattr__(guarded.access, "provider", given)
    yield made
    object.__setattr__(guarded.access, "provider", None)
    guarded.users.remove("ada")


def _come_back(
    guarded: Guarded, fake: FakeProvider, change: Callable[[dict[str, Any]], object] = lambda _c: None
) -> Any:
    browser = guarded.browser("anonymous")
    away = browser.get("/login/oidc?next=/moves")
    assert away.status_code == 303
    query = parse_qs(urlsplit(away.headers["location"]).query)
    assert query["redirect_uri"] == ["http://desk.example.org/login/oidc/callback"]
    assert query["code_challenge_method"] == ["S256"]
    now = int(time.time())
    fake.claims = {
        "iss": ISSUER, "aud": "desk", "sub": "1", "exp": now + 60, "iat": now, "nonce": query["nonce"][0],
        "email": "ada@example.org", "email_verified": True,
    }  # fmt: skip
    given = {"code": "c", "state": query["state"][0], "session_state": "whatever"}
    change(given)
    answer = browser.get("/login/oidc/callback", params=given)
    return browser, answer


def test_somebody_the_desk_knows_is_let_in(guarded: Guarded, fake: FakeProvider) -> None:
    assert "Sign in with who.example.org" in guarded.browser("anonymous").get("/login").text
    browser, answer = _come_back(guarded, fake)
    assert (answer.status_code, answer.headers["location"]) == (303, "/moves")
    assert browser.get("/session.json").json()["user"] == "ada"
    assert fake.asked["code_verifier"]
    assert guarded.users.by_password("ada", "") is None


@pytest.mark.parametrize(
    ("claim", "value", "status"),
    [
        ("iss", "https://other.example.org", 502),
        ("aud", "another desk", 502),
        ("exp", 1, 502),
        ("nonce", "another", 502),
        ("nonce", None, 502),
        ("email", "eve@example.org", 403),
        ("email_verified", False, 403),
        ("email_verified", "true", 403),
        ("email", None, 403),
    ],
)
def test_its_word_counts_only_whole(
    guarded: Guarded, fake: FakeProvider, claim: str, value: object, status: int
) -> None:
    def change(_given: dict[str, Any]) -> None:
        fake.claims[claim] = value
        if value is None:
            del fake.claims[claim]

    browser, answer = _come_back(guarded, fake, change)
    assert answer.status_code == status
    assert browser.get("/session.json").json()["user"] is None


def test_a_word_that_another_key_signed_is_nothing(guarded: Guarded, fake: FakeProvider) -> None:
    fake.signed_by = RSAKey.generate_key(2048, {"kid": "one"})
    assert _come_back(guarded, fake)[1].status_code == 502


@pytest.mark.parametrize("given", [{"state": "another"}, {"state": ""}, {"code": ""}])
def test_what_was_not_begun_here_is_refused(guarded: Guarded, fake: FakeProvider, given: dict[str, str]) -> None:
    assert _come_back(guarded, fake, lambda asked: asked.update(given))[1].status_code == 400
    assert guarded.browser("anonymous").get("/login/oidc/callback?code=c&state=s").status_code == 400


def test_a_provider_that_fails_is_said_in_words(guarded: Guarded, fake: FakeProvider) -> None:
    fake.up = False
    refused = guarded.browser("anonymous").get("/login/oidc")
    assert refused.status_code == 502
    assert "nobody there" not in json.dumps(refused.json())
    fake.up, fake.issuer = True, "https://other.example.org"
    assert guarded.browser("anonymous").get("/login/oidc").status_code == 502


def test_without_one_there_is_no_such_page(guarded: Guarded) -> None:
    assert guarded.browser("anonymous").get("/login/oidc").status_code == 404
    assert guarded.browser("anonymous").get("/login/oidc/callback?code=c&state=s").status_code == 404


def test_it_is_reached_by_https_only() -> None:
    with pytest.raises(UsageError, match="HTTPS"):
        Provider(issuer="http://who.example.org", client_id="desk", client_secret="s")
