import pytest

from rejoinder.models.windows import LOWER, TITLE, UPPER, Window, letter_case, marks, windows
from rejoinder.types.span import Span
from tests.unit.models.tokenizing import tokenizer

TOKENIZER = tokenizer()
MARK = marks(TOKENIZER)


def cut(*paragraphs: str, limit: int = 200) -> tuple[str, list[Window]]:
    text, spans = "", []
    for words in paragraphs:
        text += "\n" if text else ""
        spans.append(Span(start=len(text), end=len(text) + len(words)))
        text += words
    return text, windows(TOKENIZER, text, spans, MARK, limit)


def words(text: str, window: Window) -> list[str]:
    return [text[a:b] for a, b in window.places if b > a]


def test_a_short_text_is_one_window() -> None:
    text, found = cut("Peru said the pact ended.", "Norway waits.")
    (window,) = found
    assert words(text, window) == ["Peru", "said", "the", "pact", "ended", ".", "Norway", "waits", "."]
    assert window.ids[0] == MARK.first
    assert [i for i, piece in enumerate(window.ids) if piece == MARK.last] == [7, 11]
    assert len(window.ids) == len(window.cases) == len(window.places) == len(window.continues)


def test_marks_have_empty_places() -> None:
    _, (window,) = cut("Peru waits.")
    assert [p for p, i in zip(window.places, window.ids, strict=True) if i in (MARK.first, MARK.last)] == [(0, 0)] * 2


def test_another_set_of_conventions_has_its_own_first_mark() -> None:
    other = marks(TOKENIZER, "[OTHER]")
    assert (other.first, other.last) == (TOKENIZER.token_to_id("[OTHER]"), MARK.last)


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("peru", LOWER),
        ("Peru", TITLE),
        ("PERU", UPPER),
        ("A", TITLE),
        ("iPad", LOWER),
        ("", LOWER),
        ("12", LOWER),
        ("NATOs", TITLE),
    ],
)
def test_letter_case(word: str, case: int) -> None:
    assert letter_case(word) == case


def test_every_piece_of_a_word_has_the_words_case() -> None:
    _, (window,) = cut("PQR waits Xyz")
    assert window.cases[1:-1] == (UPPER,) * 3 + (LOWER,) + (TITLE,) * 3
    assert window.continues[1:-1] == (False, True, True, False, False, True, True)


def test_full_windows_are_closed_at_a_paragraph() -> None:
    text, found = cut("Peru said the pact ended.", "Norway said the offer ended.", limit=12)
    assert [words(text, w)[0] for w in found] == ["Peru", "Norway"]
    assert all(len(w.ids) <= 12 for w in found)


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text, found = cut("Peru waits. Norway waits. Peru said the pact ended.", limit=10)
    assert [words(text, w)[-1] for w in found] == ["."] * len(found)
    assert len(found) > 1


def test_a_long_sentence_is_cut_between_words() -> None:
    text, found = cut("abcde fghij klmno pqrst uvwxy", limit=10)
    assert not any(w.continues[1] for w in found)
    assert [w for window in found for w in words(text, window)] == list(text.replace(" ", ""))


def test_a_word_longer_than_a_window_is_cut_all_the_same() -> None:
    text, found = cut("x" * 50, limit=10)
    assert "".join(w for window in found for w in words(text, window)) == "x" * 50
    assert all(3 <= len(w.ids) <= 10 for w in found)


@pytest.mark.parametrize("paragraphs", [(), ("",), ("", "")])
def test_no_words_no_window(paragraphs: tuple[str, ...]) -> None:
    _, found = cut(*paragraphs)
    assert [words("", w) for w in found] in ([], [[]])


def test_places_are_of_the_text_not_of_the_paragraph() -> None:
    text = "skip this Peru waits"
    (window,) = windows(TOKENIZER, text, [Span(start=10, end=20)], MARK)
    assert words(text, window) == ["Peru", "waits"]


def test_letters_outside_of_the_vocabulary_keep_their_places() -> None:
    text = "Перу said “Ça suffit” 🙂 ended."
    (window,) = windows(TOKENIZER, text, [Span(start=0, end=len(text))], MARK)
    assert "".join(words(text, window)) == text.replace(" ", "")
