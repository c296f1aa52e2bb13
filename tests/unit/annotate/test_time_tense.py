import pytest

from rejoinder.annotate.time_tense import reported_then, tense
from rejoinder.types.span import Span


def placed(text: str) -> tuple[str, Span]:
    at = text.index("[")
    plain = text.replace("[", "").replace("]", "").lower()
    return plain, Span(start=at, end=text.index("]") - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("norland sent its answer on [monday]", "past"),
        ("norland will send its answer on [monday]", "future"),
        ("on [monday] norland sent its answer", "past"),
        ("on [monday] norland is to answer", "future"),
        ("the answer was given, but on [monday] it will be read out", "future"),
        ("a vote had been scheduled to open [monday]", "past"),
        ("rules to be published on [monday]", "future"),
        ("ahead of [monday]'s talks they quarrelled", "future"),
        ("an answer [monday]", None),
        ("they did not meet [monday]", "past"),
        ("they would have met [monday]", "past"),
    ],
)
def test_tense(text: str, expected: str | None) -> None:
    plain, span = placed(text)
    assert tense(plain, Span(start=0, end=len(plain)), span) == expected


def test_other_sentences_do_not_count() -> None:
    plain = "they will come. the answer monday was long."
    span = Span(start=plain.index("monday"), end=plain.index("monday") + 6)
    assert tense(plain, Span(start=16, end=len(plain)), span) == "past"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("he said on [monday] that", True), ("aides told reporters [monday]", True), ("he left on [monday]", False)],
)
def test_day_of_speaking(text: str, expected: bool) -> None:
    plain, span = placed(text)
    assert reported_then(plain, span) is expected
