"""Pictures of every page of the desk over the sample, for docs/desk.md: `python -m docs.screenshots`.

After it may stand the names of those that are wanted. Each is a WebP of at most 150 kB in docs/desk/. Chromium,
Playwright and Pillow are needed (`make screenshots`)."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from urllib.request import urlopen

from PIL import Image

from docs import browsing
from rejoinder.pipeline.accounts import renew_account
from rejoinder.record.store import Record
from rejoinder.types.identity import content_id
from rejoinder.types.judgement import Judgement

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parent / "desk"
MOST_BYTES = 150_000
DESK, PHONE = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}
LISTS = (
    "board", "timeline", "disputes", "positions", "coverage", "network", "brief", "parties", "sources", "documents",
    "statements", "moves", "review", "audit",
)  # fmt: skip
SOUGHT: Mapping[str, tuple[str, str]] = {
    # where the row of a picture is found, and the column of its id
    "exchange": ("/board.json?per_page=1", "id"),
    "event": ("/timeline.json?sort=told&per_page=1", "id"),
    "dispute": ("/disputes.json?per_page=50", "dispute"),
    "party": ("/parties.json?per_page=1", "id"),
    "source": ("/sources.json?per_page=1", "id"),
}


def pictures(desk: str) -> dict[str, tuple[str, dict[str, int], str]]:
    """The name of each picture with the address, the size of the window and the colours that it shows."""
    found = {name: (f"/{name}", DESK, "light") for name in LISTS}
    for name, (where, column) in SOUGHT.items():
        row = max(_rows(desk + where), key=lambda row: row.get("n_articles") or 0)
        found[name] = (f"/{name}/{quote(row[column], safe='')}", DESK, "light")
    line = _rows(f"{desk}/statements.json?form=direct&per_page=1")[0]
    found["document"] = (f"/document/{quote(line['document_id'], safe='')}?line={line['id']}", DESK, "light")
    found["search"] = ("/search?q=missiles", DESK, "light")
    found["changes"] = ("/changes?from=2022-01-26&to=2022-02-02", DESK, "light")
    found["board-dark"] = ("/board?as_of=2022-02-01", DESK, "dark")
    found["board-phone"] = ("/board", PHONE, "light")
    found["board-ukrainian"] = ("/board?lang=uk", DESK, "light")
    found["brief-russian"] = ("/brief?lang=ru", DESK, "light")
    return found


def decide(record: Path) -> None:
    """Some decisions of two people, so that the audit has something to show; none of them changes the account."""
    with Record.open(record, create=False, clock=lambda: browsing.NOW) as opened:
        account = opened.account()
        assert account is not None
        lines = sorted({event.moves[0] for event in account.events if event.n_origins > 1})
        for at, (line, by) in enumerate(zip(lines, ("Anna", "Boris") * 3, strict=False)):
            made_at = browsing.NOW + dt.timedelta(minutes=7 * at)
            one = Judgement(
                id=content_id("judgement", line, by),
                decision=("right", "right", "unsure")[at % 3],
                subjects=(line,),
                field=None,
                value=None,
                by=by,
                made_at=made_at,
            )
            opened.add_judgement(one)
        undone = replace(
            one, id=content_id("judgement", one.id), made_at=made_at + dt.timedelta(minutes=1), withdraws=one.id
        )
        opened.add_judgement(undone)
        renew_account(opened)


def _rows(address: str) -> list[dict[str, Any]]:
    with urlopen(address) as answer:
        rows: list[dict[str, Any]] = json.load(answer)["rows"]
    return rows


def take(browser: Browser, address: str, size: dict[str, int], colours: Any) -> bytes:
    """The picture of a page as WebP."""
    context = browser.new_context(viewport=size, color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.evaluate("() => document.fonts.ready.then(() => scrollTo(0, 0))")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    context.close()
    for quality in range(84, 30, -8):
        out = io.BytesIO()
        picture.convert("RGB").save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


def main(wanted: Sequence[str] = ()) -> int:
    """Write them, or those wanted; exit code 1 where there is no Chromium."""
    if browsing.chromium() is None:
        print("There is no Chromium here: install it, or name one in REJOINDER_CHROMIUM.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        record = browsing.sample_record(Path(place))
        decide(record)
        with browsing.browser() as browser, browsing.served(record) as desk:
            for name, (path, size, colours) in pictures(desk).items():
                if wanted and name not in wanted:
                    continue
                made = take(browser, desk + path, size, colours)
                (FOLDER / f"{name}.webp").write_bytes(made)
                print(f"docs/desk/{name}.webp {len(made) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
