"""Signing in and out: as slow for guessers as they are wrong, never on to another site."""

from __future__ import annotations

import datetime as dt

import pytest
from starlette.testclient import TestClient

from rejoinder.publish.web.access.signing_in import inside
from rejoinder.publish.web.access.throttle import FREE, Throttle
from tests.unit.publish.web.access.conftest import PASSWORD, THERE, Guarded


def _try(browser: TestClient, name: str, password: str, **more: str) -> tuple[int, str]:
    token = browser.get("/session.json").json()["csrf"]
    form = {"csrf": token, "name": name, "password": password, **more}
    answer = browser.post("/login", data=form, headers={"accept": "text/html"})
    return answer.status_code, answer.headers.get("location", answer.text)


@pytest.fixture(autouse=True)
def unthrottled(guarded: Guarded) -> None:
    """Nobody has failed yet."""
    object.__setattr__(guarded.access, "throttle", Throttle(guarded.clock))


def test_who_fails_is_told_the_same_whether_or_not_there_is_such_a_user(guarded: Guarded) -> None:
    browser = guarded.browser("anonymous")
    there, nobody = _try(browser, "admin", "wrong wrong wrong"), _try(browser, "nobody", "wrong wrong wrong")
    assert there[0] == nobody[0] == 401
    assert "Nobody has this name and password." in there[1]
    assert "wrong wrong" not in there[1]
    assert browser.get("/board.json").status_code == 401


def test_after_some_failures_even_the_right_password_has_to_wait(guarded: Guarded) -> None:
    browser = guarded.browser("anonymous")
    for _ in range(FREE["name and address"]):
        assert _try(browser, "editor", "wrong wrong wrong")[0] == 401
    token = browser.get("/session.json").json()["csrf"]
    refused = browser.post("/login", data={"csrf": token, "name": "editor", "password": PASSWORD})
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    guarded.clock.now += dt.timedelta(seconds=int(refused.headers["retry-after"]))
    assert _try(browser, "editor", PASSWORD) == (303, "/board")


def test_signing_in_begins_another_session_and_signing_out_ends_it_everywhere(guarded: Guarded) -> None:
    browser = guarded.browser("reader")
    before = browser.cookies["rejoinder_session_80"]
    assert _try(browser, "reader", PASSWORD)[0] == 303
    after = browser.cookies["rejoinder_session_80"]
    assert before != after
    other = TestClient(guarded.app, base_url=THERE)
    other.cookies.set("rejoinder_session_80", before)
    assert other.get("/board.json").status_code == 401
    token = browser.get("/session.json").json()["csrf"]
    out = browser.post("/logout", data={"csrf": token})
    assert (out.status_code, out.headers["location"]) == (303, "/login")
    other.cookies.set("rejoinder_session_80", after)
    assert other.get("/board.json").status_code == 401


def test_programs_ask_with_a_token_and_need_no_other(guarded: Guarded) -> None:
    user = next(user for user, _added, _n in guarded.users.listed() if user.name == "reader")
    token = guarded.users.begin(user, "token")
    program = guarded.browser("anonymous")
    good = {"authorization": f"Bearer {token}"}
    assert program.get("/board.json", headers=good).status_code == 200
    assert program.get("/users.json", headers=good).status_code == 403
    for bad in ("Bearer x", "Bearer ", f"Basic {token}", f"Bearer {token}x"):
        refused = program.get("/board.json", headers={"authorization": bad})
        assert refused.status_code == 401, bad
        assert refused.headers["www-authenticate"].startswith("Bearer")
    session = guarded.browser("reader").cookies["rejoinder_session_80"].rpartition(".")[0]
    assert program.get("/board.json", headers={"authorization": f"Bearer {session}"}).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "",
        "/\t/evil.example", "board", "///evil.example", "/a\r\nSet-Cookie: x=1", "/" + "x" * 3_000, "http:evil.example",
    ],
)  # fmt: skip
def test_nobody_is_led_to_another_site(guarded: Guarded, path: str) -> None:
    assert inside(path) == "/board"
    assert _try(guarded.browser("anonymous"), "reader", PASSWORD, next=path) == (303, "/board")


def test_the_way_on_is_kept() -> None:
    assert inside("/board?as_of=2024-03-10") == "/board?as_of=2024-03-10"


def test_where_nobody_is_asked_the_form_says_so(desk: TestClient) -> None:
    page = desk.get("/login").text
    assert "asks nobody who they are" in page
    assert "password" not in page.lower().replace("asks nobody", "")
    assert "role of admin" in desk.get("/account").text
    assert desk.get("/users.json").json()["rows"] == []


def test_admins_see_the_users(guarded: Guarded) -> None:
    rows = guarded.browser("admin").get("/users.json").json()["rows"]
    assert [row["name"] for row in rows] == ["admin", "editor", "reader"]
    assert {*rows[0]} == {"name", "role", "added_at", "sessions"}
    assert "<caption>" in guarded.browser("admin").get("/account").text
    assert "<caption>" not in guarded.browser("editor").get("/account").text
