"""A page under watch: reports of the policy, faults of scripts, requests to the outside, and what axe finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "axe/axe.min.js"
GRAVE = ("serious", "critical")
_REPORTS = """addEventListener("securitypolicyviolation", (event) =>
  (window.__reports ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""
_FIND = """async (only) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const options = only ? {runOnly: {type: "rule", values: only}} : {runOnly: tags};
  const found = await axe.run(document, {...options, resultTypes: ["violations"]});
  return found.violations.map((one) => [one.impact, one.id, one.nodes.map((node) => node.target.join()).slice(0, 3)]);
}"""


@dataclass
class Watched:
    """A page and what was seen on it that ought not to be."""

    page: Page
    seen: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def opened(cls, browser: Browser, **options: Any) -> Iterator[Watched]:
        """A page of a fresh context of the browser."""
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        context.add_init_script(_REPORTS)
        page = context.new_page()
        page.set_default_timeout(60_000)
        watched = cls(page)
        page.on("pageerror", lambda error: watched.seen.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (watched.seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: watched.seen.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("request", lambda asked: watched._asked(asked.url))
        yield watched
        context.close()

    def _asked(self, url: str) -> None:
        if urlsplit(url).hostname != "127.0.0.1":
            self.seen.append(f"asked outside: {url[:120]}")

    def go(self, address: str) -> Page:
        """The page at this address, with everything that it loads."""
        answer = self.page.goto(address, wait_until="load")
        assert answer is not None
        assert answer.status == 200, address
        return self.page

    def reports(self) -> list[str]:
        """What the policy refused on this page."""
        found: list[str] = self.page.evaluate("() => window.__reports ?? []")
        return found

    def must_be_quiet(self) -> None:
        """Fails where something was refused, failed, was said by a dialog or asked of the outside."""
        assert not self.seen + self.reports(), self.page.url

    def grave(self, *only: str) -> list[Any]:
        """What axe finds serious or critical: its rule, and where; by these rules alone, if any are named."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(_source())
        found: list[Any] = self.page.evaluate(_FIND, list(only) or None)
        return [one for one in found if one[0] in GRAVE]


@cache
def _source() -> str:
    return AXE.read_text("utf-8")
