from __future__ import annotations

import math
from dataclasses import replace

from rejoinder.consolidate.likeness import days_contradict, jaccard, same_act
from rejoinder.consolidate.weights import SameAct
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, Line, line, report, tellings

DAM = "Norland proposed a joint authority for the Orve dam"
WEIGH = SameAct()


def _score(first: Line, second: Line, *, text: str, other: str | None = None) -> float:
    """The score of two moves of one text, or of one move each of two texts a day apart."""
    filler = line("meet", "Estmark+Westmark", "", "Estmark met Westmark")
    if other is None:
        told, _, rare = tellings(report("a", text + " Estmark met Westmark.", first, second, filler))
    else:
        told, _, rare = tellings(
            report("a", text, first),
            report("b", other + " Estmark met Westmark.", second, filler, published="2031-05-11"),
        )
    return same_act(told[0], told[1], rare, WEIGH)


def test_two_outlets_on_one_proposal_tell_one_act() -> None:
    one = line("propose", "Norland", "Sudmark", DAM)
    two = line("propose", "Norland", "Sudmark", "Norland's proposal of a joint authority for the dam on the Orve")
    assert _score(one, two, text=f"{DAM}.", other=f"Ministers discuss {two.words}.") > 0


def test_other_actors_and_other_kinds_never_do() -> None:
    one = line("propose", "Norland", "Sudmark", DAM)
    assert (
        _score(one, line("propose", "Estmark", "Sudmark", "Estmark proposed"), text=f"{DAM}. Estmark proposed.")
        == -math.inf
    )
    assert (
        _score(one, line("attack", "Norland", "Sudmark", "Norland fired"), text=f"{DAM}. Norland fired.") == -math.inf
    )


def test_days_far_apart_tell_against_it() -> None:
    def at(day: str) -> Line:
        return line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on=day)

    near = _score(at("2031-05-01"), at("2031-05-01"), text="Norland met Sudmark.", other="Norland met Sudmark.")
    far = _score(at("2031-05-01"), at("2031-05-09"), text="Norland met Sudmark.", other="Norland met Sudmark.")
    assert near > far


def test_outlets_may_differ_by_two_days() -> None:
    text = "Norland met Sudmark."
    told, _, _ = tellings(
        *(
            report(name, text, line("meet", "Norland+Sudmark", "", "Norland met Sudmark", on=f"2031-05-0{at}"))
            for name, at in (("a", 1), ("b", 3), ("c", 4))
        )
    )
    assert not days_contradict(told[0], told[1])
    assert days_contradict(told[0], told[2])


def test_what_was_told_as_done_long_before_a_day_is_not_of_that_day() -> None:
    words = "Norland offered a truce"
    told, _, _ = tellings(
        report("a", f"{words}.", line("offer", "Norland", "Sudmark", words), published="2031-05-01"),
        report("b", f"{words}.", line("offer", "Norland", "Sudmark", words, on="2031-05-02"), published="2031-05-20"),
        report("c", f"{words}.", line("offer", "Norland", "Sudmark", words, on="2031-05-19"), published="2031-05-20"),
        report(
            "d", f"{words}.", line("offer", "Norland", "Sudmark", words, modality="planned"), published="2031-05-01"
        ),
    )
    by = {one.document_id: one for one in told}
    assert [days_contradict(by["a"], by[other]) for other in "bcd"] == [False, True, False]
    assert [days_contradict(by["c"], by[other]) for other in "abd"] == [True, True, False]


def test_numbered_drafts_are_kept_apart() -> None:
    def draft(number: str) -> Line:
        return line("deliver", "Norland", "Sudmark", f"Norland handed over its {number} draft on the dam")

    same = _score(draft("third"), draft("3rd"), text=f"{draft('third').words}.", other=f"{draft('3rd').words}.")
    other = _score(draft("third"), draft("fourth"), text=f"{draft('third').words}.", other=f"{draft('fourth').words}.")
    assert same > 0 > other


def test_a_denial_right_after_the_report_is_of_the_same_act() -> None:
    text = "Norland has promised money, an aide said. No money was promised, Norland said."
    told = line("offer", "Norland", "Sudmark", "Norland has promised money", modality="reported", holder="an aide")
    denied = line("offer", "Norland", "Sudmark", "No money was promised", modality="denied", holder="Anna Berg")
    assert _score(told, denied, text=text) > 0


def test_jaccard() -> None:
    assert jaccard(frozenset("ab"), frozenset("bc")) == 1 / 3
    assert jaccard(frozenset(), frozenset()) == 0


def test_copies_whose_actor_nobody_knows_come_together() -> None:
    words = "A plan for a joint authority over the Orve dam was handed over"
    assert (
        _score(
            line("deliver", "", "Sudmark", words),
            line("deliver", "", "Sudmark", words),
            text=f"{words}.",
            other=f"{words}.",
        )
        > 0
    )
    other = "Wine was sent"
    far = _score(line("deliver", "", "", words), line("deliver", "", "", other), text=f"{words}.", other=f"{other}.")
    assert far < 0


def test_a_model_that_has_read_both_has_a_say_where_it_can_matter() -> None:
    one = line("propose", "Norland", "Sudmark", DAM)
    told, _, rare = tellings(report("a", f"{DAM}.", one), report("b", f"{DAM}.", one, published="2031-05-11"))

    def with_model(same: float) -> float:
        compared = replace(rare, compare=Compared(Likeness(same=same)))
        return same_act(told[0], told[1], compared, WEIGH)

    plain = same_act(told[0], told[1], rare, WEIGH)
    assert with_model(1.0) > plain > with_model(0.0)
    assert with_model(WEIGH.likely_from) == plain


def test_a_demand_stands_on_whatever_day_it_is_told() -> None:
    words = "Norland demands a joint authority for the Orve dam"

    def at(day: str, kind: str) -> Line:
        return line(kind, "Norland", "Sudmark", words, on=day)

    def apart(kind: str) -> float:
        near = _score(at("2031-05-01", kind), at("2031-05-01", kind), text=f"{words}.", other=f"{words}.")
        return near - _score(at("2031-05-01", kind), at("2031-05-09", kind), text=f"{words}.", other=f"{words}.")

    assert apart("demand") == WEIGH.same_day
    assert apart("propose") == WEIGH.same_day - WEIGH.days_apart
