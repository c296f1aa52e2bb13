"""What somebody asks who has never seen the desk, clicked together from the first page: docs/walks.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

WALKS = Path(__file__).parents[2] / "docs/walks.md"
UNANSWERED = (r"^open \d+$", "“have offered talks on missiles and exercises in its place”$")
REPLY = "^the Russian government had sent a written reply to the proposals it received from Washington last week$"
DENIED = ("^Disputes$", REPLY)
LEFT_OUT = ("^Coverage$", "^cut from its copy$")
SOUGHT = "arms control"


def walked(watched: Watched, desk: str, clicks: tuple[str, ...]) -> Page:
    """The page that clicks on the links of these names lead to, from the first page; fails where a name is of two."""
    page = watched.go(desk)
    for name in clicks:
        clicked(page, name)
    return page


def clicked(page: Page, name: str) -> None:
    before = page.url
    page.get_by_role("link", name=re.compile(name)).click()
    page.wait_for_url(lambda url: url != before)


def test_what_is_unanswered_today_and_since_when(watched: Watched, desk: str) -> None:
    page = walked(watched, desk, UNANSWERED[:1])
    expect(page.locator(".stand")).to_have_text("As of the last day known, 18 Feb 2022")
    rows = page.locator("table.board tbody tr")
    assert rows.count() > 1
    expect(rows.locator(".status")).to_have_text(["open"] * rows.count())
    row = rows.filter(has_text=re.compile(UNANSWERED[1].rstrip("$")))
    expect(row.get_by_role("rowheader")).to_contain_text("NATO")
    expect(row.locator(".since")).to_have_text("31 Jan 2022")
    expect(row.locator(".number")).to_have_text("18")
    expect(row.locator(".latest")).to_have_text("none seen")
    clicked(page, UNANSWERED[1])
    main = page.get_by_role("main")
    expect(main).to_contain_text("No answer is seen in these articles. That is silence of the sources")
    expect(main).to_contain_text("Nothing came back, as far as these articles show.")


def test_who_denies_that_a_reply_was_sent_and_on_whose_word_it_was(watched: Watched, desk: str) -> None:
    page = walked(watched, desk, DENIED)
    denying = page.locator(".side").filter(has_text="not true")
    expect(denying.get_by_role("heading", level=3)).to_contain_text("Alexander Grushko (for Russia)")
    expect(denying).to_contain_text(
        "Deputy Foreign Minister Alexander Grushko told the state news agency RIA Novosti that this was “not true.”"
    )
    way = "said by Alexander Grushko (for Russia) ›, carried by RIA Novosti ›, agency AP ›, printed in Yamuna"
    expect(denying.locator(".way").filter(has_text="Grushko").first).to_contain_text(way)
    telling = page.locator(".side").filter(has_not_text="not true")
    words = "none of whom would be named, said on Monday that the Russian government had sent a written reply"
    expect(telling.locator("blockquote")).to_contain_text([words, words])
    ways = [f"(not named, for United States) ›, agency AP ›, printed in {one}" for one in ("Tri-Harbor", "Yamuna")]
    expect(telling.locator(".way")).to_contain_text(ways)
    expect(telling.locator("p.told")).to_have_text("1 origin (2 articles)")


def test_which_outlet_left_the_denial_out(watched: Watched, desk: str) -> None:
    page = walked(watched, desk, LEFT_OUT)
    rows = page.locator("table.rows tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.get_by_role("rowheader")).to_have_text(["Tri-Harbor Gazette"] * 2)
    expect(rows.locator(".treatment")).to_have_text(["cut from its copy"] * 2)
    line = rows.filter(has_text="a deputy minister in Moscow disputed what American officials had said")
    expect(line.locator(".note")).to_have_text("Printed without it: Tri-Harbor Gazette. With it: Yamuna News Hub.")
    for outlet, has_it in (("Tri-Harbor Gazette", False), ("Yamuna News Hub", True)):
        with watched.page.expect_navigation():
            line.locator(".note").get_by_role("link", name=outlet).click()
        expect(page.locator("article.paper", has_text="not true")).to_have_count(int(has_it))
        page.go_back()


def test_what_the_written_reply_of_nato_offers_on_arms_control(watched: Watched, desk: str) -> None:
    page = watched.go(desk)
    page.locator("#find-q").fill(SOUGHT)
    page.locator("#find-q").press("Enter")
    page.wait_for_url(re.compile("/search"))
    expect(page.get_by_role("main")).to_contain_text(
        "Both replies propose talks on the placement of missiles, on arms control in general and on more openness"
    )
    assert f"*{SOUGHT}*" in WALKS.read_text("utf-8")


@pytest.mark.parametrize("clicks", [UNANSWERED, DENIED, LEFT_OUT], ids=["unanswered", "denied", "left-out"])
def test_the_walks_are_told_as_they_are_walked(clicks: tuple[str, ...]) -> None:
    told = " ".join(WALKS.read_text("utf-8").split())
    at = 0
    for name in clicks:
        at = told.find("*" + re.sub(r"[\^$“”]| \\d\+", "", name), at)
        assert at >= 0, name
