"""What must hold of ingest whatever bytes it is given."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.ingest.html import read_html
from rejoinder.ingest.markdown import read_markdown
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document, Problem

WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)
PLAIN = st.text(alphabet=" \r\n\t-•.,:;!?\"“”'’abcdefgXYZ0159()/", max_size=600)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<b>",
        "<!--",
        "-->",
        "<br>",
        "&amp;",
        "&#0;",
        "<a href='",
        "<script>",
        "</script>",
        "<td>",
        "Lind said no. ",
    ]
)


def sound(found: Document | Problem) -> None:
    if isinstance(found, Problem):
        assert found.severity == "rejected"
        return
    assert "\0" not in found.text + found.raw
    found.text.encode()
    at = 0
    for zone in found.zones:
        assert zone.span.start >= at
        assert not found.text[at : zone.span.start].strip()
        at = zone.span.end
        raw = found.offsets.raw_span(zone.span)
        assert raw.end <= len(found.raw)
    places = [found.offsets.raw(i) for i in range(len(found.text))]
    assert places == sorted(places)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), WORDS.map(str.encode)))
def test_no_bytes_break_a_reader(raw: bytes) -> None:
    for reader in (read_text, read_markdown, read_html):
        sound(reader(raw, "x"))


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_clean_text_keeps_its_length_and_its_words(text: str) -> None:
    found = read_text(text.encode(), "x")
    sound(found)
    if isinstance(found, Document):
        assert len(found.text) == len(found.raw)
        assert found.text.split() == found.raw.split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TAGS, PLAIN), max_size=30))
def test_no_markup_breaks_the_reader_of_pages(parts: list[str]) -> None:
    sound(read_html("".join(parts).encode(), "x"))
