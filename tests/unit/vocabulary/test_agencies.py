import pytest

from rejoinder.vocabulary.agencies import agency_forms, find_agency, is_agency


def test_every_form_names_one_agency() -> None:
    assert len(set(agency_forms().values())) >= 60


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("AFP contributed reporting", "AFP"),
        ("as the Associated Press reported", "AP"),
        ("(PORTWIRE- Trend News Agency)", "Trend"),
        ("told the Associated Press of Pakistan", "APP"),
        ("a trend towards ap and afp", None),
        ("Petrarch", None),
    ],
)
def test_agencies_are_found_as_written_the_longest_first(words: str, agency: str | None) -> None:
    assert find_agency(words) == agency


def test_a_name_by_itself() -> None:
    assert is_agency("the Anadolu Agency") == "Anadolu"
    assert is_agency("Anadolu said") is None
