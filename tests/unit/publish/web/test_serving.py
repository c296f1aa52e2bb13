"""Listening, tags, and what happens while the record changes."""

from __future__ import annotations

import datetime as dt
import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from starlette.testclient import TestClient

from rejoinder.errors import RecordError, UsageError
from rejoinder.pipeline.accounts import rebuild_account
from rejoinder.publish.web.application import create_app
from rejoinder.publish.web.refusals import Refusal
from rejoinder.publish.web.serving import address_of, bound
from rejoinder.publish.web.workshop import Workshop
from rejoinder.record.store import Record
from rejoinder.types.judgement import Judgement
from tests.invented import HERE, NOW, make_record


@pytest.mark.parametrize("host", ["example.org", "", "127.0.0.1.example.org"])
def test_what_is_no_address_is_not_listened_on(host: str) -> None:
    with pytest.raises(UsageError) as refused:
        bound(host, 0)
    assert refused.value.advice


def test_a_port_that_is_taken_is_said_in_words() -> None:
    with bound("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        first.listen()
        assert address_of(first) == f"http://127.0.0.1:{port}/"
        with pytest.raises(UsageError, match=str(port)):
            bound("localhost", port)


def test_the_command_refuses_what_it_cannot_serve(command: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    assert command("serve", "--host", "0.0.0.0", "--no-open")[0] == 2
    code, _out, said = command("serve", str(tmp_path / "none.db"), "--port", "0", "--no-open")
    assert code == 3
    assert "There is no record" in said


def test_a_record_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"x" * 200)
    with pytest.raises(RecordError):
        create_app(tmp_path / "x.db", cache=tmp_path)


def test_the_board_is_home(desk: TestClient) -> None:
    answer = desk.get("/?as_of=2024-03-10", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/board?as_of=2024-03-10")


def test_what_has_not_changed_is_not_sent_again(desk: TestClient) -> None:
    for path in (
        "/board", "/board.json", "/board.csv", "/board.jsonl", "/timeline?sort=first", "/brief", "/audit.csv",
        "/search.jsonl?q=patrol",
    ):  # fmt: skip
        first = desk.get(path)
        again = desk.get(path, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert desk.get(path).content == first.content
    assert desk.get("/board").headers["etag"] != desk.get("/board?sort=last").headers["etag"]
    assert desk.get("/board").headers["etag"] != desk.get("/board?as_of=2024-03-10").headers["etag"]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_whole_lists_have_a_tag_for_each_query_and_give_everything_to_who_has_another(
    desk: TestClient, ending: str
) -> None:
    whole = desk.get(f"/moves.{ending}")
    tags = {desk.get(address).headers["etag"] for address in (
        f"/moves.{ending}", "/moves.json", f"/moves.{ending}?kind=reject", f"/moves.{ending}?as_of=2024-03-10",
        f"/statements.{ending}",
    )}  # fmt: skip
    assert len(tags) == 5
    other = desk.get(f"/moves.{ending}", headers={"if-none-match": desk.get("/moves.json").headers["etag"]})
    assert (other.status_code, other.content) == (200, whole.content)
    item = f"/document/{desk.get('/documents.json').json()['rows'][0]['id']}.{ending}"
    assert desk.get(item, headers={"if-none-match": desk.get(item).headers["etag"]}).status_code == 304
    assert desk.get(f"/document/doc-none.{ending}").status_code == 404


def test_a_new_account_is_seen_at_once_on_every_day(tmp_path: Path) -> None:
    path = make_record(tmp_path)[0]
    with TestClient(create_app(path, cache=tmp_path / "cuts"), base_url=HERE) as client:
        addresses = ("/moves.json", "/board.json?as_of=2024-03-10", "/moves.csv", "/board.jsonl?as_of=2024-03-10")
        before = [client.get(address) for address in addresses]
        wrong = before[1].json()["rows"][0]
        moves = client.get(f"/event/{wrong['offer']}.json?as_of=2024-03-10").json()["rows"]
        with Record.open(path, create=False, clock=lambda: NOW) as record:
            reader = record.latest_reader() or ""
            for at, move in enumerate(moves):
                record.add_judgement(_wrong(move["id"], at))
            rebuild_account(record, reader)
        after = [client.get(address) for address in addresses]
        assert wrong["id"] not in {row["id"] for row in after[1].json()["rows"]}
        for old, new in zip(before, after, strict=True):
            assert old.headers["etag"] != new.headers["etag"]


def _wrong(move: str, at: int) -> Judgement:
    made_at = dt.datetime(2024, 5, 2, 12, at, tzinfo=dt.UTC)
    return Judgement(
        id=f"judgement-{at}", decision="wrong", subjects=(move,), field=None, value=None, by="desk", made_at=made_at
    )


def test_readers_see_one_state_while_accounts_are_put(tmp_path: Path) -> None:
    path = make_record(tmp_path)[0]
    stop, torn = threading.Event(), []
    with TestClient(create_app(path, cache=tmp_path / "cuts"), base_url=HERE) as client:

        def read() -> None:
            while not stop.is_set():
                body = client.get("/moves.json?per_page=100").json()
                if not body["ok"] or len(body["rows"]) != body["total"]:
                    torn.append(body)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        with Record.open(path, create=False, clock=lambda: NOW) as record:
            for _ in range(4):
                rebuild_account(record, record.latest_reader() or "")
        stop.set()
        for reader in readers:
            reader.join()
    assert torn == []


def test_a_record_whose_rows_were_never_laid_out_is_served_all_the_same(tmp_path: Path) -> None:
    path = make_record(tmp_path)[0]
    with TestClient(create_app(path, cache=tmp_path / "one"), base_url=HERE) as client:
        whole = client.get("/timeline.jsonl").text
    with Record.open(path, create=False, clock=lambda: NOW) as record:
        account = record.account()
        assert account is not None
        record.put_account(account)
    with TestClient(create_app(path, cache=tmp_path / "two"), base_url=HERE) as client:
        assert client.get("/timeline.jsonl").text == whole


def test_much_work_is_done_elsewhere_and_asked_for_again() -> None:
    workshop = Workshop()
    try:
        with pytest.raises(Refusal) as waited:
            workshop.make(1_000_000, divmod, (7, 2), there=lambda: False)
        assert waited.value.answer.status == 503
        assert waited.value.retry_after
        made = None
        for _ in range(200):
            try:
                made = workshop.make(1_000_000, divmod, (7, 2), there=lambda: False)
                break
            except Refusal:
                threading.Event().wait(0.05)
        assert made == (3, 1)
        assert workshop.make(10, divmod, (9, 2), there=lambda: False) == (4, 1)
        assert workshop.make(10, divmod, (9, 2), there=lambda: True) is None
    finally:
        workshop.close()


def test_the_brief_comes_as_files(desk: TestClient) -> None:
    answer = desk.get("/brief.docx?as_of=2024-03-10")
    assert answer.headers["content-disposition"] == 'attachment; filename="brief-2024-03-10.docx"'
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(answer.content)).paragraphs)
    assert "On the table" in text
    assert "As of 10 March 2024." in text
    pdf = desk.get("/brief.pdf")
    assert pdf.status_code == 501 or pdf.content.startswith(b"%PDF")


def test_the_interface_is_described(desk: TestClient) -> None:
    described = desk.get("/openapi.json").json()
    assert {"/board.json", "/exchange/{row_id}.json", "/search.csv", "/brief.docx"} <= set(described["paths"])
    names = {p["name"] for p in described["paths"]["/board.json"]["get"]["parameters"]}
    assert names == {"as_of", "known_at", "lang", "after", "per_page", "party", "issue", "status", "outlet", "sort"}
