"""Each page in a browser: nothing is refused or fails, nobody is shut out, in light, in dark, by phone."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.request import urlopen

import pytest

from docs.browsing import ITEMS
from tests.browser.watching import Watched

LISTS = (
    "/board", "/board?as_of=2022-01-27", "/timeline", "/disputes", "/positions", "/coverage",
    "/coverage?treatment=omitted", "/network", "/parties", "/sources", "/documents", "/statements", "/moves",
    "/search", "/search?q=missiles", "/brief", "/review", "/audit", "/changes",
    "/board?lang=ru", "/timeline?lang=uk",
)  # fmt: skip
PAGES = (*LISTS, "exchange", "event", "document", "party", "source", "dispute", "refusal")
PHONE = {"width": 390, "height": 844}
MOST_FOCUSED = 120


@cache
def told(address: str) -> Any:
    with urlopen(address) as answer:
        return json.load(answer)


def address(desk: str, page: str) -> str:
    """The address of a list, or of the first row of its kind."""
    if page.startswith("/"):
        return desk + page
    if page == "dispute":
        return f"{desk}/dispute/{told(desk + '/disputes.json')['rows'][0]['dispute']}"
    if page == "refusal":
        return f"{desk}/party/nobody-of-this-name"
    return f"{desk}/{page}/{told(f'{desk}/{ITEMS[page]}.json')['rows'][0]['id']}"


def go(watched: Watched, desk: str, page: str) -> None:
    if page == "refusal":
        answer = watched.page.goto(address(desk, page))
        assert answer is not None
        assert answer.status == 404
        watched.seen[:] = [one for one in watched.seen if "404" not in one]  # the browser says so itself
    else:
        watched.go(address(desk, page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shuts_nobody_out(watched: Watched, desk: str, page: str) -> None:
    go(watched, desk, page)
    shown = watched.page
    watched.must_be_quiet()
    assert shown.locator("h1").count() == 1
    assert shown.title().endswith("rejoinder")
    assert watched.grave() == []
    shown.emulate_media(color_scheme="dark")
    shown.set_viewport_size(PHONE)
    width = shown.evaluate("() => document.documentElement.scrollWidth")
    assert width <= PHONE["width"], f"{page} is {width} wide on a phone"
    assert watched.grave() == []


def test_the_words_of_the_board_fill_their_card_on_a_phone(watched: Watched, desk: str) -> None:
    watched.page.set_viewport_size(PHONE)
    shown = watched.go(desk + "/board")
    card, words = (shown.locator(f".board tbody tr {part}").first.bounding_box() for part in ("", "th"))
    assert card
    assert words
    assert words["width"] > 0.8 * card["width"]


@pytest.mark.parametrize("page", ["/board", "/network", "/audit"])
def test_the_page_that_one_is_on_is_marked_in_sight_in_the_menu_of_a_phone(
    watched: Watched, desk: str, page: str
) -> None:
    watched.page.set_viewport_size(PHONE)
    place = watched.go(desk + page).locator(".pages [aria-current]").bounding_box()
    assert place
    assert 0 <= place["x"] <= place["x"] + place["width"] <= PHONE["width"]


def test_the_whole_menu_is_in_sight_on_a_desktop_in_the_language_with_the_longest_words(
    watched: Watched, desk: str
) -> None:
    watched.page.set_viewport_size({"width": 1280, "height": 900})
    last = watched.go(f"{desk}/board?lang=ru").locator(".pages li").last.bounding_box()
    assert last
    assert last["x"] + last["width"] <= 1280


@pytest.mark.parametrize("page", [*LISTS[1:13:3], "/board", "/search?q=missiles", "/brief", *PAGES[len(LISTS) : -1]])
def test_all_of_a_page_is_come_to_by_keyboard_and_seen_there(watched: Watched, desk: str, page: str) -> None:
    go(watched, desk, page)
    shown = watched.page
    wanted = shown.evaluate(
        """(most) => [...document.querySelectorAll("a[href], button, input, select, textarea, summary,[tabindex='0']")]
          .filter((one) => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && one.checkVisibility())
          .slice(0, most).map((one, at) => { one.dataset.at = String(at); return String(at); })""",
        MOST_FOCUSED,
    )
    assert len(wanted) > 10
    shown.evaluate("() => document.body.focus()")
    reached: list[str] = []
    for _ in range(len(wanted) + 40):
        shown.keyboard.press("Tab")
        at, seen = shown.evaluate(
            """() => { const one = document.activeElement, style = getComputedStyle(one);
              const drawn = one.type === "date" || style.outlineStyle !== "none" || style.boxShadow !== "none" ||
                one.closest("svg") !== null;
              return [one.dataset.at ?? "", drawn]; }"""
        )
        if at:
            reached.append(at)
            assert seen, (
                f"nothing shows that {shown.evaluate('() => document.activeElement.outerHTML')[:200]} is come to"
            )
        if len(set(reached)) == len(wanted):
            break
    assert set(reached) == set(wanted)
    assert reached == sorted(reached, key=int), "the order of the keyboard is that of the page"
