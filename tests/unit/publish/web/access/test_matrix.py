"""Every route of the description, tried by everybody: who gets in is who was declared to."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rejoinder.publish.web.access.current import new_token
from rejoinder.publish.web.access.matrix import MATRIX
from rejoinder.publish.web.access.people import ROLES
from tests.unit.publish.web.access.conftest import PASSWORD, WHO, Guarded

_ALLOWED = {None: WHO, **{role: ROLES[at:] for at, role in enumerate(ROLES)}}


def described(guarded: Guarded) -> list[tuple[str, str]]:
    """The routes of the description."""
    paths: dict[str, dict[str, Any]] = guarded.app.openapi()["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods]


def test_every_route_is_declared_and_every_declared_route_is_there(guarded: Guarded) -> None:
    assert {*described(guarded)} == {*MATRIX}
    assert len(MATRIX) > 80


def tried(guarded: Guarded, who: str, method: str, path: str) -> int:
    """The status that this user gets there, with a token for forms that holds for their session."""
    with_row = re.sub(r"\{\w+\}", "none", path)
    browser = guarded.browser(who)
    held = browser.cookies["rejoinder_session_80"].rpartition(".")[0] if who in ROLES else ""
    token = new_token(guarded.access.key, held)
    browser.cookies.set("rejoinder_csrf_80", token)
    form = {"csrf": token, "name": "admin", "password": PASSWORD} if path == "/login" else {"csrf": token}
    if method == "GET":
        return browser.get(with_row).status_code
    return browser.request(method, with_row, data=form).status_code


@pytest.mark.parametrize("who", WHO)
def test_each_may_do_what_was_declared_and_nothing_else(guarded: Guarded, who: str) -> None:
    wrong = []
    for (method, path), role in MATRIX.items():
        status = tried(guarded, who, method, path)
        admitted = status not in (401, 403)
        if admitted != (who in _ALLOWED[role]) or status >= 502:
            wrong.append((method, path, status))
    assert wrong == []


def test_what_does_not_exist_is_not_told_to_strangers(guarded: Guarded) -> None:
    for path in ("/nothing", "/openapi.json", "/", "/docs", "/board/..%2fusers.json", "//board"):
        assert guarded.browser("anonymous").get(path).status_code == 401, path
    assert guarded.browser("reader").get("/nothing").status_code == 404


def test_people_who_are_unknown_come_to_the_form_and_back(guarded: Guarded) -> None:
    answer = guarded.browser("anonymous").get("/board?as_of=2024-03-10", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fboard%3Fas_of%3D2024-03-10")
