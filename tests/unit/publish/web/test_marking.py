"""An article in pieces: every character once, each line over its own, what is not seen named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.publish.web.pages.marking import Reading, blocks
from rejoinder.types.document import Document, Metadata, Zone
from rejoinder.types.span import Span, identity_map

_TEXT = st.text(alphabet="ab \n\u200b\u202e\U0001f54aé", max_size=60)


def _document(text: str, cut: int) -> Document:
    spans = [Span(start=0, end=cut), Span(start=cut, end=len(text))]
    kinds = ("headline", "body")
    return Document(
        id="doc-1",
        name="a.txt",
        media="text/plain",
        raw=text,
        text=text,
        zones=tuple(Zone(span=span, kind=kind) for span, kind in zip(spans, kinds, strict=True)),  # type: ignore[arg-type]
        offsets=identity_map(len(text)),
        metadata=Metadata(),
    )


@given(st.data())
def test_every_character_stands_once_under_its_lines(data: st.DataObject) -> None:
    text = data.draw(_TEXT)
    place = st.integers(0, len(text))
    document = _document(text, data.draw(place))
    readings = []
    for number in range(1, data.draw(st.integers(0, 4)) + 1):
        start, end = sorted((data.draw(place), data.draw(place)))
        span = Span(start=start, end=end)
        readings.append(Reading(id=f"m-{number}", kind="move", number=number, row={}, spans=(span,), trigger=None))
    made = blocks(document, readings)
    shown = "".join(piece.text or chr(int(piece.unseen[2:], 16)) for block in made for piece in block.pieces)
    assert "".join(shown.split()) == "".join(text.split())
    for block in made:
        for piece in block.pieces:
            assert not (piece.text and piece.unseen)
            assert {one.id for one in piece.opens} <= set(piece.lines)
    for one in readings:
        under = "".join(
            piece.text or chr(int(piece.unseen[2:], 16))
            for block in made
            for piece in block.pieces
            if one.id in piece.lines
        )
        assert "".join(under.split()) == "".join(one.spans[0].of(text).split())


def test_what_is_not_seen_is_named() -> None:
    made = blocks(_document("pay\u202e\u200bment", 0), [])
    assert [piece.unseen or piece.text for piece in made[0].pieces] == ["pay", "U+202E", "U+200B", "ment"]
