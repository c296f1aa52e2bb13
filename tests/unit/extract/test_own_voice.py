import pytest

from rejoinder.extract.own_voice import own_voice
from tests.unit.annotate.fake_tagger import article, reading_of


@pytest.mark.parametrize(
    ("outlet", "party"),
    [
        ("Guild of Ferry Pilots (bulletin)", ["Guild of Ferry Pilots"]),
        ("Government of Peru, press office", ["Peru"]),
        ("The Peru Chronicle", []),
        ("Harbour bulletin", []),
        (None, []),
    ],
)
def test_whose_paper_it_is(outlet: str | None, party: list[str]) -> None:
    document = article("The Guild of Ferry Pilots wrote to Peru.", outlet=outlet)
    annotation = reading_of(document, organisations=["Guild of Ferry Pilots"])
    assert [p.name for p in own_voice(document, annotation)] == party
