import pytest

from rejoinder.models.card import read_card, shipped_model
from rejoinder.models.deeds import DeedReader
from rejoinder.models.marked import SOURCE_MARK, TARGET_MARK, marked
from rejoinder.models.windows import LIMIT
from rejoinder.types.span import Span

TEXT = "Chile rejected the proposal of Peru."


@pytest.fixture(scope="module")
def reader() -> DeedReader:
    return DeedReader(shipped_model(), threads=1)


def spans(word: str, text: str = TEXT) -> list[Span]:
    at = text.index(word)
    return [Span(start=at, end=at + len(word))]


def test_a_refusal_is_a_refusal(reader: DeedReader) -> None:
    ranked = reader.read(TEXT, spans("Chile"), spans("Peru"))
    assert ranked[0][0] == "REJECT"
    assert {name for name, _ in ranked} == set(read_card(shipped_model()).classes)
    assert sum(score for _, score in ranked) == pytest.approx(1, abs=0.01)


def test_marks_stand_before_source_and_target(reader: DeedReader) -> None:
    tokenizer = reader.tokenizer
    sentence = marked(tokenizer, TEXT, [(0, 5)], [(31, 35)])
    tokens = [tokenizer.id_to_token(i) for i in sentence.ids]
    assert [tokens[i] for i in sentence.at[1:]] == [SOURCE_MARK, TARGET_MARK]
    assert [tokens[i + 1] for i in sentence.at[1:]] == ["chile", "peru"]


def test_a_side_that_is_missing_is_marked_at_the_end(reader: DeedReader) -> None:
    sentence = marked(reader.tokenizer, TEXT, [(0, 5)], [])
    assert sentence.at[2] == len(sentence.ids) - 2


def test_an_overlong_sentence_is_cut(reader: DeedReader) -> None:
    text = TEXT + " and so on" * 400
    assert len(marked(reader.tokenizer, text, [(0, 5)], [(len(text) - 2, len(text))]).ids) <= LIMIT
