from __future__ import annotations

from collections.abc import Sequence

from rejoinder.consolidate.answers import link
from rejoinder.consolidate.compared import Compared, read_as_answer
from rejoinder.consolidate.weights import Answering
from rejoinder.types.ports import Likeness
from tests.unit.consolidate.samples import acts, line, report, tellings

OFFER = "Norland offered to share the water of the Orve dam"
FERRY = "Norland called for a new ferry"
NO = "Sudmark shrugged"


class Sure:
    """A comparer that is sure that one trace answers another, and counts what it is asked."""

    def __init__(self, answer: str, to: str) -> None:
        self._pair, self.asked = (answer, to), 0

    def compare(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        self.asked += len(pairs)
        return tuple(Likeness(answers=1.0, clash=0.4) if p == self._pair else Likeness() for p in pairs)


def _told(answers: str | None = None):  # type: ignore[no-untyped-def]
    lines = (
        line("offer", "Norland", "Sudmark", OFFER),
        line("request", "Norland", "Sudmark", FERRY),
        line("reject", "Sudmark", "Norland", NO, answers=answers),
    )
    filler = "It rained for three days, and the market in the old town was closed. " * 5
    told, _, rare = tellings(report("a", f"{OFFER}. {filler}{FERRY}. {filler}{NO}.", *lines))
    return acts(told), rare


def test_what_the_reader_links_is_answered_though_far_off() -> None:
    made, rare = _told("a/m0")
    assert read_as_answer(made[2], made[0])
    assert not read_as_answer(made[2], made[1])
    assert [x.to.id for x in link(made, rare, Answering())] == [made[0].id]


def test_the_comparer_decides_between_two_offers() -> None:
    made, rare = _told()
    for n in (0, 1):
        found = link(made, rare, Answering(compared=9.0), Compared(Sure("a/m2", f"a/m{n}")))
        assert [x.to.id for x in found] == [made[n].id]


def test_each_pair_is_asked_once() -> None:
    made, _ = _told()
    comparer = Sure("a/m2", "a/m0")
    compared = Compared(comparer)
    first = compared.answering(made[2], made[:2])
    assert (first, comparer.asked) == ({made[0].id: 1.0, made[1].id: 0.0}, 2)
    assert compared.answering(made[2], made[:2]) == first
    assert comparer.asked == 2


def test_a_clash_counts_either_way_round() -> None:
    made, _ = _told()
    compared = Compared(Sure("a/m2", "a/m0"))
    pair = made[0].tellings[0], made[2].tellings[0]
    assert compared.clashes([pair, pair[::-1]]) == [0.2, 0.2]
    assert Compared().clashes([pair]) == [0.0]
