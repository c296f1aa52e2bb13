"""The desk over the invented record, and over one whose articles are hostile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rejoinder.ingest import read_metadata
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.publish.web.application import create_app
from rejoinder.record.material import gather
from rejoinder.record.store import Record
from rejoinder.types.account import Reported
from tests.invented import HERE, NOW, WordTagger, make_record, write_articles
from tests.unit.record.samples import ACCOUNT, DOCUMENTS, EXTRACTIONS, filled

SCRIPT = "<script>window.__xss=1</script>"
FORMULA = '=HYPERLINK("https://example.org","x")'
HOSTILE = {
    "coast-herald.txt": f"Norway {SCRIPT} puts a paper on the table\n\nOn 3 March 2024 Norway proposed {SCRIPT} "
    f"a patrol to Iceland.\n\n“{FORMULA}\"'><img src=x onerror=alert(1)>,” said Norway.\n",
    "fjord-times.txt": f"Iceland{{{{7*7}}}}\n\nOn 9 March 2024 Iceland rejected the {SCRIPT} patrol\u202e\u200b.\n",
    "harbour-post.txt": "-1+2\n\nIceland denied that it had rejected the patrol.\n\n+cmd|' /C calc'!A0 Norway accused "
    "Iceland of a delay.\n",
}


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the record."""
    return make_record(tmp_path_factory.mktemp("desk"))[0]


@pytest.fixture(scope="session")
def desk(desk_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over it."""
    with TestClient(create_app(desk_file, cache=tmp_path_factory.mktemp("cuts")), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over articles that were made to hurt whoever shows them."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = write_articles(folder, HOSTILE)
    about = (folder / "about.yaml").read_text("utf-8").replace("Fjord Times", f"'Fjord {SCRIPT} Times'")
    (folder / "about.yaml").write_text(about.replace("Harbour Post", "'=Harbour/Post'"), "utf-8")
    path = folder / "record.db"
    with Record.open(path, create=True, clock=lambda: NOW) as record:
        read_into(
            Run(record=record, reader=Reader(WordTagger()), now=NOW), [articles], read_metadata(folder / "about.yaml")
        )
    with TestClient(create_app(path, cache=folder / "cuts"), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="session")
def storied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over an account made by hand, which has a dispute, an exchange with clauses, and a package."""
    folder = tmp_path_factory.mktemp("storied")
    read = {one.document_id: one for one in EXTRACTIONS}
    reported = [
        Reported(
            document_id=one.id,
            name=one.name,
            outlet=one.metadata.outlet,
            origin="agency AP",
            published=one.metadata.published,
            extraction=read[one.id],
            text=one.text,
        )
        for one in DOCUMENTS
        if one.id in read
    ]
    with Record.open(folder / "record.db", create=True, clock=lambda: NOW) as record:
        filled(record).put_account(ACCOUNT, gather(ACCOUNT, reported))
    with TestClient(create_app(folder / "record.db", cache=folder / "cuts"), base_url=HERE) as client:
        yield client


LISTS = (
    "/board", "/timeline", "/disputes", "/positions", "/coverage", "/coverage?treatment=omitted", "/network",
    "/parties", "/sources", "/documents", "/statements", "/moves", "/search?q=patrol", "/search", "/brief", "/review",
    "/audit", "/changes", "/changes?by=as_of&from=2024-03-04", "/changes?by=read",
)  # fmt: skip
ITEMS = ("exchange", "event", "dispute", "document", "party", "source")


def every_page(client: TestClient) -> list[str]:
    """Every list, and every page of a single row that the record has one for."""
    views = {"exchange": "board", "event": "timeline", "document": "documents", "party": "parties", "source": "sources"}
    found = [*LISTS]
    for item, view in views.items():
        found += [f"/{item}/{row['id']}" for row in client.get(f"/{view}.json").json()["rows"]]
    found += sorted({f"/dispute/{row['dispute']}" for row in client.get("/disputes.json").json()["rows"]})
    return found


def twin(path: str, ending: str) -> str:
    """The address of a page's twin."""
    base, mark, query = path.partition("?")
    return f"{base}.{ending}{mark}{query}"
