"""Articles made to hurt: nothing of them runs, loads or leads away, on any page."""

from __future__ import annotations

from urllib.parse import quote

from tests.browser.conftest import HANDLER, SCRIPT
from tests.browser.test_pages import LISTS, told
from tests.browser.watching import Watched


def every_address(hostile: str) -> list[str]:
    found = [hostile + page for page in LISTS if "as_of" not in page]
    views = {"exchange": "board", "event": "timeline", "document": "documents", "party": "parties", "source": "sources"}
    for item, view in views.items():
        rows = told(f"{hostile}/{view}.json")["rows"]
        found += [f"{hostile}/{item}/{quote(str(row['id']), safe='')}" for row in rows[:4]]
    return found


def test_no_script_of_an_article_fires_on_any_page(watched: Watched, hostile: str) -> None:
    shown = 0
    for address in every_address(hostile):
        page = watched.go(address)
        assert page.evaluate("() => window.__fired ?? null") is None, address
        assert (
            page.locator("main script, main iframe, main img, main a[href^='javascript'], main [onfocus]").count() == 0
        )
        watched.must_be_quiet()
        shown += page.locator("main").inner_text().count(SCRIPT)
    assert shown > 5, "the articles are not shown at all"


def test_one_long_word_makes_no_page_wider_than_the_window(watched: Watched, hostile: str) -> None:
    for address in every_address(hostile):
        page = watched.go(address)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width, (address, width)


def test_no_script_of_a_parameter_fires(watched: Watched, hostile: str) -> None:
    for attack in (SCRIPT, HANDLER, "javascript:window.__fired=8", "\u202e{{7*7}}"):
        for path in ("/search?q=", "/board?outlet=", "/board?party=", "/timeline?kind=", "/board?lang=", "/nowhere?x="):
            watched.page.goto(hostile + path + quote(attack))
            assert watched.page.evaluate("() => window.__fired ?? null") is None, path
            assert watched.reports() == []
    watched.seen[:] = [one for one in watched.seen if "status of 400" not in one and "status of 404" not in one]
