import pytest

from rejoinder.annotate.quotations import quotations
from rejoinder.types.annotation import Quotation
from rejoinder.types.span import Span


def found(*paragraphs: str) -> list[tuple[str, bool]]:
    text = "\n".join(paragraphs)
    return [(q.inner.of(text), q.closed) for q in read(text)]


def read(text: str) -> tuple[Quotation, ...]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return quotations(text, spans)


@pytest.mark.parametrize(
    "text",
    [
        'The envoy said "the pact is dead" on Friday.',
        "The envoy said “the pact is dead” on Friday.",
        "The envoy said „the pact is dead“ on Friday.",
        "The envoy said «the pact is dead» on Friday.",
        "The envoy said ''the pact is dead'' on Friday.",
        "The envoy said ‘the pact is dead’ on Friday.",
        "The envoy said 'the pact is dead' on Friday.",
        'The envoy said:"the pact is dead" on Friday.',
        "Envoy: 'the pact is dead'",
        "(“the pact is dead”)",
    ],
)
def test_every_style_of_mark(text: str) -> None:
    assert found(text) == [("the pact is dead", True)]


def test_outer_has_the_marks_and_inner_has_not() -> None:
    text = "He said “enough” twice."
    (quotation,) = read(text)
    assert quotation.outer.of(text) == "“enough”"
    assert quotation.inner.of(text) == "enough"


@pytest.mark.parametrize(
    "text",
    [
        "The drivers' union and Peru's ministers' aides didn't meet.",
        "The drivers’ union and Peru’s ministers’ aides didn’t meet.",
        "Rock ’n’ roll of the ’90s",
        'A 6" pipe was laid.',
        "The talks closed” on Friday.",
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert [q for q, closed in found(text) if closed] == []


def test_apostrophes_inside_single_marks_close_nothing() -> None:
    assert found("‘We don’t agree and it’s over,’ he said.") == [("We don’t agree and it’s over,", True)]


def test_interrupted_quotation_is_two() -> None:
    assert found("“We waited,” Ruz said, “and nobody came.”") == [("We waited,", True), ("and nobody came.", True)]


def test_single_marks_inside_double_ones_stay_inside() -> None:
    assert found("“They said ‘never’ to us,” he said.") == [("They said ‘never’ to us,", True)]


def test_quotation_over_paragraphs_is_open_then_closed() -> None:
    assert found("“We waited for weeks.", "“Nobody came.” He left.") == [
        ("We waited for weeks.", False),
        ("Nobody came.", True),
    ]


def test_missing_mark_does_not_swallow_the_next_paragraph() -> None:
    assert found("He said “we waited.", "Nobody “came” at all.") == [("we waited.", False), ("came", True)]


def test_a_stray_single_mark_does_not_hide_a_double_one() -> None:
    assert found("In the '90s he said “we waited” twice.") == [("we waited", True)]


def test_nothing_between_marks_is_no_quotation() -> None:
    assert [q for q, closed in found('He said "" and left.') if closed] == []
