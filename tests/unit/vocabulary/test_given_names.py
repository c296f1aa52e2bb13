import pytest

from rejoinder.vocabulary.given_names import pronoun_of


@pytest.mark.parametrize(
    ("name", "role", "year", "pronoun"),
    [
        ("Richard Arbe", None, None, "he"),
        ("Marta Ollero", "foreign minister", None, "she"),
        ("Jean-Pierre Arbe", None, None, "he"),
        ("Arbe Ollero", None, None, None),
        ("Arbe Ollero", "spokeswoman", None, "she"),
        ("Arbe Ollero", "chairman", None, "he"),
        ("Dame Ollero", None, None, "she"),
        ("Ollero", None, None, None),
        ("Marta", None, None, None),
        ("Merkel", None, 2015, "she"),
        ("Merkel", None, 1950, None),
        ("", None, None, None),
    ],
)
def test_he_or_she(name: str, role: str | None, year: int | None, pronoun: str | None) -> None:
    assert pronoun_of(name, role, year) == pronoun
