import pytest

from rejoinder.annotate.time_words import month_number, ordinal, plain, quantity, weekday_number


def test_plain_keeps_every_place() -> None:
    text = "İstanbul, the 17th\u00a0May\u2014O\u2019Neill ẞ"
    assert len(plain(text)) == len(text)
    assert "17th may-o'neill" in plain(text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3", 3),
        ("1,200", 1200),
        ("twenty-four", 24),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("a couple of", 2),
        ("half an", 0.5),
        ("two and a half", 2.5),
        ("several", None),
        ("2 to 3", None),
    ],
)
def test_quantity(words: str, expected: float | None) -> None:
    assert quantity(words) == expected


def test_names_and_ordinals() -> None:
    assert (month_number("sept."), weekday_number("thurs."), ordinal("21st"), ordinal("twentieth")) == (9, 3, 21, 20)
