"""What the documents call a known party."""

from __future__ import annotations

import pytest

from rejoinder.evaluation.written_names import written_names


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("Bosnia signed. Sarajevo paid.", "Bosnia and Herzegovina", "Bosnia"),
        ("Britain wrote to the UK press; Britain waits.", "United Kingdom", "Britain"),
        ("The Turkish Cypriot side left.", "Northern Cyprus", "Turkish Cypriot"),
    ],
)
def test_a_name_that_is_never_printed_gives_way_to_the_one_that_is(text: str, name: str, written: str) -> None:
    assert written_names([text], [name]) == {name: written}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United Kingdom, or Britain.", "United Kingdom"),  # printed
        ("A French minister.", "France"),  # an adjective is no name of a member state
        ("Paris wrote.", "France"),  # nor is its capital
        ("Merrow wrote.", "Merrow"),  # not known to the vocabulary
        ("The West replied.", "the West"),  # printed, its article with a capital
    ],
)
def test_other_names_stay(text: str, name: str) -> None:
    assert written_names([text], [name]) == {}


def test_the_documents_are_counted_together() -> None:
    texts = ["Britain said no. Britain left.", "The UK said no.", "Britain, that is."]
    assert written_names(texts, ["United Kingdom"]) == {"United Kingdom": "Britain"}
