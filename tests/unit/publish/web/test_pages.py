"""Each page answers, as a page and as its twins, and says the same in all of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import lxml.html
import pytest
from docx import Document
from starlette.testclient import TestClient

from rejoinder.publish.api import open_record
from rejoinder.publish.web.rendering import typed
from rejoinder.record.sheets import Page, Sheets
from tests.unit.publish.web.conftest import ITEMS, LISTS, every_page, twin
from tests.unit.record.samples import DISPUTE, E_OFFER, OFFERED, P_RURITANIA, P_SYLVANIA

DAYS = {"as_of": "2024-03-10", "known_at": "2024-03-11"}

_OF_NO_DAY = ("/openapi.json", "/judgements.jsonl")  # what can be asked, and all that was decided
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@pytest.mark.parametrize("made", ["desk", "storied", "hostile"])
def test_every_page_answers_as_html_with_one_heading_and_a_language(made: str, request: pytest.FixtureRequest) -> None:
    client: TestClient = request.getfixturevalue(made)
    pages = every_page(client)
    if made == "storied":
        assert {path.split("/")[1].split("?")[0] for path in pages} >= {*ITEMS}
    for path in pages:
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = lxml.html.fromstring(answer.text)
        assert page.get("lang") == "en"
        assert len(page.findall(".//h1")) == 1, path
        assert page.find(".//main[@id='main']") is not None


def test_tables_have_captions_and_headings_with_a_scope(desk: TestClient) -> None:
    seen = 0
    for path in every_page(desk):
        for table in lxml.html.fromstring(desk.get(path).text).iterfind(".//table"):
            seen += 1
            assert table.findtext("caption") is not None, path
            assert all(th.get("scope") in ("col", "row") for th in table.iterfind(".//th")), path
    assert seen > 10


def test_every_link_inside_the_desk_leads_somewhere(desk: TestClient) -> None:
    links = set()
    for path in every_page(desk):
        for link in lxml.html.fromstring(desk.get(path).text).iterfind(".//a[@href]"):
            href = str(link.get("href")).partition("#")[0]
            assert not urlsplit(href).netloc, href
            links.add(href)
    links.discard("")
    assert len(links) > 40
    for href in sorted(links):
        assert desk.get(href).status_code in (200, 501), href  # 501: PDF where WeasyPrint is not installed


def test_ids_on_a_page_are_unique_and_fragments_lead_to_one(desk: TestClient) -> None:
    for path in every_page(desk):
        page = lxml.html.fromstring(desk.get(path).text)
        ids = [str(each) for each in page.xpath("//@id")]
        assert len(ids) == len(set(ids)), path
        for href in page.xpath("//a[starts-with(@href, '#')]/@href"):
            assert href[1:] in ids, (path, href)


@pytest.mark.parametrize("path", LISTS)
def test_twins_hold_the_same_rows(desk: TestClient, path: str) -> None:
    body = desk.get(twin(path, "json")).json()
    assert body["ok"] is True
    lines = [json.loads(line) for line in desk.get(twin(path, "jsonl")).text.splitlines()]
    table = list(csv.DictReader(io.StringIO(desk.get(twin(path, "csv")).text)))
    if body["next"] is None and body["view"] not in ("coverage", "disputes"):
        assert lines == body["rows"]
        assert len(lines) == body["total"]
    assert [row["id"] for row in table] == [row["id"] for row in lines]
    for row in lines:
        assert set(row) == set(table[0])


@pytest.mark.parametrize(
    ("path", "view"),
    [("/board?sort=first", "exchanges"), ("/timeline?sort=first", "timeline"), ("/positions", "positions"),
     ("/statements", "statements"), ("/moves", "moves"), ("/parties?sort=first", "parties"), ("/coverage", "coverage")],
)  # fmt: skip
@pytest.mark.parametrize("days", [{}, {"as_of": "2024-03-05"}, DAYS], ids=str)
def test_the_desk_says_what_the_record_says_on_any_day(
    desk: TestClient, desk_file: Path, path: str, view: str, days: dict[str, str]
) -> None:
    address = twin(path, "jsonl") + ("&" if "?" in path else "?") + urlencode(days)
    said = [json.loads(line) for line in desk.get(address).text.splitlines()]
    with open_record(desk_file) as record:
        assert said == record.view(view, **days).to_dicts()


def test_the_days_are_shown_and_go_along_with_every_link(desk: TestClient) -> None:
    for path in ("/board", "/timeline", "/disputes", "/search?q=patrol", "/coverage", "/network", "/brief"):
        page = lxml.html.fromstring(desk.get(path + ("&" if "?" in path else "?") + urlencode(DAYS)).text)
        shown = " ".join(page.find(".//section[@class='days']").text_content().split())
        assert "10 Mar 2024" in shown
        assert "11 Mar 2024" in shown
        for link in page.iterfind(".//a[@href]"):
            href = str(link.get("href"))
            if href.startswith("#") or href == "/openapi.json" or "back to" in (link.text or ""):
                continue
            asked = parse_qs(urlsplit(href).query)
            assert {name: asked.get(name) for name in DAYS} == {name: [day] for name, day in DAYS.items()}, href
        for form in page.iterfind(".//form[@action]"):
            held = {field.get("name") for field in form.iterfind(".//input")}
            assert held >= {*DAYS}, form.get("action")


@pytest.mark.parametrize("days", [DAYS, {"as_of": "2024-03-05"}, {"known_at": "2024-03-11"}], ids=str)
def test_the_days_are_shown_on_every_page_and_kept_by_every_link_and_form_of_it(
    desk: TestClient, days: dict[str, str]
) -> None:
    """From every list by every link, one for each page and each set of things asked of it."""
    asked = urlencode(days)
    waiting = [f"{path}{'&' if '?' in path else '?'}{asked}" for path in ("/board", *LISTS)]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    kinds: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        asked_there = urlsplit(address).path, tuple(sorted(parse_qs(urlsplit(address).query)))
        if asked_there in seen:
            continue
        seen.add(asked_there)
        answer = desk.get(address)
        assert answer.status_code in (200, 501), address  # 501: PDF where WeasyPrint is not installed
        if "text/html" not in answer.headers["content-type"]:
            if address.partition("?")[0].endswith(".json"):
                assert {name: answer.json()[name] for name in days} == days, address
            continue
        page = lxml.html.fromstring(answer.text)
        kinds.add(urlsplit(address).path.split("/")[1])
        for name, field in (("as_of", "as-of"), ("known_at", "known-at")):
            shown = page.get_element_by_id(field).get("value")
            assert shown == days.get(name, ""), (address, name)
        stand = " ".join(page.find(".//p[@class='stand']").text_content().split())
        assert all(f"{int(day[-2:])} Mar 2024" in stand for day in days.values()), address
        for link in page.iterfind(".//a[@href]"):
            href = str(link.get("href"))
            if href.startswith("#") or href in _OF_NO_DAY or "back to" in (link.text or ""):
                continue
            told = parse_qs(urlsplit(href).query)
            assert {name: told.get(name) for name in days} == {name: [day] for name, day in days.items()}, (
                address,
                href,
            )
            if "lang" not in told:  # the same pages in other words
                waiting.append(href.partition("#")[0])
        for form in page.iterfind(".//form[@action]"):
            if form.get("method", "get").lower() == "get":
                held = {field.get("name"): field.get("value") for field in form.iterfind(".//input")}
                assert {name: held.get(name) for name in days} == days, (address, form.get("action"))
    assert len(seen) > 100
    assert kinds >= {path.split("?")[0].strip("/") for path in LISTS} | {*ITEMS} - {"dispute"}


def test_documents_and_sources_are_those_that_could_be_read_by_the_day(desk: TestClient) -> None:
    """`as_of` leaves them out as `known_at` does, on the pages and in each twin; 2024-03-10 is the second of three."""
    every = desk.get("/documents.json").json()["rows"]
    assert {row["published"] for row in every} == {"2024-03-04", "2024-03-10", "2024-03-13"}
    for day in ("2024-03-03", "2024-03-04", "2024-03-10", "2024-03-13"):
        early = [row["name"] for row in every if row["published"] <= day]
        outlets = {row["outlet"] for row in every if row["published"] <= day}
        for clock in ("as_of", "known_at"):
            asked = {clock: day}
            body = desk.get("/documents.json", params=asked).json()
            assert {row["name"] for row in body["rows"]} == {*early}
            assert body["total"] == len(early) == len(desk.get("/documents.jsonl", params=asked).text.splitlines())
            assert len(desk.get("/documents.csv", params=asked).text.splitlines()) == 1 + len(early)
            page = lxml.html.fromstring(desk.get("/documents", params=asked).text)
            assert len(page.findall(".//main//table/tbody/tr")) == len(early)
            sources = desk.get("/sources.json", params=asked).json()
            assert {row["outlet"] for row in sources["rows"]} == outlets
            assert sources["total"] == len(outlets) == len(desk.get("/sources.jsonl", params=asked).text.splitlines())
            assert {row["last_published"] for row in sources["rows"]} <= {row["published"] for row in body["rows"]}
            moves = desk.get("/moves.json", params=asked).json()
            assert sum(row["n_moves"] for row in body["rows"]) == moves["total"]
            assert sum(row["n_moves"] for row in sources["rows"]) == moves["total"]
            for row in every:
                there = desk.get(f"/source/{row['outlet']}", params=asked).status_code
                assert there == (200 if row["outlet"] in outlets else 404)


def test_a_clause_of_the_board_filters_the_board_and_the_filter_can_be_taken_off(storied: TestClient) -> None:
    everything = storied.get("/board.json").json()
    assert any(row["issues"] for row in everything["rows"])
    day = "as_of=2024-12-31"
    page = lxml.html.fromstring(storied.get(f"/board?sort=last&{day}").text)
    for link in page.findall(".//table//a[@class='issue']"):
        address, name = str(link.get("href")), link.text
        query = parse_qs(urlsplit(address).query)
        assert urlsplit(address).path == "/board"
        assert query == {"sort": ["last"], "issue": [name], "as_of": ["2024-12-31"]}
        kept = lxml.html.fromstring(storied.get(address).text)
        wanted = [row["id"] for row in everything["rows"] if name in row["issues"].split("; ")]
        shown = [str(one.get("href")) for one in kept.findall(".//table//a[@class='headline']")]
        assert sorted(shown) == sorted(f"/exchange/{row_id}?{day}" for row_id in wanted)
        (chip,) = kept.findall(".//a[@data-filter]")
        assert name in chip.text_content()
        assert kept.find(".//select[@name='issue']/option[@selected]").get("value") == name
        assert parse_qs(urlsplit(str(chip.get("href"))).query) == {"sort": ["last"], "as_of": ["2024-12-31"]}


def test_json_echoes_the_days(desk: TestClient) -> None:
    body = desk.get("/board.json", params=DAYS).json()
    assert (body["as_of"], body["known_at"], body["last_day"]) == ("2024-03-10", "2024-03-11", "2024-03-10")


def test_filters_keep_what_has_the_value(desk: TestClient) -> None:
    every = desk.get("/timeline.json?per_page=100").json()["rows"]
    for row in every:
        kept = desk.get("/timeline.json", params={"kind": row["kind"], "per_page": 100}).json()["rows"]
        assert [one["id"] for one in kept] == [one["id"] for one in every if one["kind"] == row["kind"]]
    norway = desk.get("/board.json", params={"party": "nOrWaY"}).json()
    assert norway["total"] > 0
    assert norway["asked"] == {"party": "nOrWaY"}
    outlet = desk.get("/documents.json").json()["rows"][0]["outlet"]
    assert all(row["outlet"] == outlet for row in desk.get("/moves.json", params={"outlet": outlet}).json()["rows"])


def test_pages_follow_one_another_without_a_gap(desk: TestClient) -> None:
    whole = [row["id"] for row in desk.get("/moves.json?per_page=100").json()["rows"]]
    found, url = [], "/moves.json?per_page=2"
    while url:
        body = desk.get(url).json()
        assert len(body["rows"]) <= 2
        found += [row["id"] for row in body["rows"]]
        url = body["next_url"]
    assert found == whole
    assert len(whole) > 4


def test_the_words_of_a_line_of_the_board_lead_to_it(desk: TestClient) -> None:
    page = lxml.html.fromstring(desk.get("/board").text)
    for row in desk.get("/board.json").json()["rows"]:
        link = page.find(f".//a[@href='/exchange/{row['id']}']")
        assert (row["quote"] or row["gloss"]) in link.text_content()


def test_the_figures_of_the_board_are_those_of_what_is_asked(storied: TestClient, desk: TestClient) -> None:
    for client, path in (
        (storied, "/board?outlet=The+Strelsau+Post"),
        (desk, "/board?status=rejected"),
        (desk, "/board?party=Norway"),
    ):
        total = client.get(path.replace("/board", "/board.json")).json()["total"]
        page = lxml.html.fromstring(client.get(path).text)
        assert f"{total} thing" in page.xpath("string(//p[@class='lead'])")
        assert page.xpath("string(//caption)").startswith(f"{total} thing")
    filtered = lxml.html.fromstring(desk.get("/board?party=Norway&outlet=Harbour+Post").text)
    counted = sum(int(n) for n in filtered.xpath("//ul[@class='standing']//strong/text()") if n.isdigit())
    assert counted == desk.get("/board.json?party=Norway&outlet=Harbour+Post").json()["total"]


def test_the_table_of_the_network_names_every_kind_of_act(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = "accept 9; reject 8; meet 7; warn 6; deny 5; aid 4; attack 3"
    page = Sheets.page

    def with_kinds(sheets: Sheets, view: str, *given: Any, **named: Any) -> Page:
        found = page(sheets, view, *given, **named)
        if view != "addressed":
            return found
        return replace(found, lines=tuple(replace(one, row={**one.row, "kinds": kinds}) for one in found.lines))

    monkeypatch.setattr(Sheets, "page", with_kinds)
    text = lxml.html.fromstring(desk.get("/network?per_page=7").text).text_content()
    assert all(kind in text for kind in kinds.split("; "))


def test_articles_without_an_outlet_are_counted_where_outlets_are(storied: TestClient, desk: TestClient) -> None:
    for path in ("/coverage", "/sources", "/coverage?treatment=omitted"):
        assert "1 article names no outlet" in storied.get(path).text, path
        assert "no outlet" not in desk.get(path).text, path


def test_a_party_is_not_said_to_be_called_by_its_own_name_too(storied: TestClient) -> None:
    sylvania, ruritania = (storied.get(f"/party/{one}").text for one in (P_SYLVANIA.id, P_RURITANIA.id))
    assert "Also called" not in sylvania
    facts = lxml.html.fromstring(ruritania).xpath("//dt[text()='Also called']/following-sibling::dd/text()")
    assert facts == ["Strelsau"]


def test_the_articles_that_tell_an_event_can_be_opened_from_it(storied: TestClient) -> None:
    page = lxml.html.fromstring(storied.get(f"/event/{E_OFFER.id}").text)
    links = page.xpath("//table//td/a[starts-with(@href, '/document/')]")
    assert [(one.text, one.get("href")) for one in links if one.text == OFFERED.name] == [
        (OFFERED.name, f"/document/{OFFERED.id}")
    ]


def test_what_is_to_be_typed_is_set_apart_and_shows_no_backticks(storied: TestClient) -> None:
    page = lxml.html.fromstring(storied.get("/coverage").text)
    assert page.xpath("//p[@class='notice']/code/text()") == ["file", "outlet"]
    assert "`" not in page.xpath("string(//main)")
    assert typed("a `b` & <i>`") == "a <code>b</code> &amp; &lt;i&gt;`"


def test_documents_and_hits_say_who_published_them_under_which_headline(desk: TestClient) -> None:
    headlines = {
        "coast-herald.txt": "Norway puts a fishing paper on the table",
        "fjord-times.txt": "Iceland turns the paper down",
        "harbour-post.txt": "No answer was given, says Oslo",
    }
    source = desk.get("/sources.json").json()["rows"][0]["id"]
    for path in ("/documents", f"/source/{source}"):
        rows = desk.get(f"{path}.json").json()["rows"]
        assert all(row["headline"] == headlines[row["name"]] for row in rows)
        assert all(row["headline"] in desk.get(path).text for row in rows)
        assert rows[0]["headline"] in desk.get(f"{path}.csv").text
    hits = desk.get("/search.json?q=patrol").json()["rows"]
    page = [
        one.text_content()
        for one in lxml.html.fromstring(desk.get("/search?q=patrol").text).xpath("//ol[@class='hits']/li")
    ]
    for hit, said in zip(hits, page, strict=True):
        assert hit["headline"] == headlines[hit["document"]]
        assert hit["headline"] in said
        assert hit["outlet"] in said


def test_the_description_has_every_column_of_a_list(desk: TestClient) -> None:
    schemas = desk.get("/openapi.json").json()["components"]["schemas"]
    for path in ("documents", "board", "search"):
        row = desk.get(f"/{path}.json?{'q=patrol' if path == 'search' else ''}").json()["rows"][0]
        described = [each for each in schemas.values() if set(each.get("properties", ())) == set(row)]
        assert described, path
        assert set(described[0]["required"]) == set(row)


def test_days_are_said_to_be_without_a_yes_or_no_wherever_they_are_counted(desk: TestClient) -> None:
    day = {"as_of": "2024-03-05"}
    rows = desk.get("/board.json", params=day).json()["rows"]
    waiting = next(row for row in rows if row["days_open"] is not None)
    for path in ("/board", f"/exchange/{waiting['id']}", f"/party/{waiting['by'].split(';')[0]}"):
        text = desk.get(path, params=day).text
        assert "Days without a yes or no" in text, path
        assert "Days unanswered" not in text, path


def test_silence_about_what_one_origin_alone_tells_is_said_not_to_count(storied: TestClient, desk: TestClient) -> None:
    seen = set()
    for client in (storied, desk):
        covered = {row["event"] for row in client.get("/coverage.json?per_page=100").json()["rows"]}
        assert "A dot: the outlet has nothing of it" in client.get("/coverage").text
        for row in client.get("/timeline.json?per_page=100").json()["rows"]:
            said = "One origin alone tells it" in client.get(f"/event/{row['id']}").text
            assert said == (row["n_origins"] == 1 and row["id"] in covered)
            seen.add(said)
    assert seen == {True, False}


def test_an_exchange_is_told_in_time_with_its_words(desk: TestClient) -> None:
    row = next(row for row in desk.get("/board.json").json()["rows"] if row["n_answers"])
    body = desk.get(f"/exchange/{row['id']}.json").json()
    assert body["about"]["exchange"] == row
    assert body["rows"]
    assert all(body["about"]["words"][each["answer"]] for each in body["rows"])
    text = desk.get(f"/exchange/{row['id']}").text
    assert "Clause by clause" in text or not body["about"]["clauses"]
    assert body["rows"][0]["id"] in text


def test_a_document_shows_all_its_text_with_its_lines_both_ways(desk: TestClient) -> None:
    for row in desk.get("/documents.json").json()["rows"]:
        about = desk.get(f"/document/{row['id']}.json").json()["about"]
        page = lxml.html.fromstring(desk.get(f"/document/{row['id']}").text)
        article = page.find(".//article[@class='paper']")
        for number in article.findall(".//a[@class='to-line']") + article.findall(".//span[@class='zone-name']"):
            number.drop_tree()
        assert re.sub(r"\s+", "", article.text_content()) == re.sub(r"\s+", "", about["text"])
        page = lxml.html.fromstring(desk.get(f"/document/{row['id']}").text)
        lines = {each.get("data-line") for each in page.iterfind(".//li[@data-line]")}
        marked = {each for mark in page.iterfind(".//mark[@data-lines]") for each in mark.get("data-lines").split()}
        assert lines == marked
        assert len(lines) == row["n_moves"] + row["n_statements"]


def test_search_marks_what_was_sought_and_follows_known_at(desk: TestClient) -> None:
    page = lxml.html.fromstring(desk.get("/search?q=patrol").text)
    assert {mark.text for mark in page.iterfind(".//ol[@class='hits']//mark")} == {"patrol"}
    everything = desk.get("/search.json?q=patrol").json()
    early = desk.get("/search.json?q=patrol&known_at=2024-03-05").json()
    assert 0 < early["total"] < everything["total"]
    assert sum(everything["about"]["kinds"].values()) == everything["total"]
    on_the_day = desk.get("/search.json?q=patrol&as_of=2024-03-05").json()
    assert on_the_day["rows"] == early["rows"]
    assert {row["published"] for row in on_the_day["rows"]} == {"2024-03-04"}
    assert desk.get("/search.json?q=patrol&as_of=2024-03-03").json()["total"] == 0
    assert "2024-03-10" not in desk.get("/search.csv?q=patrol&as_of=2024-03-05").text
    assert len(desk.get("/search.jsonl?q=patrol&as_of=2024-03-05").text.splitlines()) == early["total"]
    shown = lxml.html.fromstring(desk.get("/search?q=patrol&as_of=2024-03-05").text)
    assert len(shown.findall(".//ol[@class='hits']/li")) == early["total"]
    second = desk.get("/search.json?q=patrol&per_page=2").json()["next_url"]
    assert desk.get(second).json()["rows"][0] == desk.get("/search.json?q=patrol").json()["rows"][2]


def test_lists_of_moves_and_statements_follow_as_of_as_a_search_does(desk: TestClient) -> None:
    for day in ("2024-03-03", "2024-03-04", "2024-03-09", "2024-03-10", "2024-03-12", "2024-03-13"):
        hits = desk.get(f"/search.json?q=patrol+OR+quota&as_of={day}&per_page=100").json()["rows"]
        for view, kind in (("moves", "move"), ("statements", "statement")):
            query = f"as_of={day}&per_page=100"
            body = desk.get(f"/{view}.json?{query}").json()
            ids = {row["id"] for row in body["rows"]}
            assert ids == {hit["id"] for hit in hits if hit["kind"] == kind}
            assert body["total"] == len(ids) == len(desk.get(f"/{view}.jsonl?{query}").text.splitlines())
            assert len(desk.get(f"/{view}.csv?{query}").text.splitlines()) == 1 + len(ids)
            page = lxml.html.fromstring(desk.get(f"/{view}?{query}").text)
            assert len(page.findall(".//main//table/tbody/tr")) == max(1, len(ids))  # an empty list says so
            outlets = page.findall(".//select[@name='outlet']/option[@value]")
            assert {row["outlet"] for row in body["rows"]} == {one.get("value") for one in outlets} - {""}
    assert desk.get("/moves.json?as_of=2024-03-03").json()["total"] == 0
    assert desk.get("/statements.json?as_of=2024-03-04").json()["total"] == 1


def test_what_a_list_leaves_out_on_a_day_is_shown_in_its_article_and_with_its_event(desk: TestClient) -> None:
    day = "as_of=2024-03-04"
    event = desk.get(f"/timeline.json?{day}").json()["rows"][0]
    told = desk.get(f"/event/{event['id']}.json?{day}").json()["rows"]
    listed = {row["id"] for row in desk.get(f"/moves.json?{day}").json()["rows"]}
    later = [row for row in told if row["id"] not in listed]
    assert [row["document"] for row in later] == ["fjord-times.txt"]
    assert later[0]["quote"] in desk.get(f"/event/{event['id']}?{day}").text
    article = f"/document/{later[0]['document_id']}.json"
    assert desk.get(f"{article}?{day}").json()["total"] == desk.get(article).json()["total"] == 2


def test_a_dispute_says_why_its_sides_stand_against_each_other(storied: TestClient) -> None:
    for tongue, why in (
        ("en", "somebody denies what others tell"),
        ("ru", "кто-то отрицает то, о чём сообщают другие"),
    ):
        assert why in storied.get(f"/dispute/{DISPUTE.id}?lang={tongue}").text


def test_a_dispute_sets_its_sides_beside_one_another_with_their_ways(storied: TestClient) -> None:
    rows = storied.get("/disputes.json").json()["rows"]
    assert {row["side"] for row in rows} == {1, 2}
    page = lxml.html.fromstring(storied.get(f"/dispute/{rows[0]['dispute']}").text)
    sides = page.xpath("//div[@class='side']")
    assert len(sides) == 2
    ways = [" ".join(way.text_content().split()) for way in page.xpath("//span[@class='way']")]
    assert ways
    assert all("AP" in way for way in ways), ways
    for event in storied.get(f"/dispute/{rows[0]['dispute']}.json").json()["about"]["events"]:
        one = page.find(f".//section[@aria-labelledby='events']//a[@href='/event/{event['id']}']")
        assert event["gloss"] in one.getparent().text_content()
    by_outlet = storied.get("/disputes.csv").text.splitlines()
    assert len(by_outlet) == 1 + len(rows)


@pytest.mark.parametrize(("tongue", "heading"), [("ru", "На столе переговоров"), ("uk", "На столі переговорів")])
def test_the_brief_speaks_the_language_of_the_page_in_every_form(desk: TestClient, tongue: str, heading: str) -> None:
    def own(words: str) -> str:
        """What of it is not quoted."""
        return re.sub("“[^”]*”", "", words)

    page = lxml.html.fromstring(desk.get(f"/brief?lang={tongue}").text)
    claims = [
        own(str(one.text_content()))
        for one in page.xpath("//article//section[not(@aria-labelledby='s-quotations')]//li")
    ]
    assert claims
    assert all(_CYRILLIC.search(one) for one in claims), claims
    quoted = page.xpath("//ol[@class='quotations']/li")
    assert quoted
    assert {one.get("lang") for one in quoted} == {"en"}
    twin = next(link for link in page.xpath("//footer//a/@href") if ".json" in link)
    rows, english = desk.get(twin).json()["rows"], desk.get("/brief.json").json()["rows"]
    assert [row["id"] for row in rows] == [row["id"] for row in english]
    for row, other in zip(rows, english, strict=True):
        if row["section"] == "quotations":
            assert row == other
        else:
            assert row["text"] != other["text"] or row["text"].startswith("“")
    words = Document(io.BytesIO(desk.get(f"/brief.docx?lang={tongue}").content))
    told = [paragraph.text for paragraph in words.paragraphs]
    assert told[0].startswith("Norway")
    assert {heading} <= {one.text for one in words.paragraphs if one.style and one.style.name == "Heading 1"}
    assert not {"In short", "On the table", "Quotations", "As of 13 March 2024."} & set(told)
    assert "In short" in [p.text for p in Document(io.BytesIO(desk.get("/brief.docx?lang=en").content)).paragraphs]
