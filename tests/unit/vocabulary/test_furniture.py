import pytest

from rejoinder.vocabulary import furniture as module
from rejoinder.vocabulary.furniture import furniture


def test_every_list_holds_phrases_in_small_letters() -> None:
    assert "skip to content" in furniture().lines
    assert "related stories" in furniture().teaser_headings
    assert all(phrase == phrase.lower() for phrase in furniture().starts)


@pytest.mark.parametrize("data", [[], {"lines": []}, None])
def test_a_damaged_file_is_refused(data: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "shipped", lambda _: data)
    with pytest.raises(ValueError, match=r"furniture\.yaml"):
        furniture.__wrapped__()
