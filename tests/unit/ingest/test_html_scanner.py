import time

import pytest

from rejoinder.ingest.html_blocks import visible
from rejoinder.ingest.html_scanner import pieces


def test_pieces_cover_the_page_in_order() -> None:
    html = "a<b class='x>y'>c</b><!-- d --><script>if (a<b) '</p>'</script> e < f <p"
    found = list(pieces(html))
    assert [(p.kind, html[p.start : p.end]) for p in found] == [
        ("text", "a"), ("start", "<b class='x>y'>"), ("text", "c"), ("end", "</b>"), ("comment", "<!-- d -->"),
        ("start", "<script>"), ("raw", "if (a<b) '</p>'"), ("end", "</script>"), ("text", " e < f "),
        ("start", "<p"),
    ]  # fmt: skip
    assert found[1].attributes == {"class": "x>y"}
    assert not found[-1].closed


def test_what_is_never_closed_runs_to_the_end() -> None:
    assert [b.words for b in visible("<p>one<!-- two <p>three").blocks] == ["one"]
    assert [b.words for b in visible("<p>one<script>two<p>three").blocks] == ["one"]


@pytest.mark.parametrize(
    "bait", ["<", "<a ", '<a "', "<!", "<!--", "</", "<script>", "&", "<b><i>", "<p hidden>", "<a href='", "<title>"]
)
def test_bait_takes_time_in_proportion(bait: str) -> None:
    began = time.process_time()
    visible(bait * (200_000 // len(bait)))
    assert time.process_time() - began < 4
