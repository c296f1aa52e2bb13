"""Readers of the desk who never ask quite the same: pages chosen by a seed from what the record holds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

PAGES = ("board", "timeline", "search", "exchange")
_SORTS = {"board": ("told", "waiting", "last", "first"), "timeline": ("last", "first", "told")}
_ROWS = 100


def fetch(address: str) -> bytes:
    """The whole answer."""
    asked = Request(address, headers={"Accept": "text/html"})
    with urlopen(asked, timeout=120) as answer:
        body: bytes = answer.read()
    return body


def _rows(address: str, view: str, **asked: Any) -> list[dict[str, Any]]:
    query = urlencode({"per_page": _ROWS, **asked})
    rows: list[dict[str, Any]] = json.loads(fetch(f"{address}/{view}.json?{query}"))["rows"]
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What may be asked for: parties, outlets, words, and exchanges by id."""

    parties: tuple[str, ...]
    outlets: tuple[str, ...]
    words: tuple[str, ...]
    exchanges: tuple[str, ...]

    @classmethod
    def of(cls, address: str) -> Asking:
        """What the record of this desk offers."""
        found = [row["id"] for sort in _SORTS["board"] for row in _rows(address, "board", sort=sort)]
        topics = {word for row in _rows(address, "board") for word in (row["quote"] or "").split() if len(word) > 4}
        return cls(
            parties=tuple(row["name"] for row in _rows(address, "parties")),
            outlets=tuple(row["outlet"] for row in _rows(address, "sources")),
            words=tuple(sorted(topics)),
            exchanges=tuple(dict.fromkeys(found)),
        )

    def way(self, number: int, pause: float) -> Iterator[tuple[str, str, float]]:
        """One reader's way, without end: page, path, and how long the reader stays there."""
        draw = random.Random(number)
        yield "", "/healthz", pause * draw.random()
        while True:
            page = draw.choice(PAGES)
            yield page, self._path(page, draw), pause * (0.5 + draw.random())

    def _path(self, page: str, draw: random.Random) -> str:
        if page == "exchange":
            return f"/exchange/{quote(draw.choice(self.exchanges), safe='')}"
        if page == "search":
            words = " ".join(draw.sample(self.words, draw.choice((1, 2, 2, 3))))
            return "/search?" + urlencode({"q": words})
        asked: dict[str, str] = {"sort": draw.choice(_SORTS[page])}
        if draw.random() < 0.6:
            asked["party"] = draw.choice(self.parties)
        if draw.random() < 0.3:
            asked["outlet"] = draw.choice(self.outlets)
        return f"/{page}?" + urlencode(asked)
