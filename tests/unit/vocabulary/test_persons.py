import pytest

from rejoinder.vocabulary.parties import gazetteer
from rejoinder.vocabulary.persons import office_holder, office_holders


@pytest.mark.parametrize(
    ("name", "year", "party"),
    [
        ("Recep Tayyip Erdoğan", 2023, "Turkey"),
        ("Erdogan", 2023, "Turkey"),
        ("António Guterres", 2022, "United Nations"),
        ("Guterres", 1950, None),
        ("Jens Stoltenberg", 2022, "NATO"),
        ("Jens Stoltenberg", 2010, "Norway"),
        ("Nelson Mandela", 1995, None),
        ("Guterres", None, None),
        ("Mikhail Gorbachev", None, "Soviet Union"),
        ("Marta Ollero", 2020, None),
    ],
)
def test_for_whom_somebody_spoke(name: str, year: int | None, party: str | None) -> None:
    found = office_holder(name, year)
    assert (found.of if found else None) == party


def test_every_party_is_one_of_the_gazetteer() -> None:
    parties = {row.of for rows in office_holders().values() for row in rows}
    assert len(parties) >= 300
    assert {p for p in parties if p not in {entry.name for entry in gazetteer().lookup(p)}} == set()
