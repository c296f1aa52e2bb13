import socket

import pytest

from rejoinder.ingest.html import read_html
from rejoinder.types.document import Document, Problem
from tests.unit.ingest.pages import HTML, RUSSIAN, STORY

PARAGRAPHS = "".join(f"<p>{part}</p>" for part in STORY.strip().split("\n\n"))


def page(body: str, head: str = "<title>Harbour plan turned down</title>") -> bytes:
    top = f"<!doctype html><html><head><meta charset=utf-8>{head}</head>"
    return f"{top}<body><article>{body}</article></body></html>".encode()


def linked(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{fields}}}</script>'


def document(raw: bytes) -> Document:
    found = read_html(raw, "a.html")
    assert isinstance(found, Document)
    return found


def codes(raw: bytes) -> list[str]:
    return [problem.code for problem in document(raw).problems]


def test_an_article_is_told_from_the_page_round_it() -> None:
    found = document(HTML.encode())
    kinds = {z.span.of(found.text)[:26]: z.kind for z in found.zones}
    assert kinds["Sylvania turns down Freedo"] == "headline"
    assert kinds["The harbour of Port Maren "] == "caption"
    assert kinds["By Ilona Brack"] == "byline"
    assert kinds["PORT MAREN (AP) —"] == "dateline"
    assert kinds["What comes next"] == "standfirst"
    assert [
        kinds[start]
        for start in ("Foreign Minister Ada Lind ", "A spokesman for the Freedo", "Freedonia has warned that ")
    ] == ["body"] * 3
    for start in (
        "Home",
        "Related stories",
        "Fishing fleet stays in por",
        "Sylvania should have taken",
        "© 2019 The Port Gazette. A",
    ):
        assert kinds[start] == "furniture"


def test_who_translated_an_article_is_no_part_of_it() -> None:
    found = document(page(f"{PARAGRAPHS}<p><em>Translated from the French by our staff.</em></p>"))
    assert found.zone_at(found.text.index("Translated")) == "byline"
    assert found.metadata.byline is None


def test_every_word_leads_back_to_its_place_in_the_source() -> None:
    found = document(HTML.encode())
    for i, char in enumerate(found.text):
        raw = found.raw[found.offsets.raw(i)]
        assert raw == char or raw == "&" or char.isspace()


def test_the_head_of_the_page_tells_of_its_publication() -> None:
    metadata = document(HTML.encode()).metadata
    assert metadata.outlet == "The Port Gazette"
    assert metadata.published is not None
    assert metadata.published.iso() == "2019-03-07"
    assert metadata.url == "https://www.portgazette.example/world/harbour-plan"
    assert (metadata.origin, metadata.byline) == ("AP", "Ilona Brack")
    assert metadata.title == "Sylvania turns down Freedonia’s harbour plan"


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">{}</p>',
        '<p style="font-size: 0; color: #fff">{}</p>',
        "<p hidden>{}</p>",
        "<!-- {} -->",
        '<p aria-hidden=true style="position:absolute; left:-9999px">{}</p>',
        "<style>.q{{display:none}}</style><p class=q>{}</p>",
        "<div style='visibility:hidden'><b><p>{}</div>",
        "<template><p>{}</p></template>",
        "<noscript>{}</noscript>",
        "<svg><text>{}</text></svg>",
    ],
)
def test_hidden_text_is_never_read(hidden: str) -> None:
    secret = "Lind said that Sylvania took the whole plan"
    assert secret not in document(page(PARAGRAPHS + hidden.format(secret))).text


def test_hidden_text_is_warned_of() -> None:
    assert codes(page(PARAGRAPHS + "<p hidden>three hidden words</p>")) == ["hidden-text"]
    assert codes(page(PARAGRAPHS)) == []


def test_what_is_shown_after_something_hidden_is_read() -> None:
    text = document(
        page(f"<p style='display:none'>gone<p>Shown by itself, as it should be.</p>{PARAGRAPHS}</b></i>")
    ).text
    assert "gone" not in text
    assert "Shown by itself" in text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<table><tr><td>" * 1500 + "deep" + "</td></tr></table>" * 1500, "deep-nesting"),
        ("<div>" * 20_000 + "deep", "deep-nesting"),
        ("<p>&#0; &#xD800; &#1114112;</p>", "control-characters"),
    ],
)
def test_broken_pages_are_read_with_a_warning(body: str, code: str) -> None:
    found = document(page(PARAGRAPHS + body))
    assert code in [p.code for p in found.problems]
    assert "We have had no letter" in found.text
    assert "\0" not in found.text


def test_tag_soup_and_huge_tables_do_no_harm() -> None:
    for body in (
        f"<b><i>{PARAGRAPHS.replace('</p>', '')}</b><table><tr><td><p>cell<td></table></i></html>after",
        f"{PARAGRAPHS}<table><tr><td colspan=9007199254740991>a<td rowspan=99999999>b</table>",
        f'{PARAGRAPHS}<img src="data:image/png;base64,{"QUJD" * 15000}">',
    ):
        found = document(page(body))
        assert "We have had no letter" in found.text
        assert "QUJD" not in found.text


def test_entities_of_a_page_s_own_are_ignored() -> None:
    raw = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>'
        + PARAGRAPHS.encode()
    )
    assert codes(raw + b"<p>&x;</p></body></html>") == ["entities-ignored"]


def test_a_page_that_breaks_off_is_warned_of() -> None:
    assert "truncated" in codes(page(PARAGRAPHS)[:-70])


def test_metadata_that_cannot_be_or_does_not_agree_is_warned_of() -> None:
    lie = linked('"datePublished":"2099-13-45","articleBody":"Lind TOOK it"')
    found = document(page(PARAGRAPHS, lie))
    assert [p.code for p in found.problems] == ["metadata-conflict"]
    assert found.metadata.published is None
    assert "TOOK" not in found.text
    two = "<meta name=date content=2020-01-02>" + linked('"datePublished":"2021-03-04"')
    assert codes(page(PARAGRAPHS, two)) == ["metadata-conflict"]


def test_addresses_inside_a_network_are_not_kept() -> None:
    for url in (
        "file:///etc/hostname",
        "javascript:alert(1)",
        "http://127.0.0.1:9/",
        "http://169.254.169.254/",
        "https://a:b@example.org/",
    ):
        assert document(page(PARAGRAPHS, f'<link rel=canonical href="{url}">')).metadata.url is None


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">'
    assert document(
        page(PARAGRAPHS + '<img src="http://127.0.0.1:9/t.gif"><iframe src="http://127.0.0.1:9/">', head)
    ).text


def test_a_page_that_lies_about_its_encoding_is_read() -> None:
    raw = page(f"<p>{RUSSIAN}</p>").decode().encode("cp1251")
    assert "declared-encoding-wrong" in codes(raw)
    assert "соседи отвергли" in document(raw).text


def test_paragraphs_parted_by_breaks_are_paragraphs_and_a_broken_sentence_is_not() -> None:
    lines = "<div>She would wait for one more week or perhaps<br>for two, she said.<br><br>Then she left.</div>"
    found = document(page(PARAGRAPHS + lines))
    assert "perhaps for two, she said.\nThen she left." in found.text


def test_a_page_without_text_is_a_problem() -> None:
    for body, code in (
        ("<script>var a='Lind said no'</script><noscript>Enable JavaScript</noscript>", "no-text"),
        ("", "no-text"),
    ):
        found = read_html(page(body), "a.html")
        assert isinstance(found, Problem)
        assert found.code == code
