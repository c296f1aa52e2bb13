"""Review: from doubt to a decision and back, by form and by JSON; the audit; two editors."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from starlette.testclient import TestClient

from rejoinder.ingest import read_metadata
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.publish.web import renewing
from rejoinder.publish.web.access.people import User
from rejoinder.publish.web.access.policy import Access
from rejoinder.publish.web.application import create_app
from rejoinder.record.lock import WriterLock
from rejoinder.record.reader import open_to_read
from rejoinder.record.store import Record
from rejoinder.types.annotation import Reading
from rejoinder.types.span import Span
from tests.invented import HERE, NOW, WordTagger, write_articles


@pytest.fixture
def file(desk_file: Path, tmp_path: Path) -> Path:
    """A copy of the record that a test may change."""
    with open_to_read(desk_file) as record:
        record.copy_to(tmp_path / "mine.db")
    return tmp_path / "mine.db"


@pytest.fixture
def reviewing(file: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The desk over it."""
    access = Access(local=User(name="A. Reader", role="admin", local=True))
    with TestClient(create_app(file, cache=tmp_path / "cuts", access=access), base_url=HERE) as client:
        yield with_token(client)


_CYRILLIC = re.compile("[\u0400-\u04ff]")


def with_token(client: TestClient) -> TestClient:
    """A program that sends the token for changes with all that it asks."""
    client.headers["X-CSRF-Token"] = client.get("/session.json").json()["csrf"]
    return client


class DoubtfulTagger(WordTagger):
    """Reads the same words, with little certainty, later ones with more."""

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """What the patterns find."""
        found = super().read(text, paragraphs)
        return replace(found, acts=tuple(replace(act, score=0.2 + at / 10) for at, act in enumerate(found.acts)))


@pytest.fixture
def doubting(tmp_path: Path) -> Iterator[TestClient]:
    """The desk over a record that was read with little certainty."""
    articles = write_articles(tmp_path)
    with Record.open(tmp_path / "doubtful.db", create=True, clock=lambda: NOW) as record:
        run = Run(record=record, reader=Reader(DoubtfulTagger()), now=NOW)
        read_into(run, [articles], read_metadata(tmp_path / "about.yaml"))
    with TestClient(create_app(tmp_path / "doubtful.db", cache=tmp_path / "cuts"), base_url=HERE) as client:
        yield with_token(client)


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    """The rows of a page."""
    return list(client.get(path).json()["rows"])


def decide(client: TestClient, subject: str, decision: str, version: int = 0, **more: Any) -> Any:
    """A decision as a program sends it."""
    headers = {"Idempotency-Key": more.pop("key")} if "key" in more else {}
    body = {"decision": decision, "subjects": [subject], "version": version, **more}
    return client.post("/judgements", json=body, headers=headers)


def form(page: str, decision: str) -> dict[str, Any]:
    """The fields of the first form on a page that decides so."""
    for one in lxml.html.fromstring(page).forms:
        fields = dict(one.form_values())
        if one.action == "/judgements" and fields.get("decision") == decision and "withdraws" not in fields:
            return fields
    raise AssertionError(f"no form for {decision}")


def everything(client: TestClient) -> dict[str, Any]:
    """What every view says."""
    views = ("board", "timeline", "disputes", "positions", "coverage", "statements", "moves", "parties")
    return {view: rows(client, f"/{view}.json?per_page=50") for view in views}


