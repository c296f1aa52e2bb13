from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.models.windows import marks, windows
from rejoinder.types.span import Span
from tests.unit.models.tokenizing import tokenizer

TOKENIZER = tokenizer()
MARK = marks(TOKENIZER)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=5), st.integers(4, 40))
def test_every_piece_is_in_one_window(paragraphs: list[str], limit: int) -> None:
    text, spans = "", []
    for words in paragraphs:
        spans.append(Span(start=len(text), end=len(text) + len(words)))
        text += words + "\n"
    cut = windows(TOKENIZER, text, spans, MARK, limit)
    pieces = []
    for span in spans:
        encoding = TOKENIZER.encode(span.of(text), add_special_tokens=False)
        pieces += [
            (i, span.start + a, span.start + b) for i, (a, b) in zip(encoding.ids, encoding.offsets, strict=True)
        ]
    found = [(i, a, b) for w in cut for i, (a, b) in zip(w.ids, w.places, strict=True) if b > a]
    assert found == [p for p in pieces if p[2] > p[1]]
    assert all(w.ids[0] == MARK.first and w.ids[-1] == MARK.last and len(w.ids) <= limit for w in cut)
