"""What somebody asks who has never seen the desk, clicked together from the first page: docs/walks.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

WALKS = Path(__file__).parents[2] / "docs/walks.md"
UNANSWERED = (r"^open \d+$", "“have offered talks on missiles and exercises in its place”$")
DENIED = (
    "^Disputes$",
    "^Did Russia reply$",
    "^“A deputy minister contradicts American officials who spoke of a written reply”$",
)
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
    expect(row.locator(".since")).to_have_text("1 Feb 2022")
    expect(row.locator(".number")).to_have_text("17")
    expect(row.locator(".latest")).to_have_text("none seen")
    clicked(page, UNANSWERED[1])
    main = page.get_by_role("main")
    expect(main).to_contain_text("No answer is seen in these articles. That is silence of the sources")
    expect(main).to_contain_text("“What the alliance offered in January”")
    expect(main).to_contain_text("Nothing came back, as far as these articles show.")


def test_who_denies_that_a_reply_was_sent_and_on_whose_word_it_was(watched: Watched, desk: str) -> None:
    page = walked(watched, desk, DENIED[:2])
    denying = page.locator(".side").filter(has_text="this letter was no reply to the American paper")
    expect(denying.get_by_role("heading")).to_contain_text("Alexander Grushko")
    clicked(page, DENIED[2])
    article = page.get_by_role("article")
    expect(article).to_contain_text(
        re.compile("Three officials of the Biden administration, none of whom would be named")
    )
    expect(article).to_contain_text(
        re.compile("Deputy Foreign Minister Alexander Grushko told .* RIA Novosti .*“not true.”")
    )
    lines = page.locator("li.line")
    sent = lines.filter(has_text="Russia: deliver → United States (said to have happened)")
    expect(sent).to_contain_text("on the word of Three officials")
    expect(lines.filter(has_text="Alexander Grushko: deny → United States")).to_have_count(1)


def test_what_the_written_reply_of_nato_offers_on_arms_control(watched: Watched, desk: str) -> None:
    page = watched.go(desk)
    page.locator("#find-q").fill(SOUGHT)
    page.locator("#find-q").press("Enter")
    page.wait_for_url(re.compile("/search"))
    expect(page.get_by_role("main")).to_contain_text(
        "Both replies propose talks on the placement of missiles, on arms control in general and on more openness"
    )
    assert f"*{SOUGHT}*" in WALKS.read_text("utf-8")


@pytest.mark.parametrize("clicks", [UNANSWERED, DENIED], ids=["unanswered", "denied"])
def test_the_walks_are_told_as_they_are_walked(clicks: tuple[str, ...]) -> None:
    told = " ".join(WALKS.read_text("utf-8").split())
    at = 0
    for name in clicks:
        at = told.find("*" + re.sub(r"[\^$“”]| \\d\+", "", name), at)
        assert at >= 0, name