def test_a_session_without_scripts_from_doubt_to_a_changed_status_and_back(reviewing: TestClient) -> None:
    del reviewing.headers["X-CSRF-Token"]  # the forms have it
    before = everything(reviewing)
    assert "rejected" in {row["status"] for row in before["board"]}
    rejection = next(row for row in before["moves"] if row["kind"] == "reject" and row["modality"] == "actual")
    page = reviewing.get(f"/review?line={rejection['id']}").text
    assert rejection["quote"] in lxml.html.fromstring(page).text_content()
    fields = {**form(page, "corrected"), "kind": "accept"}
    answer = reviewing.post("/judgements", data=fields, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?line={rejection['id']}"
    after = everything(reviewing)
    assert "accepted" in {row["status"] for row in after["board"]}
    changed = next(row for row in after["moves"] if row["id"] == rejection["id"])
    assert (changed["kind"], changed["score"]) == ("accept", 1.0)
    page = reviewing.get("/review").text
    undo = next(one for one in lxml.html.fromstring(page).forms if one.action == "/judgements/undo")
    for _twice in range(2):  # pressed twice, it is undone once
        assert reviewing.post("/judgements/undo", data=dict(undo.form_values()), follow_redirects=False).is_redirect
    assert everything(reviewing) == before
    audit = rows(reviewing, "/audit.json")
    assert [(row["by"], row["in_force"], bool(row["withdraws"])) for row in audit] == [
        ("A. Reader", False, True),
        ("A. Reader", False, False),
    ]


def test_the_queue_goes_on_to_the_next_line_and_what_is_put_aside_comes_last(doubting: TestClient) -> None:
    waiting = rows(doubting, "/review.json")
    assert len(waiting) > 1
    doubts = [row["doubt"] for row in waiting]
    assert doubts == sorted(doubts, reverse=True)
    first, second, *_others, last = [row["id"] for row in waiting if row["line"] == "move"]
    assert decide(doubting, first, "unsure").status_code == 201
    assert [row["id"] for row in rows(doubting, "/review.json")] == [row["id"] for row in waiting if row["id"] != first]
    assert decide(doubting, second, "right").json()["in_account"]
    assert {first, second}.isdisjoint(row["id"] for row in rows(doubting, "/review.json"))
    assert decide(doubting, last, "wrong").status_code == 201  # makes a new account
    later = rows(doubting, "/review.json")
    assert later[-1]["id"] == first
    assert "put-aside" in later[-1]["reasons"]


def test_a_line_called_wrong_leaves_the_account_and_can_still_be_looked_at(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    assert decide(reviewing, move, "wrong").status_code == 201
    assert move not in {row["id"] for row in rows(reviewing, "/moves.json")}
    page = reviewing.get(f"/review?line={move}")
    assert page.status_code == 200
    assert "out of the account" in page.text
    back = next(dict(one.form_values()) for one in lxml.html.fromstring(page.text).forms if "withdraws" in one.fields)
    assert reviewing.post("/judgements", data=back, follow_redirects=False).status_code == 303
    assert move in {row["id"] for row in rows(reviewing, "/moves.json")}


def test_what_was_called_wrong_can_be_read_again(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]
    assert decide(reviewing, move["id"], "wrong").status_code == 201
    here = lxml.html.fromstring(reviewing.get(f"/review?line={move['id']}").text)
    assert move["quote"] in here.xpath("string(//div[@role='group' and contains(@class, 'context')])")
    assert move["outlet"] in here.xpath("string(//section[@class='line-now'])")
    for path, place in (("/audit", "//table//td"), ("/review", "//form[@class='undo']")):
        said = lxml.html.fromstring(reviewing.get(path).text).xpath(f"string({place})")
        assert move["quote"] in said, path
        assert move["outlet"] in said, path


def test_a_line_called_wrong_is_not_found_until_that_is_taken_back(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    assert move in {row["id"] for row in rows(reviewing, "/search.json?q=patrol")}
    made = decide(reviewing, move, "wrong").json()["judgements"][0]["id"]
    found = reviewing.get("/search.json?q=patrol").json()
    assert move not in {row["id"] for row in found["rows"]}
    assert found["total"] == len(found["rows"]) == sum(found["about"]["kinds"].values())
    assert decide(reviewing, move, "wrong", 1, withdraws=made).status_code == 201
    assert move in {row["id"] for row in rows(reviewing, "/search.json?q=patrol")}


def test_a_refused_form_says_that_nothing_was_changed_and_leads_back(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    answer = reviewing.post(
        "/judgements", data={"decision": "corrected", "subject": move, "version": "0"}, headers={"Accept": "text/html"}
    )
    page = lxml.html.fromstring(answer.text)
    assert page.findtext(".//h1").startswith("No field differs")
    main = page.xpath("string(//main)")
    assert "Nothing was changed." in main
    assert main.count("No field differs") == 1
    assert f"/review?line={move}" in page.xpath("//main//a/@href")


def test_a_correction_offers_the_parties_of_the_record(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    page = lxml.html.fromstring(reviewing.get(f"/review?line={move}").text)
    assert {"Norway", "Iceland"} <= set(page.xpath("//datalist[@id='known-parties']/option/@value"))
    assert page.xpath("//input[@name='actors' or @name='recipients']/@list") == ["known-parties"] * 2


def test_what_undo_takes_back_is_said_whole_and_in_the_language_of_the_page(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    decide(reviewing, move, "corrected", corrections={"kind": "warn", "date": "2024-03"})
    last = lxml.html.fromstring(reviewing.get("/review?lang=uk").text).xpath("//form[@class='undo']")[0].text_content()
    assert "2024-03" in last
    assert ("застереження" in last, "warn" in last) == (True, False)


def test_an_answer_is_said_to_be_linked_in_words_and_without_its_weight(doubting: TestClient) -> None:
    answer = next(row for row in rows(doubting, "/review.json?per_page=100") if row["line"] == "answer")
    page = lxml.html.fromstring(doubting.get(f"/review?line={answer['id']}").text)
    head = page.xpath("string(//section[@class='line-now']/p[1])")
    assert f"{answer['score']:.2f}" not in head
    assert "  " not in " ".join(head.split())
    assert " · in its article" in " ".join(head.split())
    connects = page.xpath("string(//p[@class='connects'])")
    assert answer["rule"] not in connects
    assert "why it is linked: " in connects
    exchange = next(row for row in rows(doubting, "/board.json") if row["n_answers"])
    rules = {row["rule"] for row in _answers(doubting, exchange["id"])}
    told = lxml.html.fromstring(doubting.get(f"/exchange/{exchange['id']}").text).xpath("string(//ol[@class='thread'])")
    assert not [rule for rule in rules if f"linked: {rule}" in told]


def test_answers_stand_among_the_acts_of_the_filter_as_answers(doubting: TestClient) -> None:
    page = lxml.html.fromstring(doubting.get("/review?lang=ru").text)
    said = page.xpath("//select[@name='kind']/option/text()")
    assert len(said) > 2
    assert all(_CYRILLIC.search(one) for one in said), said


def test_judgements_about_lines_of_another_record_are_said_to_be(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    decide(reviewing, move, "wrong")
    line = reviewing.get("/judgements.jsonl").text
    foreign = line.replace(move, "m-of-another-record").replace('"id":"judgement', '"id":"other')
    page = reviewing.post("/judgements/import", data={"lines": line + foreign})
    said = " ".join(lxml.html.fromstring(page.text).find(".//main").text_content().split())
    assert "1 judgement was new" in said
    assert "1 is about lines that are not in this record." in said
    assert "not a line of this record" in reviewing.get("/audit").text


@pytest.mark.parametrize("decision", ["not-answers", "wrong"])
def test_the_audit_says_what_an_answer_was_and_who_unlinked_it(reviewing: TestClient, decision: str) -> None:
    answer = reviewing.get("/exchange/" + rows(reviewing, "/board.json")[0]["id"] + ".json").json()["rows"][0]
    moves = {row["event"]: row["id"] for row in rows(reviewing, "/moves.json")}
    assert decide(reviewing, answer["id"], "unsure").status_code == 201
    if decision == "wrong":
        assert decide(reviewing, answer["id"], "wrong", 1).json()["in_account"]
    else:
        pair = [moves[answer["answer"]], moves[answer["to"]]]
        assert decide(reviewing, pair[0], decision, subjects=pair).json()["in_account"]
    audit = lxml.html.fromstring(reviewing.get("/audit").text)
    aside = " ".join(audit.xpath("string(//tbody/tr[last()]/td)").split())
    assert f"“{answer['gloss']}”, as an answer to “{answer['to_gloss']}” unlinked by A. Reader on 20" in aside
    assert "not a line of this record" not in audit.text_content()
    page = lxml.html.fromstring(reviewing.get(f"/review?line={answer['id']}").text).text_content()
    assert "unlinked by A. Reader on" in page
    assert "It was called wrong, or its article" not in page


def test_events_are_joined_and_parted_and_answers_linked_and_unlinked(reviewing: TestClient) -> None:
    answers = reviewing.get("/exchange/" + rows(reviewing, "/board.json")[0]["id"] + ".json").json()["rows"]
    moves = {row["event"]: row["id"] for row in rows(reviewing, "/moves.json")}
    answer, to = moves[answers[0]["answer"]], moves[answers[0]["to"]]
    decided = decide(reviewing, answer, "not-answers", subjects=[answer, to])
    assert decided.json()["in_account"]
    left = [row["id"] for one in rows(reviewing, "/board.json") for row in _answers(reviewing, one["id"])]
    assert answers[0]["id"] not in left
    first, second = [row["id"] for row in rows(reviewing, "/timeline.json")][:2]
    one, other = moves[first], moves[second]
    version = reviewing.get(f"/review.json?line={one}").json()["about"]["line"]["version"]
    assert decide(reviewing, one, "same", version, subjects=[one, other]).status_code == 201
    events = {row["id"]: row["event"] for row in rows(reviewing, "/moves.json")}
    assert events[one] == events[other]


def _answers(client: TestClient, exchange: str) -> list[dict[str, Any]]:
    return rows(client, f"/exchange/{exchange}.json")


REFUSED = {
    "/judgements": {"decision": "right", "subject": "MOVE", "version": "7"},
    "/judgements/undo": {"last": "judgement-none"},
    "/judgements/import": {"lines": "{}"},
}


@pytest.mark.parametrize("tongue", ["ru", "uk"])
@pytest.mark.parametrize("path", [*REFUSED, "/judgements/withdrawn", "/judgements/key", "/judgements/none"])
def test_a_refusal_speaks_the_language_of_the_page_not_of_the_browser(
    reviewing: TestClient, path: str, tongue: str
) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    fields = {n: v.replace("MOVE", move) for n, v in REFUSED.get(path, REFUSED["/judgements"]).items()}
    if path == "/judgements/none":
        fields["subject"] = "m-none"
    elif path == "/judgements/key":
        decide(reviewing, move, "unsure", key="k")
        fields |= {"key": "k"}
    elif path == "/judgements/withdrawn":
        made = decide(reviewing, move, "unsure").json()["judgements"][0]["id"]
        decide(reviewing, move, "unsure", 1, withdraws=made)
        fields |= {"withdraws": made, "version": "2"}
    sent = path if path in REFUSED else "/judgements"
    headers = {"accept": "text/html", "accept-language": "en"}
    answer = reviewing.post(f"{sent}?lang={tongue}", data=fields, headers=headers)
    assert answer.status_code in (400, 404, 409)
    assert answer.headers["content-language"] == tongue
    page = lxml.html.fromstring(answer.text)
    assert page.get("lang") == tongue
    said = [one.text_content() for one in page.xpath("//h1 | //p[@class='lead']")]
    assert said
    assert all(_CYRILLIC.search(one) for one in said), said
    assert {f"lang={tongue}" in link for link in page.xpath("//nav//a/@href")} == {True}
    for link in page.xpath("//a[@hreflang]/@href"):
        assert reviewing.get(link).status_code == 200


def test_a_stale_token_is_refused_in_the_language_of_the_page(reviewing: TestClient) -> None:
    headers = {"accept": "text/html", "accept-language": "en", "X-CSRF-Token": "old"}
    answer = reviewing.post("/judgements/undo?lang=uk", data={"last": "x"}, headers=headers)
    assert answer.status_code == 403
    assert lxml.html.fromstring(answer.text).get("lang") == "uk"
    assert reviewing.post("/judgements?lang=xx", json={}).status_code == 400


def test_two_editors_of_one_line(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    assert decide(reviewing, move, "right", key="one").status_code == 201
    again = decide(reviewing, move, "right", key="one")
    assert (again.status_code, again.json()["repeated"]) == (200, True)
    conflict = decide(reviewing, move, "wrong", key="two")
    assert conflict.status_code == 409
    assert conflict.json()["current"] == {move: 1}
    assert decide(reviewing, move, "wrong", 1, key="two").status_code == 201
    other = decide(reviewing, move, "right", 2, key="two")
    assert other.status_code == 400
    assert "another edit" in other.json()["error"]
    page = reviewing.post(
        "/judgements", data={"decision": "right", "subject": move, "version": "0"}, headers={"Accept": "text/html"}
    )
    assert page.status_code == 409
    assert f"/review?line={move}" in page.text
    assert len(rows(reviewing, "/audit.json")) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": None}, "version"),
        ({"decision": "perhaps"}, "decision"),
        ({"decision": "corrected"}, "nothing to correct"),
        ({"decision": "corrected", "corrections": {"actors": ";;;"}}, "names nobody"),
        ({"corrections": {"kind": "reject"}}, "Corrections"),
        ({"decision": "corrected", "corrections": {"kind": "juggle"}}, "kind of act"),
        ({"decision": "corrected", "corrections": {"date": "soon"}}, "no date"),
        ({"decision": "corrected", "corrections": {"score": "1"}}, "score"),
        ({"decision": "corrected", "corrections": {"actors": "A\u202eB"}}, "not seen"),
        ({"decision": "same"}, "two different lines"),
        ({"colour": "red"}, "colour"),
        ({"subjects": []}, "subjects"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_shape(reviewing: TestClient, change: Any, said: str) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    body = {"decision": "right", "subjects": [move], "version": 0, **change}
    answer = reviewing.post("/judgements", json=body)
    assert answer.status_code == 400
    assert set(answer.json()) == {"ok", "status", "error", "advice", "errors"}
    assert said in " ".join(answer.json()["errors"])
    assert rows(reviewing, "/audit.json") == []


def test_strangers_other_sites_other_kinds_and_large_bodies_are_refused(reviewing: TestClient) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    good = {"decision": "right", "subjects": [move], "version": 0}
    assert decide(reviewing, "m-nothing", "right").status_code == 404
    assert decide(reviewing, move, "right", withdraws="judgement-none").status_code == 404
    for headers in ({"Origin": "http://other.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert reviewing.post("/judgements", json=good, headers=headers).status_code == 403
        assert reviewing.post("/judgements/undo", data={"last": ""}, headers=headers).status_code == 403
        lines = {"content": b"", "headers": {**headers, "Content-Type": "application/jsonl"}}
        assert reviewing.post("/judgements/import", **lines).status_code == 403
    assert reviewing.post("/judgements", content="{}", headers={"Content-Type": "text/plain"}).status_code == 415
    assert decide(reviewing, move, "right", subjects=["x" * 90] * 5000).status_code == 413
    deep = reviewing.post("/judgements", content="[" * 100_000, headers={"Content-Type": "application/json"})
    assert deep.status_code == 400
    assert rows(reviewing, "/audit.json") == []


@pytest.mark.parametrize(
    "away", ["//other.example", "https://other.example", "/\\other.example", "javascript:1", "\n/"]
)
def test_a_form_leads_to_the_desk_only(reviewing: TestClient, away: str) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    fields = {"decision": "right", "subject": move, "version": "0", "next": away}
    assert reviewing.post("/judgements", data=fields, follow_redirects=False).headers["location"] == "/review"


def test_judgements_are_handed_to_another_desk(reviewing: TestClient, desk_file: Path, tmp_path: Path) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    decide(reviewing, move, "corrected", corrections={"kind": "warn", "date": "2024-03", "actors": "Norway; Iceland"})
    lines = reviewing.get("/judgements.jsonl").text
    assert lines.count("\n") == 3
    shutil.copy(desk_file, tmp_path / "other.db")
    with TestClient(create_app(tmp_path / "other.db", cache=tmp_path / "others"), base_url=HERE) as other:
        taken = with_token(other).post(
            "/judgements/import", content=lines, headers={"Content-Type": "application/jsonl"}
        )
        assert taken.json() == {"ok": True, "given": 3, "new": 3, "strangers": 0, "in_account": True}
        again = other.post("/judgements/import", data={"lines": lines})
        assert (again.status_code, "3 were there already" in again.text) == (200, True)
        assert other.get("/judgements.jsonl").text == lines
        assert everything(other) == everything(reviewing)
        bad = other.post("/judgements/import", data={"lines": lines + '{"id": 1}'}, headers={"Accept": "text/html"})
        assert bad.status_code == 400
        assert "Line 4" in bad.text
    row = next(row for row in rows(reviewing, "/moves.json") if row["id"] == move)
    assert (row["kind"], row["date_precision"], row["actors"]) == ("warn", "month", "Norway; Iceland")


def test_a_large_record_is_not_waited_for(reviewing: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 0)
    monkeypatch.setattr(renewing, "_QUIET_S", 0.2)
    move = rows(reviewing, "/moves.json")[0]["id"]
    answer = decide(reviewing, move, "wrong")
    assert (answer.status_code, answer.json()["in_account"]) == (201, False)
    assert "not yet in what this page shows" in reviewing.get("/board").text
    assert move in {row["id"] for row in rows(reviewing, "/moves.json")}
    deadline = time.monotonic() + 60
    while "not yet in what this page shows" in reviewing.get("/board").text:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert move not in {row["id"] for row in rows(reviewing, "/moves.json")}


def test_decisions_are_kept_while_another_process_reads_into_the_record(reviewing: TestClient, file: Path) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    with WriterLock.take(file):
        answer = decide(reviewing, move, "wrong")
        assert (answer.status_code, answer.json()["in_account"]) == (201, False)
        assert [row["id"] for row in rows(reviewing, "/audit.json")] == [answer.json()["judgements"][0]["id"]]


def test_names_in_the_audit_and_words_in_the_review_stay_text(hostile: TestClient) -> None:
    for row in rows(hostile, "/moves.json"):
        page = hostile.get(f"/review?line={row['id']}").text
        assert "<script>window" not in page
        assert "<img src=x" not in page


def test_what_is_withdrawn_twice_and_lines_that_are_none_are_said_in_the_language_of_the_page(
    reviewing: TestClient,
) -> None:
    move = rows(reviewing, "/moves.json")[0]["id"]
    made = decide(reviewing, move, "right").json()["judgements"][0]["id"]
    spoken = {"accept-language": "ru"}
    for version, status in ((1, 201), (2, 400)):
        edit = {"decision": "right", "subjects": [move], "version": version, "withdraws": made}
        answer = reviewing.post("/judgements", json=edit, headers=spoken)
        assert answer.status_code == status, answer.text
    assert answer.json()["error"] == f"Решение {made} уже отозвано."
    lacking = dict.fromkeys(("id", "by", "field", "value", "withdraws"), "")
    line = json.dumps({**lacking, "decision": "right", "subjects": [move], "made_at": "2031-03-01T12:00:00+00:00"})
    sent = {"content": line, "headers": {**spoken, "content-type": "application/jsonl"}}
    assert "поле id пустое" in reviewing.post("/judgements/import", **sent).json()["errors"][1]
