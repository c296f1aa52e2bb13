"""What hostile articles do to whoever reads the record of them.

python -m benchmarks.hostile FOLDER [--canary WORDS] [--browser PATH]

Reads every article below FOLDER into a record, walks all pages of the desk and their twins, writes every export, and
counts: markup and formulas of documents that came through, WORDS and paths of this machine in answers, exports and
logs, and, with the browser at PATH (Chromium), scripts that ran and reports of the content security policy."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import csv
import io
import json
import logging
import re
import tempfile
import threading
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import lxml.html

from rejoinder.pipeline.accounts import material_at
from rejoinder.pipeline.reader import open_reader
from rejoinder.pipeline.reading import Run, read_into
from rejoinder.publish.brief.writing import dossier, set_as
from rejoinder.publish.clock import utc_now
from rejoinder.publish.exports.formats import write_rows
from rejoinder.publish.web.application import create_app
from rejoinder.publish.web.serving import address_of, bound, server_of
from rejoinder.record.reader import open_to_read
from rejoinder.record.store import Record
from rejoinder.record.views import VIEWS, view

LISTS = ("board", "timeline", "disputes", "positions", "coverage", "network", "parties", "sources", "documents",
         "statements", "moves", "search?q=a*", "brief")  # fmt: skip
ITEMS = {"board": ("exchange", "id"), "timeline": ("event", "id"), "disputes": ("dispute", "dispute"),
         "parties": ("party", "id"), "sources": ("source", "id"), "documents": ("document", "id")}  # fmt: skip
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WATCH = """window.__reports = [];
document.addEventListener('securitypolicyviolation', e =>
  window.__reports.push(e.violatedDirective + ' ' + e.blockedURI));"""


def read(folder: Path, into: Path) -> str:
    """A record of the articles; what the run came to in words."""
    with Record.open(into, create=True, clock=utc_now) as record:
        report = read_into(Run(record=record, reader=open_reader(threads=1), now=utc_now()), [folder], None)
        return f"{len(record.documents())} documents, {len(report.problems)} remarks"


@contextlib.contextmanager
def served(record: Path, cache: Path) -> Iterator[str]:
    """The address of the desk."""
    with bound("127.0.0.1", 0) as listening:
        server = server_of(create_app(record, cache=cache))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
        thread.start()
        while not server.started:
            threading.Event().wait(0.05)
        try:
            yield address_of(listening).rstrip("/")
        finally:
            server.should_exit = True
            thread.join(10)


def got(address: str) -> str:
    """The text at an address of the desk."""
    with urllib.request.urlopen(address, timeout=120) as answer:  # a desk of this process
        return str(answer.read().decode("utf-8"))


def addresses(desk: str) -> list[str]:
    """Every list and the page of every row."""
    found = [f"/{name}" for name in LISTS]
    for name, (item, column) in ITEMS.items():
        rows = [json.loads(line) for line in got(f"{desk}/{name}.jsonl").splitlines()]
        found += sorted({f"/{item}/{urllib.parse.quote(str(row[column]), safe='')}" for row in rows})
    return found


def unsafe(text: str, delimiter: str = ",") -> tuple[int, int]:
    """Cells of a table, and those that a spreadsheet takes for formulas."""
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
    bad = [c for c in cells if c.lstrip().startswith(("=", "+", "-", "@")) and not _NUMBER.fullmatch(c)]
    return len(cells), len(bad) + sum(c.startswith(("\t", "\r")) for c in cells)


def markup(text: str) -> int:
    """Scripts, styles, handlers and outside addresses in a page that are not the desk's own."""
    page = lxml.html.fromstring(text)
    own = [one for one in page.iter("script") if not str(one.get("src", "")).startswith("/static/")]
    names = [name for one in page.iter() for name in getattr(one, "attrib", {})]
    led = [str(one).lstrip().lower() for one in page.xpath("//@src | //@action | //@href")]
    foreign = [one for one in led if one.startswith(("http", "//", "data:", "javascript:", "vbscript:"))]
    worn = [name for name in names if name.startswith("on") or name in ("style", "srcdoc")]
    return len(own) + len(worn) + len(foreign) + len(page.xpath("//iframe | //object | //embed | //style | //base"))


def browsed(desk: str, pages: Sequence[str], export: Path, browser: str) -> Counter[str]:
    """What happens in a browser that visits every page, as on the screen and as on paper, and the exported brief."""
    from playwright.sync_api import sync_playwright

    seen: Counter[str] = Counter(fired=0, reports=0, dialogs=0)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        page.add_init_script(_WATCH)
        page.on("dialog", lambda dialog: (seen.update(dialogs=1), dialog.dismiss()))
        for address in [*(desk + each for each in pages), export.as_uri()]:
            page.goto(address, wait_until="load")
            for media in ("screen", "print"):
                page.emulate_media(media=media)
            seen["visits"] += 1
            seen["fired"] += bool(page.evaluate("window.__xss !== undefined"))
            seen["reports"] += int(page.evaluate("(window.__reports || []).length"))
        chromium.close()
    return seen


def exports(record: Path, brief: Path) -> tuple[Counter[str], str]:
    """Cells of every export of every view, and all that was exported as text."""
    counted: Counter[str] = Counter(cells=0, formulas=0)
    texts = []
    with open_to_read(record) as found:
        material = material_at(found)
        for name in VIEWS:
            for form, delimiter in (("csv", ","), ("tsv", "\t")):
                out = io.StringIO(newline="")
                write_rows(view(name, material), form, out, width=100)
                cells, bad = unsafe(out.getvalue(), delimiter)
                counted.update(cells=cells, formulas=bad)
                texts.append(out.getvalue())
        page = set_as(dossier(material, found.latest_reader()), "html")
    brief.write_text(page, "utf-8")
    return counted, "\n".join([*texts, page])


def main() -> None:
    """Read, walk, export, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--canary", default="")
    parser.add_argument("--browser", default="")
    given = parser.parse_args()
    log = io.StringIO()
    logging.basicConfig(stream=log, level=logging.INFO, force=True)
    with tempfile.TemporaryDirectory() as made:
        record, brief = Path(made) / "record.db", Path(made) / "brief.html"
        print("read:", read(given.folder, record))
        counted, text = exports(record, brief)
        with served(record, Path(made) / "cuts") as desk:
            pages = addresses(desk)
            for page in pages:
                path, mark, query = page.partition("?")
                shown, table = got(desk + page), got(f"{desk}{path}.csv{mark}{query}")
                cells, bad = unsafe(table)
                counted.update(pages=1, markup=markup(shown), cells=cells, formulas=bad)
                text += shown + table + got(f"{desk}{path}.json{mark}{query}")
            if given.browser:
                counted.update(browsed(desk, pages, brief, given.browser))
        said = text + log.getvalue()
        counted["canary"] = said.count(given.canary) if given.canary else 0
        counted["home paths"] = said.count(str(Path.home()) + "/") + said.count(made)
        counted["traces"] = said.count("Traceback (most recent call last)")
    for name, n in counted.items():
        print(f"{name}: {n}")


if __name__ == "__main__":
    main()
