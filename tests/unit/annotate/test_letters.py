"""Whose letter it is."""

import pytest

from tests.unit.annotate.fake_tagger import Meant, article, reading_of, who

WE = (Meant(words="we", name="Council"),)


@pytest.mark.parametrize("greeting", ["Dear members,", "Dear friends and colleagues,", "Brothers and sisters,"])
def test_the_body_above_the_greeting_writes(greeting: str) -> None:
    document = article("Harbour Guild\nBulletin", greeting, "On Tuesday we sent the Council a proposal.")
    annotation = reading_of(document, organisations=("Harbour Guild", "Council"), meant=WE)
    assert who(document, annotation, "we") == ["Harbour Guild"]


def test_without_a_greeting_it_is_no_letter() -> None:
    document = article("Harbour Guild\nBulletin", "On Tuesday we sent the Council a proposal.")
    annotation = reading_of(document, organisations=("Harbour Guild", "Council"), meant=WE)
    assert "reference.letter" not in {m.rule for m in annotation.mentions}


def test_who_is_quoted_in_a_letter_says_we_of_others() -> None:
    document = article("Harbour Guild", "Dear members,", "The Council said: “In May we made an offer.”")
    annotation = reading_of(document, organisations=("Harbour Guild", "Council"), meant=WE)
    assert "reference.letter" not in {m.rule for m in annotation.mentions}
