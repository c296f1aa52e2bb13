"""A review by keyboard alone, from doubt to a changed status and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from docs import browsing
from tests.browser.watching import Watched
from tests.invented import make_record


def rows(address: str) -> list[dict[str, Any]]:
    with urlopen(address) as answer:
        return list(json.load(answer)["rows"])


def test_a_correction_by_key_changes_the_status_and_undo_brings_it_back(watched: Watched, tmp_path: Path) -> None:
    with browsing.served(make_record(tmp_path)[0]) as desk:
        before = {row["status"] for row in rows(f"{desk}/board.json")}
        assert "rejected" in before
        moves = rows(f"{desk}/moves.json")
        line = next(row["id"] for row in moves if (row["kind"], row["modality"]) == ("reject", "actual"))
        page = watched.go(f"{desk}/review?line={line}")
        page.keyboard.press("e")
        page.locator("#c-kind").select_option("accept")
        with page.expect_navigation():
            page.locator(".correction button").press("Enter")
        assert "accepted" in {row["status"] for row in rows(f"{desk}/board.json")}
        assert watched.grave() == []
        with page.expect_navigation():
            page.keyboard.press("u")
        assert {row["status"] for row in rows(f"{desk}/board.json")} == before
        assert [row["in_force"] for row in rows(f"{desk}/audit.json")] == [False, False]
