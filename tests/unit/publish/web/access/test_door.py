"""The desk answers to its own names only, and changes are asked for by its own pages only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from rejoinder.publish.web.access.names import named, same_origin
from tests.invented import HERE
from tests.unit.publish.web.access.conftest import NAME, PASSWORD, THERE, Guarded

BAD_HOSTS = (
    "evil.example", "evil.example:8022", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1@evil.example",
    "0.0.0.0", "2130706433", "0x7f.0.0.1", "127.1", "[::ffff:127.0.0.1]", "localhost.", "127.0.0.1:8022:80",
    "127.0.0.1, evil.example", "169.254.169.254", "localhost:99999", "127.0.0.1:", "", " ", "[::1", "user@localhost",
)  # fmt: skip
GOOD_HOSTS = ("127.0.0.1", "127.0.0.1:8022", "localhost", "LOCALHOST:9000", "[::1]", "[::1]:8022")


@pytest.mark.parametrize("host", BAD_HOSTS)
def test_a_name_that_is_not_the_desks_is_refused_whatever_is_asked(desk: TestClient, host: str) -> None:
    for method, path in (("GET", "/board.json"), ("GET", "/static/desk.js"), ("POST", "/logout"), ("GET", "/healthz")):
        answer = desk.request(method, path, headers={"host": host})
        assert answer.status_code == 421, (method, path)
        assert "Norway" not in answer.text


@pytest.mark.parametrize("host", GOOD_HOSTS)
def test_its_own_names_are_answered(desk: TestClient, host: str) -> None:
    assert desk.get("/board.json", headers={"host": host}).status_code == 200


def test_a_desk_for_others_does_not_answer_to_addresses_that_were_not_named(guarded: Guarded) -> None:
    reader = guarded.browser("reader")
    assert reader.get("/board.json").status_code == 200
    for host in (*BAD_HOSTS, "127.0.0.1", "localhost"):
        assert reader.get("/board.json", headers={"host": host}).status_code == 421, host
    assert not named(NAME + ".evil.example", guarded.access.hosts)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example", "null", "http://127.0.0.1:8023", "http://127.0.0.1", "http://localhost:8022",
        "http://127.0.0.1:8022.evil.example", "file://", "", "http://user@127.0.0.1:8022", "chrome-extension://abc",
    ],
)  # fmt: skip
def test_a_change_from_another_origin_is_refused_though_it_carries_the_token(desk: TestClient, origin: str) -> None:
    token = desk.get("/session.json").json()["csrf"]
    refused = desk.post("/logout", headers={"origin": origin, "x-csrf-token": token}, follow_redirects=False)
    assert refused.status_code == 403
    assert "another site" in refused.json()["error"]


def test_a_change_needs_the_token_also_on_this_machine(desk: TestClient) -> None:
    own = {"origin": HERE}
    token = desk.get("/session.json").json()["csrf"]
    other = TestClient(desk.app, base_url=HERE).get("/session.json").json()["csrf"]
    for given in ({}, {"csrf": ""}, {"csrf": other}, {"csrf": token + "x"}, {"csrf": [token, token]}):
        assert desk.post("/logout", data=given, headers=own, follow_redirects=False).status_code == 403, given
    assert desk.post("/logout", data={"csrf": token}, headers=own, follow_redirects=False).status_code == 303
    assert desk.post("/logout", headers={**own, "x-csrf-token": token}, follow_redirects=False).status_code == 303
    stranger = TestClient(desk.app, base_url=HERE)  # has the token, not the cookie
    assert stranger.post("/logout", data={"csrf": token}, follow_redirects=False).status_code == 403


def test_a_token_of_one_session_is_nothing_in_another(guarded: Guarded) -> None:
    reader, editor = guarded.browser("reader"), guarded.browser("editor")
    token = reader.get("/session.json").json()["csrf"]
    editor.cookies.set("rejoinder_csrf_80", token)
    assert editor.post("/logout", data={"csrf": token}).status_code == 403


@pytest.mark.parametrize("media", ["text/plain", "multipart/form-data; boundary=x", "application/octet-stream", ""])
def test_bodies_that_any_site_may_send_are_not_read(desk: TestClient, media: str) -> None:
    token = desk.get("/session.json").json()["csrf"]
    answer = desk.post("/logout", content=b'{"a": 1}', headers={"content-type": media, "x-csrf-token": token})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("site", "mode", "dest", "status"),
    [
        ("same-origin", "cors", "empty", 200),
        ("none", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "cors", "empty", 403),
        ("same-site", "no-cors", "script", 403),
    ],
)
def test_other_sites_may_link_here_and_nothing_else(
    desk: TestClient, site: str, mode: str, dest: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}
    assert desk.get("/board", headers=headers).status_code == status


def test_there_is_no_websocket(desk: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), desk.websocket_connect("/board"):
        pass


def test_an_origin_is_the_whole_of_it() -> None:
    assert same_origin("http://a.example:1", "A.example:1")
    assert same_origin("https://a.example", "a.example")
    assert not same_origin("http://a.example/", "a.example")
    assert not same_origin("http://[", "[")


def test_forms_on_pages_carry_the_token_of_the_browser(guarded: Guarded) -> None:
    browser = guarded.browser("anonymous")
    page = browser.get("/login?next=/moves").text
    token = re.search(r'name="csrf" value="([^"]+)"', page)
    assert token
    form = {"csrf": token[1], "name": "Reader ", "password": PASSWORD, "next": "/moves"}
    answer = browser.post("/login", data=form, headers={"origin": THERE})
    assert (answer.status_code, answer.headers["location"]) == (303, "/moves")
    cookie = next(one for one in answer.headers.get_list("set-cookie") if "session" in one)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=43200" in cookie
    assert "Domain" not in cookie
    assert browser.get("/session.json").json()["user"] == "reader"
    assert ">reader</a>" in browser.get("/board").text
    assert "reader" not in guarded.browser("editor").get("/board").text


def test_no_page_that_is_kept_in_memory_holds_a_token(guarded: Guarded) -> None:
    for path in ("/board", "/moves.json", "/brief"):
        assert "csrf" not in guarded.browser("reader").get(path).text
    assert guarded.browser("reader").get("/account").headers["cache-control"] == "no-store"


def test_the_users_are_not_in_the_record(guarded: Guarded, desk_file: Path) -> None:
    assert b"argon2" in guarded.users.path.read_bytes() + Path(f"{guarded.users.path}-wal").read_bytes()
    assert b"argon2" not in desk_file.read_bytes()
    assert guarded.users.path.stat().st_mode & 0o077 == 0
