import datetime as dt

import pytest

from rejoinder.annotate.times import time_expressions
from rejoinder.types.span import Span
from rejoinder.types.time import day


def phrases(text: str) -> list[str]:
    return [e.span.of(text) for e in time_expressions(text, [Span(start=0, end=len(text))], day(dt.date(2021, 12, 17)))]


@pytest.mark.parametrize(
    "text",
    [
        "See https://news.example/20211217/talks-2021-12-17.html for more.",
        "See news.example.org/2024/05/03/talks and www.example.net/friday here.",
        "Write to friday@example.org at the desk.",
        "Call +47 2021 1990 or 555-1990.",
        "Norland won 3-2 and then 21-14.",
        "Use version 2.0.21 or v2021.12.17.",
        "Theresa May spoke to the house.",
        "They may leave, and may May come.",
        "The army may march on the capital.",
        "The Sunday Times and the Daily Mail report it.",
        "Crowds filled the shops on Black Friday.",
        "Norland's Russia Today channel aired it.",
        "Under Resolution 1973 and resolutions 1929 and 1747 it is barred.",
        "Some 2000 troops and 1990 soldiers crossed; 1,990 men stayed; it cost $1990.",
        "A five-year-old boy and a man 44 years old were held.",
        "Three quarters of the members agreed, two-thirds of them at once.",
        "He came in second, after a second vote.",
        "The October Revolution is recalled.",
        "Call again as soon as you can.",
        "The fall of the town, a spring of water.",
        "Sat and sun they had; the dec was mar.",
    ],
)
def test_no_time(text: str) -> None:
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, Theresa May resigned.", ["May"]),
        ("The March accord was kept, and in March they met.", ["March", "March"]),
        ("On May 3 they may meet.", ["May 3"]),
        ("In 2000 troops left the valley.", []),
        ("In 2000 the troops left.", ["2000"]),
        ("The 1996 accord and the 1992 elections.", ["1996", "1992"]),
        ("On Sunday The Times wrote of it.", ["Sunday"]),
        ("Today they met.", ["Today"]),
        ("It fell in autumn and by spring.", ["autumn", "spring"]),
        ("Talks at 16:30 failed 16:30.", ["16:30"]),
    ],
)
def test_time_beside_what_is_none(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected
