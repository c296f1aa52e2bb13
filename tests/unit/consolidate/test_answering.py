from __future__ import annotations

from dataclasses import replace

from rejoinder.consolidate.answering import Draft, draft_of, may_answer, with_reading
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.weights import Answering
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, acts, line, report, tellings

OFFER, YES = "Norland offered Sudmark a hotline", "Sudmark accepted the hotline"
WEIGH = Answering()


def both() -> tuple[Act, Act, Rarity]:
    told, _book, rare = tellings(
        report(
            "a",
            f"{OFFER}. {YES}.",
            line("offer", "Norland", "Sudmark", OFFER),
            line("accept", "Sudmark", "Norland", YES),
        )
    )
    offer, answer = acts(told, [0], [1])
    return answer, offer, rare


def test_a_yes_right_behind_an_offer_may_be_its_answer() -> None:
    answer, offer, rare = both()
    draft = draft_of(answer, offer, rare, WEIGH)
    assert draft.rule in ("same-sentence", "next")
    assert draft.score > WEIGH.least
    assert may_answer(draft, WEIGH)


def test_what_the_model_makes_of_two_acts_counts_from_a_middling_likelihood_on() -> None:
    answer, offer, rare = both()
    draft = draft_of(answer, offer, rare, WEIGH)
    scores = [
        with_reading(draft, answer, offer, replace(rare, compare=Compared(Likeness(answers=likely))), WEIGH)
        for likely in (0.0, WEIGH.likely_from, 1.0)
    ]
    assert scores[0] < scores[1] < scores[2]
    assert scores[1] == draft.score


def test_where_nothing_can_make_it_an_answer_the_model_is_not_asked() -> None:
    answer, offer, rare = both()
    asked = Compared(Likeness(answers=1.0))
    hopeless = Draft("topic", -20.0, read=False)
    assert not may_answer(hopeless, WEIGH)
    assert with_reading(hopeless, answer, offer, replace(rare, compare=asked), WEIGH) == hopeless.score
    assert asked.asked == []


def test_what_the_reader_has_linked_counts_more() -> None:
    answer, offer, rare = both()
    draft = draft_of(answer, offer, rare, WEIGH)
    linked = replace(draft, read=True)
    assert (
        with_reading(linked, answer, offer, rare, WEIGH) == with_reading(draft, answer, offer, rare, WEIGH) + WEIGH.read
    )
