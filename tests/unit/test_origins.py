from __future__ import annotations

import pytest

from rejoinder.types.origins import Origin, agency_of, origin_of


@pytest.mark.parametrize("name", ["AP", "outlet of an agency", "The agency Herald", "documents"])
def test_an_origin_is_what_its_key_says(name: str) -> None:
    made = [Origin("agency", name), Origin("outlet", name), Origin("document", name)]
    assert [origin_of(one.key) for one in made] == made
    assert len({one.key for one in made}) == len(made)
    assert [agency_of(one.key) for one in made] == [name, None, None]


@pytest.mark.parametrize("key", ["AP", "agency ", "wire AP", ""])
def test_a_key_of_another_form_stands_for_a_document(key: str) -> None:
    assert origin_of(key) == Origin("document", key)
    assert agency_of(key) is None
