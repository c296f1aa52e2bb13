"""What cannot be given is refused in one shape, with what would be valid."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

SHAPE = {"ok", "status", "error", "advice", "errors"}


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/board.json?party=Norway&party=Iceland", 400, "party is given more than once."),
        ("/board.json?pary=Norway", 400, "There is no parameter 'pary'"),
        ("/board.json?as_of=yesterday", 400, "as_of: It is no day"),
        ("/board.json?as_of=2024-02-30", 400, "as_of: It is no day"),
        ("/board.json?known_at=20240201", 400, "known_at: It is no day"),
        ("/board.json?party=Norwy", 400, "No party is called 'Norwy'."),
        ("/board.json?issue=nothing", 400, "No issue is called 'nothing'."),
        ("/board.json?per_page=1000", 400, "per_page"),
        ("/board.json?after=x", 400, "after"),
        ("/board.json?after=f3", 400, "another order"),
        ("/board.json?status=lost", 400, "status"),
        ("/board.json?outlet=zzz", 400, "No outlet is called 'zzz'."),
        ("/timeline.json?kind=zzz", 400, "no kind of act called 'zzz'."),
        ("/timeline.json?month=2019-99", 400, "month: It is no month"),
        ("/moves.json?event=zzz", 400, "There is no event 'zzz'"),
        ("/moves.json?document=zzz", 400, "No document of these days is called 'zzz'."),
        ("/parties.json?type=zzz", 400, "type: It may be one of"),
        ("/audit.json?by=zzz", 400, "Nobody called 'zzz'"),
        ("/coverage.json?outlet=zzz&treatment=omitted", 400, "No outlet is called 'zzz'."),
        ("/search.json?q=%22open", 400, "A quotation mark is not closed."),
        ("/search.json?q=a&after=t4", 400, "another list"),
        ("/exchange/exchange-none.json", 404, "There is no exchange"),
        ("/event/x.json", 404, "There is no event"),
        ("/dispute/x.json", 404, "There is no dispute"),
        ("/document/x.json", 404, "There is no document"),
        ("/party/x.json", 404, "There is no party"),
        ("/source/x.json", 404, "There is no source"),
        ("/nothing.json", 404, "There is no such page."),
        ("/board.csv?foo=1", 400, "There is no parameter 'foo'"),
        ("/exchange/%00.json", 404, "There is no exchange"),
    ],
)
def test_a_refusal_has_one_shape(desk: TestClient, path: str, status: int, said: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert set(body) == SHAPE
    assert (body["ok"], body["status"]) == (False, status)
    assert said in " ".join([body["error"], *body["errors"]])


def test_unknown_parameters_name_the_valid_ones(desk: TestClient) -> None:
    for path in ("/board", "/timeline", "/search", "/brief", "/document/x"):
        body = desk.get(f"{path}.json?nonsense=1").json()
        assert body["status"] == 400
        assert "as_of" in body["advice"]
        assert "known_at" in body["advice"]


def test_a_wrong_name_is_answered_with_the_nearest(desk: TestClient) -> None:
    assert "Norway" in desk.get("/board.json?party=Norwy").json()["advice"]


@pytest.mark.parametrize(
    ("path", "value"),
    [("/board.json?outlet=Fjord", "Fjord Times"), ("/moves.json?outlet=zzz", "The Coast Herald"),
     ("/timeline.json?kind=zzz", "propose"), ("/moves.json?document=coast.txt", "coast-herald.txt")],
)  # fmt: skip
def test_an_unknown_value_is_answered_with_those_that_can_be_asked(desk: TestClient, path: str, value: str) -> None:
    assert value in desk.get(path).json()["advice"]


def test_a_document_is_asked_for_by_its_name_too(desk: TestClient) -> None:
    one = desk.get("/documents.json").json()["rows"][0]
    by_id, by_name = (desk.get("/moves.json", params={"document": one[key]}).json()["rows"] for key in ("id", "name"))
    assert by_id == by_name
    assert by_id


def test_an_outlet_that_had_published_nothing_by_the_day_can_be_asked_for(desk: TestClient) -> None:
    answer = desk.get("/board.json?outlet=Harbour+Post&as_of=2024-03-05")
    assert (answer.status_code, answer.json()["total"]) == (200, 0)


def test_a_refusal_does_not_advise_what_it_has_just_said(desk: TestClient) -> None:
    body = desk.get("/board.json?as_of=yesterday").json()
    assert body["advice"] == ""
    assert body["errors"] == [body["error"]]


@pytest.mark.parametrize("tongue", ["ru", "uk"])
@pytest.mark.parametrize(
    "path",
    ["/search.json?q=%22open", "/search.json?q=(a", "/search.json?q=a+OR", "/search.json?q=colour:red",
     "/search.json?q=party:",
     "/search.json?q=-a", "/search.json?q=a~2", "/search.json?q=%5Ba", "/changes.json?from=soon",
     "/changes.json?by=read&from=soon", "/changes.json?from=2024-03-10&to=2024-03-04", "POST /board.json"],
)  # fmt: skip
def test_what_the_record_refuses_is_said_in_the_language_of_the_page(desk: TestClient, path: str, tongue: str) -> None:
    method, address = path.split() if " " in path else ("GET", path)
    token = {"x-csrf-token": desk.get("/session.json").json()["csrf"]}
    address += f"{'&' if '?' in address else '?'}lang={tongue}"
    body = desk.request(method, address, headers=token).json()
    assert body["status"] in (400, 405)
    for said in (body["error"], body["advice"]):
        assert re.search("[\u0400-\u04ff]", said), said


def test_people_get_a_page_and_programs_get_json(desk: TestClient) -> None:
    page = desk.get("/exchange/none?as_of=2024-03-10", headers={"accept": "text/html"})
    assert page.status_code == 404
    assert "<h1>There is no exchange" in page.text
    assert "/board?as_of=2024-03-10" in page.text
    assert desk.get("/exchange/none", headers={"accept": "application/json"}).json()["status"] == 404


@pytest.mark.parametrize("path", ["/board", "/timeline", "/search", "/moves", "/coverage", "/disputes"])
def test_a_field_left_empty_asks_for_nothing(desk: TestClient, path: str) -> None:
    whole = desk.get(f"{path}.json").json()
    described = desk.get("/openapi.json").json()["paths"][f"{path}.json"]["get"]["parameters"]
    empty = {one["name"]: "" for one in described if one["name"] not in ("per_page", "sort")}
    assert len(empty) >= 4
    answer = desk.get(f"{path}.json", params=empty)
    assert answer.status_code == 200, answer.text
    assert answer.json() == whole


def test_only_reading_is_answered(desk: TestClient) -> None:
    token = {"x-csrf-token": desk.get("/session.json").json()["csrf"]}
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert desk.request(method, "/board.json", headers=token).status_code == 405


def test_a_fault_of_the_program_is_an_answer_without_a_trace(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError("secret words")

    monkeypatch.setattr("rejoinder.record.sheets.Sheets.page", broken)
    answer = desk.get("/moves.json?per_page=7&party=")
    assert answer.status_code == 500
    assert set(answer.json()) == SHAPE
    assert "secret words" not in answer.text + caplog.text
    assert "Content-Security-Policy" in answer.headers


def test_what_a_form_leaves_blank_is_not_asked(desk: TestClient) -> None:
    tried = 0
    for path, methods in desk.get("/openapi.json").json()["paths"].items():
        given = methods.get("get", {}).get("parameters", ())
        may_be_none = [one["name"] for one in given if {"type": "null"} in one["schema"].get("anyOf", ())]
        if not path.endswith(".json") or "{" in path:
            continue
        for name in may_be_none:
            tried += 1
            assert desk.get(path, params={name: " "}).status_code == 200, (path, name)
    assert tried > 60
