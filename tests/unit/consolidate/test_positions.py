from __future__ import annotations

from rejoinder.consolidate import consolidate
from tests.unit.consolidate.samples import line, report

TEXT = "Norland demanded a fishing quota. Norland gave up the fishing quota. A fishing quota might be taken up."


def test_a_stand_is_kept_with_its_day_and_move() -> None:
    account = consolidate(
        [
            report(
                "a",
                TEXT,
                line("demand", "Norland", "Sudmark", "Norland demanded a fishing quota", on="2031-05-01"),
                line("withdraw", "Norland", "Sudmark", "Norland gave up the fishing quota", on="2031-05-04"),
                line("accept", "Sudmark", "Norland", "A fishing quota might be taken up", modality="hypothetical"),
            )
        ]
    )
    names = {party.id: party.name for party in account.parties}
    rows = [(names[row.party], row.stance, row.when.iso() if row.when else None, row.move) for row in account.positions]
    assert rows == [
        ("Norland", "demands", "2031-05-01", "a/m0"),
        ("Norland", "withdraws", "2031-05-04", "a/m1"),
    ]
