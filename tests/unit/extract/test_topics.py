import pytest

from rejoinder.extract.surroundings import Surroundings
from rejoinder.extract.topics import topic_words
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, reading_of


def words(text: str) -> tuple[str, ...]:
    document = article(text)
    return topic_words(text, Span(start=0, end=len(text)), Surroundings(reading_of(document)))


def test_content_words_in_small_letters_and_text_order() -> None:
    assert words("The Catch Limit and the harbour fee were raised.") == ("catch", "limit", "harbour", "fee", "raised")


def test_neither_parties_nor_days_are_a_topic() -> None:
    assert words("On Friday Peru sent Norwegian envoys a toll plan.") == ("sent", "envoys", "toll", "plan")


def test_each_word_once_without_its_possessive() -> None:
    assert words("The fee’s rise and the fee") == ("fee", "rise")


@pytest.mark.parametrize("text", ["", "...", "12 and 14", "the of and"])
def test_no_words_no_topic(text: str) -> None:
    assert words(text) == ()


def test_only_the_clause() -> None:
    text = "The toll was raised but fish were counted."
    assert topic_words(text, Span(start=0, end=19), Surroundings(reading_of(article(text)))) == ("toll", "raised")
