"""Nothing of a document runs, loads or counts as markup, link, formula or template; nothing is asked of the outside."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import lxml.html
from starlette.testclient import TestClient

from rejoinder.publish.web.headers import POLICY, SAFE
from rejoinder.publish.web.rendering import STATIC
from tests.unit.publish.web.conftest import FORMULA, SCRIPT, every_page, twin

_OUTSIDE = re.compile(r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import""")
_ASKED = (
    ("/board", "party"), ("/board", "outlet"), ("/board", "sort"), ("/moves", "kind"), ("/moves", "document"),
    ("/moves", "event"), ("/search", "q"), ("/timeline", "month"),
)  # fmt: skip
_STARTS = ("=", "+", "-", "@", "\t", "\r")


def test_every_answer_carries_the_policy(desk: TestClient) -> None:
    for path in ("/board", "/board.json", "/board.csv", "/nothing", "/board?x=1", "/static/desk.js", "/healthz", "/"):
        headers = desk.get(path, follow_redirects=False).headers
        for name, value in SAFE.items():
            assert headers[name] == value, (path, name)
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY


def test_no_page_has_script_or_style_of_its_own_or_asks_outside(desk: TestClient, hostile: TestClient) -> None:
    for client in (desk, hostile):
        for path in every_page(client):
            text = client.get(path).text
            page = lxml.html.fromstring(text)
            assert all(script.get("src", "").startswith("/static/") for script in page.iterfind(".//script")), path
            assert not page.findall(".//style"), path
            assert not page.xpath("//@style"), path
            assert not [name for each in page.iter() for name in getattr(each, "attrib", {}) if name.startswith("on")]
            assert not _OUTSIDE.search(text), path


def test_hostile_text_is_shown_as_text(hostile: TestClient) -> None:
    shown = 0
    for path in every_page(hostile):
        text = hostile.get(path).text
        assert SCRIPT not in text, path
        assert "<img src=x" not in text, path
        shown += text.count("&lt;script&gt;")
        assert "49" not in re.findall(r"Iceland(\d+)", text)
    assert shown > 5


def test_no_cell_is_a_formula(hostile: TestClient) -> None:
    cells = 0
    for path in every_page(hostile):
        for row in csv.reader(io.StringIO(hostile.get(twin(path, "csv")).text)):
            for cell in row:
                cells += 1
                assert not cell.lstrip().startswith(_STARTS) or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell
    assert cells > 100
    assert FORMULA in hostile.get("/search.json", params={"q": "HYPERLINK"}).text.replace('\\"', '"')


def test_injection_in_any_parameter_is_a_value_and_nothing_else(hostile: TestClient) -> None:
    attacks = ["' OR 1=1 --", '"; DROP TABLE cuts; --', "]; --", SCRIPT, "{{7*7}}", "../../etc/passwd", "%", "*", "\\"]
    for attack in attacks:
        for path, name in _ASKED:
            answer = hostile.get(path, params={name: attack}, headers={"accept": "text/html"})
            assert answer.status_code in (200, 400), (path, name, attack)
            assert SCRIPT not in answer.text
        assert hostile.get("/party/" + attack.replace("/", "%2F").replace("?", "")).status_code in (200, 404)
    assert hostile.get("/board.json").json()["total"] > 0


def test_built_files_ask_nothing_of_the_outside() -> None:
    for file in STATIC.glob("desk.*"):
        assert not _OUTSIDE.search(file.read_text("utf-8")), file.name
    assert not re.search(r"\beval\(", (STATIC / "desk.js").read_text("utf-8"))


def test_a_browser_keeps_built_files_by_their_content(desk: TestClient) -> None:
    page = lxml.html.fromstring(desk.get("/board").text)
    addresses = [*page.xpath("//script/@src"), *page.xpath("//link[@rel='stylesheet']/@href")]
    assert len(addresses) == 2
    for address in addresses:
        answer = desk.get(str(address))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert Path(STATIC / "desk.css").read_text("utf-8").count("prefers-color-scheme")
