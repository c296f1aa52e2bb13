"""Several who are counted together."""

import pytest

from tests.unit.annotate.fake_tagger import article, reading_of, who


def meant(text: str, words: str) -> list[str]:
    document = article(text)
    return who(document, reading_of(document), words)


@pytest.mark.parametrize("words", ["the three", "the three countries", "all three governments"])
def test_those_who_were_named_last(words: str) -> None:
    assert set(meant(f"Norway wrote to Chile and Peru. On Friday {words} met again.", words)) == {
        "Norway",
        "Chile",
        "Peru",
    }


def test_another_number_of_parties_is_nobody() -> None:
    document = article("Norway wrote to Chile. On Friday the three met again.")
    assert "reference.counted" not in {m.rule for m in reading_of(document).mentions}


def test_a_number_of_other_things_is_nobody() -> None:
    document = article("Norway wrote to Chile and Peru. On Friday the three points were read again.")
    assert "reference.counted" not in {m.rule for m in reading_of(document).mentions}


def test_an_organisation_is_counted_where_states_alone_are_too_few() -> None:
    text = "Norway and Chile met the European Commission. On Friday the three sides met again."
    assert set(meant(text, "the three sides")) == {"Norway", "Chile", "European Commission"}
