import pytest

from rejoinder.annotate.time_phrases import phrases
from rejoinder.annotate.time_surroundings import surroundings
from rejoinder.types.span import Span


def found(text: str) -> list[tuple[str, str]]:
    return [(p.span.of(text), p.rule) for p in phrases(surroundings(text), [Span(start=0, end=len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 4 p.m. EST, Oct. 9 here", [("4 p.m. EST, Oct. 9", "clock-day")]),
        ("on Friday, December 17, at 5 p.m. local time", [("Friday, December 17, at 5 p.m. local time", "clock-day")]),
        ("on June 3 and 4.", [("June 3", "month-day"), ("4", "month-day")]),
        ("on June 3 and 4 ships", [("June 3", "month-day")]),
        ("on Dec. 17-19, 2021", [("Dec. 17-19, 2021", "month-day")]),
        ("between May 3 and May 7", [("May 3 and May 7", "range")]),
        ("May 3 and May 7", [("May 3", "month-day"), ("May 7", "month-day")]),
        ("moved from Friday to Monday", [("Friday", "weekday"), ("Monday", "weekday")]),
        ("lasted from Friday to Monday", [("Friday to Monday", "range")]),
        ("Friday\u00a0night", [("Friday\u00a0night", "weekday")]),
        ("the last thirty-six\nhours", [("the last thirty-six\nhours", "duration")]),
    ],
)
def test_neighbours_join(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_places_do_not_join() -> None:
    text = "on Friday 17 December"
    split = [Span(start=0, end=9), Span(start=10, end=21)]
    assert [p.span.of(text) for p in phrases(surroundings(text), split)] == ["Friday", "17 December"]
