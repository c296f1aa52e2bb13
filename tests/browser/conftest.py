"""A Chromium, and the desk over the sample and over a hostile record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs import browsing
from rejoinder.ingest import read_metadata
from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.record.store import Record
from tests.browser.watching import Watched
from tests.invented import NOW, WordTagger, write_articles

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
MISSING = "There is no Chromium here: install it (Debian: apt-get install chromium) or name one in REJOINDER_CHROMIUM."
SCRIPT = "<script>window.__fired=1</script>"
HANDLER = "\"'><img src=x onerror=window.__fired=2><svg onload=window.__fired=3>"
LONG = "counter" * 40  # one word, longer than any page is wide
FORMULA = '=HYPERLINK("https://example.org","x")'
HOSTILE = {
    "coast-herald.txt": f"Norway {SCRIPT} puts a paper {HANDLER} on the table\n\nOn 3 March 2024 Norway proposed "
    f"{SCRIPT} a patrol {HANDLER} {LONG} to Iceland.\n\n“{FORMULA}{HANDLER} {LONG}</mark></script>,” said Norway.\n",
    "fjord-times.txt": f"Iceland{{{{7*7}}}} javascript:window.__fired=4\n\nOn 9 March 2024 Iceland rejected the "
    f"{SCRIPT} patrol\u202e\u2066\u200b over <a href='javascript:window.__fired=5' autofocus "
    "onfocus=window.__fired=6>this</a>.\n",
    "harbour-post.txt": "-1+2\n\nIceland denied that it had rejected the patrol.\n\n+cmd|' /C calc'!A0 Norway accused "
    "Iceland of a delay <iframe srcdoc='<script>parent.__fired=7</script>'></iframe>.\n",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if browsing.chromium() is None:
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as found:
        yield found


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the desk over the sample."""
    with browsing.served(browsing.sample_record(tmp_path_factory.mktemp("sample"))) as address:
        yield address


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the desk over articles that were made to hurt whoever shows them."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = write_articles(folder, HOSTILE)
    about = (folder / "about.yaml").read_text("utf-8").replace("Fjord Times", f"'Fjord {SCRIPT} \u202e Times'")
    (folder / "about.yaml").write_text(about.replace("Harbour Post", '"=Harbour/Post\'><img src=x>"'), "utf-8")
    path = folder / "record.db"
    with Record.open(path, create=True, clock=lambda: NOW) as record:
        run = Run(record=record, reader=Reader(WordTagger()), now=NOW)
        read_into(run, [articles], read_metadata(folder / "about.yaml"))
    with browsing.served(path) as address:
        yield address


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A page of a fresh browser that is watched: whatever the policy refuses, fails or leaves this machine is kept."""
    with Watched.opened(chromium) as page:
        yield page
        page.must_be_quiet()
