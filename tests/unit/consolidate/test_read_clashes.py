from __future__ import annotations

from rejoinder.consolidate.rarity import rarity
from rejoinder.consolidate.read_clashes import read_clashes
from rejoinder.consolidate.weights import Opposing
from rejoinder.consolidate.workings import Workings
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, acts, line, report, tellings

OFFERED, NOT_OFFERED = "Norland offered the dockers six percent", "Norland had not offered the dockers six percent"
INVENTED = "Estmark warned of the six percent that the dockers had been offered"


def _sides(modality: str) -> list[set[str]]:
    told, _, _ = tellings(
        report("a", f"{OFFERED}.", line("offer", "Norland", "Sudmark", OFFERED)),
        report("b", f"{NOT_OFFERED}.", line("offer", "Norland", "Sudmark", NOT_OFFERED, modality=modality)),
        report("c", f"{INVENTED}.", line("warn", "Estmark", "Sudmark", INVENTED)),
    )
    rare = rarity(told, Compared(Likeness(clash=0.95)))
    (found,) = read_clashes(acts(told, (0, 1), (2,)), rare, Opposing(), Workings())
    return [{t.id for t in side} for side in (found.one, found.other)]


def test_two_acts_stand_against_each_other() -> None:
    assert _sides("actual") == [{"a/m0", "b/m0"}, {"c/m0"}]


def test_who_denies_an_act_stands_with_what_opposes_it() -> None:
    assert _sides("denied") == [{"a/m0"}, {"b/m0", "c/m0"}]
