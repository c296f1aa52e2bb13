"""What strangers wrote is harmless wherever it is shown."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rejoinder.publish.exports.safety import cell, markdown, one_line, shortened

_ANY = st.text(st.characters(), max_size=60)


@given(_ANY)
def test_one_line_holds_nothing_that_drives_a_terminal(text: str) -> None:
    assert all(c.isprintable() for c in one_line(text))


def test_one_line_drops_what_reorders_or_hides() -> None:
    assert one_line("a\x1b[31mred\x1b[0m\u202eb\u200bc\n\td") == "a [31mred [0mbc d"


@given(_ANY)
def test_a_cell_is_no_formula_and_comes_back_from_csv(text: str) -> None:
    safe = cell(text)
    assert not safe.lstrip().startswith(("=", "@"))
    sign, rest = safe.lstrip()[:1], safe.lstrip()[1:].lstrip()
    assert sign not in ("+", "-") or rest[:1] in ("", ";")
    assert not safe.startswith(("\t", "\r"))
    out = io.StringIO(newline="")
    csv.writer(out).writerow([safe])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [safe]


@pytest.mark.parametrize(
    "text", ["=1+1", "  @SUM(A1)", "\t=2", "\r-1", "+49 30", "-5", "＝1", "--", "- -", "-\n=1", "+-;1"]
)
def test_formulas_are_led_by_an_apostrophe(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize("text", ["-", "-; RUS", "-; -", " - ;", "+", "a = b", "1-1", "Mr. @", "'quoted'"])
def test_other_cells_are_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.text(st.sampled_from("ab1 *_`[]()<>&#!|~\\+-=.:/w$^{}\"'"), max_size=40))
def test_markdown_reads_as_the_text_itself(text: str) -> None:
    plain = one_line(text)
    tokens = MarkdownIt("commonmark").parse(markdown(text))
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) == (1 if plain else 0)
    if plain:
        assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
        children = inline[0].children or []
        assert "".join(child.content for child in children) == plain
        assert {child.type for child in children} <= {"text", "text_special"}


def test_markdown_makes_no_link_of_an_address() -> None:
    assert markdown("see https://evil.example and www.evil.example") == (
        "see https\\://evil.example and www\\.evil.example"
    )


def test_shortened_cuts_at_a_blank() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("short", 12) == "short"
    assert len(shortened("x" * 50, 10)) == 10
