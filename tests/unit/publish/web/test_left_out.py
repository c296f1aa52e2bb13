"""A story that one outlet prints without the denial: what every door says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from rejoinder.ingest import read_metadata
from rejoinder.pipeline.accounts import material_at
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.publish.brief.writing import dossier
from rejoinder.publish.cli.running import run
from rejoinder.publish.web.application import create_app
from rejoinder.record.reader import open_to_read
from rejoinder.record.store import Record
from tests.invented import HERE, NOW, WordTagger, write_articles

BEFORE = (
    "On 3 March 2024 Norway accused Iceland of a delay over the fishing quota, said to have cost the boats of the "
    "north a month at sea. "
)
DENIAL = "Iceland denied that it had held up anything at all."
AFTER = "\n\nThe boats lie in the harbour of Vardo, where the ice has begun to break and the crews mend their nets.\n"
ARTICLES = {
    "coast-herald.txt": f"A quarrel over fish\n\n{BEFORE}{DENIAL}{AFTER}",
    "fjord-times.txt": f"Boats wait for the quota\n\n{BEFORE.strip()}{AFTER}",
}


@pytest.fixture(scope="module")
def quarrel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarrel")
    articles = write_articles(folder, ARTICLES)
    about = "\n".join(line for line in (folder / "about.yaml").read_text("utf-8").splitlines() if "harbour" not in line)
    (folder / "about.yaml").write_text(about, "utf-8")
    with Record.open(folder / "record.db", create=True, clock=lambda: NOW) as record:
        read = Run(record=record, reader=Reader(WordTagger()), now=NOW)
        read_into(read, [articles], read_metadata(folder / "about.yaml"))
    return folder / "record.db"


@pytest.fixture(scope="module")
def desk(quarrel: Path) -> Iterator[TestClient]:
    with TestClient(create_app(quarrel, cache=quarrel.parent / "cuts"), base_url=HERE) as client:
        yield client


def _text(client: TestClient, path: str) -> str:
    return _said(lxml.html.fromstring(client.get(path).text).find(".//main"))


def _said(part: lxml.html.HtmlElement) -> str:
    return re.sub(r" (?=[.,])", "", " ".join(" ".join(part.itertext()).split()))


def _cut(client: TestClient, query: str = "") -> list[dict[str, str]]:
    rows: list[dict[str, str]] = client.get(f"/coverage.json?reason=cut{query}").json()["rows"]
    return rows


def test_coverage_says_which_outlet_cut_what_and_shows_both_copies(desk: TestClient) -> None:
    (row,) = _cut(desk)
    assert (row["outlet"], row["treatment"], row["kind"]) == ("Fjord Times", "omitted", "deny")
    assert (row["documents"], row["cut_from"], row["kept_in"]) == ("", "fjord-times.txt", "coast-herald.txt")
    assert desk.get("/coverage.json?treatment=omitted").json()["rows"] == [row]
    assert desk.get("/coverage.json?reason=told-elsewhere").json()["rows"] == []
    page = lxml.html.fromstring(desk.get("/coverage?treatment=omitted&reason=cut").text)
    links = [link.get("href") for link in page.xpath("//td//span[@class='note']//a")]
    documents = {one["name"]: f"/document/{one['id']}" for one in desk.get("/documents.json").json()["rows"]}
    assert links == [documents["fjord-times.txt"], documents["coast-herald.txt"]]
    grid = lxml.html.fromstring(desk.get("/coverage").text)
    assert grid.xpath("//td/span[@class='treatment treatment-cut']/text()") == ["cut from its copy"]
    assert "“Cut from its copy” means" in _text(desk, "/coverage")


def test_nobody_has_cut_what_he_has_not_printed_by_the_day(desk: TestClient) -> None:
    for day in ("as_of=2024-03-05", "known_at=2024-03-05"):
        assert _cut(desk, f"&{day}") == []
        assert desk.get(f"/timeline.json?{day}").json()["total"] == 2
    assert len(_cut(desk, "&as_of=2024-03-10")) == len(_cut(desk, "&known_at=2024-03-10")) == 1


def test_a_dispute_says_who_left_a_side_out_and_in_which_sentence_it_was_said(desk: TestClient) -> None:
    dispute = desk.get("/disputes.json").json()["rows"][0]["dispute"]
    assert desk.get(f"/dispute/{dispute}.json").json()["about"]["left_out"] == _cut(desk)
    page = lxml.html.fromstring(desk.get(f"/dispute/{dispute}").text)
    sides = {side.findtext("h3"): _said(side) for side in page.xpath("//div[@class='side']")}
    assert "Left out by Fjord Times cut from its copy Printed without it: Fjord Times" in sides["Iceland"]
    assert f"{DENIAL} printed in The Coast Herald" in sides["Iceland"]
    assert "Left out by" not in sides["Norway"]
    assert "said to have cost the boats of the north a month at sea." in sides["Norway"], "the whole sentence is shown"


def test_event_and_source_say_so_too(desk: TestClient) -> None:
    (row,) = _cut(desk)
    event = _text(desk, f"/event/{row['event']}")
    assert "Fjord Times cut from its copy Printed without it: Fjord Times. With it: The Coast Herald." in event
    assert "but those that printed its story without it" in event
    source = _text(desk, "/source/Fjord%20Times")
    assert "Of these cut from its copies 1" in source
    assert "Cut from its copies, which others printed with it Iceland: deny" in source


@pytest.mark.parametrize(("tongue", "said"), [("ru", "вырезано из перепечатки"), ("uk", "вирізано з передруку")])
def test_it_is_said_in_the_language_of_the_page(desk: TestClient, tongue: str, said: str) -> None:
    assert said in _text(desk, f"/coverage?reason=cut&lang={tongue}")


def test_the_brief_the_commands_and_show_say_so(quarrel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_to_read(quarrel) as record:
        material = material_at(record)
    said = [claim.text for claim in dossier(material, None).coverage]
    assert any(
        one.startswith("Fjord Times printed a story without 1 event that stands in it in The Coast") for one in said
    )
    event = next(row.event for row in material.account.coverage if row.reason == "cut")
    assert run(("show", event, "--record", str(quarrel))) == 0
    assert "Fjord Times: fjord-times.txt lacks what coast-herald.txt has" in capsys.readouterr().out
    assert run(("coverage", "--record", str(quarrel))) == 0
    assert "omitted (cut)" in capsys.readouterr().out
