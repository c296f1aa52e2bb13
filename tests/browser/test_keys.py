"""The keys and islands of the desk, as hands meet them."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.watching import Watched


def test_strokes_lead_through_a_list_and_open_its_lines(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/board")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("table.rows tbody tr").nth(1).locator("a").first
    expect(second).to_be_focused()
    page.keyboard.press("k")
    first = page.locator("table.rows tbody tr").first.locator("a").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/exchange/"))
    page.keyboard.press("/")
    expect(page.locator("#find-q")).to_be_focused()
    page.keyboard.type("missiles j")
    assert page.locator("#find-q").input_value() == "missiles j"
    page.keyboard.press("Escape")
    expect(page.locator("#find-q")).not_to_be_focused()


def test_the_list_of_keys_opens_closes_and_switches_them_off(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/timeline")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    assert watched.grave() == []
    page.locator("#keys-off").check()
    page.keyboard.press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#find-q")).not_to_be_focused()
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_hidden()
    page.locator("#show-keys").press("Enter")
    expect(page.locator("#keys-off")).to_be_checked()


def test_the_first_tab_skips_to_the_content(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/board")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_slider_moves_the_whole_page_and_links_keep_the_day(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/board?status=open&lang=uk")
    total = page.locator("caption").first.inner_text()
    slider = page.locator("#as-of-slider")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url(re.compile("as_of="))
    expect(page.locator("caption").first).not_to_have_text(total)
    assert "status=open" in page.url
    assert "lang=uk" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    page.locator("nav ul.pages a").nth(1).click()
    page.wait_for_url(re.compile("/timeline"))
    assert "as_of=" in page.url
    assert "lang=uk" in page.url


def test_a_filter_swaps_the_page_and_the_hand_stays_where_it_was(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/timeline")
    field = page.locator("#f-modality")
    field.focus()
    field.select_option(index=1)
    page.wait_for_url(re.compile("modality="))
    expect(page.locator("#f-modality")).to_be_focused()
    page.go_back()
    expect(page.locator("#f-modality")).to_have_value("")


def test_a_reader_changes_the_language_and_keeps_it(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/board?as_of=2022-02-01")
    page.locator(".tongues a[lang=ru]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("h1")).to_have_text("На столе переговоров")
    assert "as_of=2022-02-01" in page.url
    page.locator("table.rows tbody a").first.click()
    page.wait_for_url(re.compile("/exchange/"))
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_a_line_and_its_words_show_one_another(watched: Watched, desk: str) -> None:
    page = watched.go(f"{desk}/statements")
    page.locator("a.quote").first.click()
    page.wait_for_url(re.compile("/document/"))
    chosen = page.locator("li.line.chosen")
    expect(chosen).to_have_count(1)
    number = chosen.get_attribute("data-line") or ""
    page.locator(f"[id='w-{number}']").focus()
    expect(page.locator(f"li[data-line='{number}']")).to_have_class(re.compile("shown"))
    expect(page.locator(f"mark[data-lines~='{number}']").first).to_have_class(re.compile("shown"))


def test_the_desk_reads_without_scripts(chromium, desk: str) -> None:  # type: ignore[no-untyped-def]
    with Watched.opened(chromium, java_script_enabled=False) as watched:
        page = watched.page
        page.goto(f"{desk}/board?status=open")
        page.locator("#f-status").select_option("")
        page.get_by_role("button", name="Apply").click()
        page.wait_for_url(re.compile("status=(&|$)|board$|sort"))
        assert page.locator("table.rows tbody tr").count() > 1
