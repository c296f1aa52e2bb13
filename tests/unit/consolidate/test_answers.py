from __future__ import annotations

import pytest

from rejoinder.consolidate import consolidate
from rejoinder.consolidate.answers import Link, link
from rejoinder.consolidate.weights import Answering
from rejoinder.types.likeness import Likeness
from tests.unit.consolidate.samples import Compared, Line, acts, line, report, tellings

OFFER = "Norland offered to share the water of the Orve dam"
DEMAND = "Norland demanded an apology for the ferry"


def _links(text: str, *lines: Line) -> list[tuple[str, str, str]]:
    """Each link as (words of the answer, words of what it answers, rule)."""
    told, _, rare = tellings(report("a", text, *lines))
    return [_short(made) for made in link(acts(told), rare, Answering())]


def _short(made: Link) -> tuple[str, str, str]:
    return made.answer.tellings[0].words, made.to.tellings[0].words, made.rule


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("reject", "Sudmark turned the offer down"),
        ("accept", "Sudmark took the offer up"),
        ("acknowledge", "Sudmark said that it was studying the offer"),
        ("ignore", "Sudmark left the offer unanswered"),
        ("reply", "Sudmark answered the offer in writing"),
    ],
)
def test_an_answer_is_linked_to_the_offer_it_names(kind: str, words: str) -> None:
    text = f"{DEMAND} in April. Talks took place in Estmark. {OFFER}. {words}."
    offer, demand = line("offer", "Norland", "Sudmark", OFFER), line("demand", "Norland", "Sudmark", DEMAND)
    assert _links(text, demand, offer, line(kind, "Sudmark", "Norland", words))[0][:2] == (words, OFFER)


def test_the_matter_decides_between_two_offers() -> None:
    words = "Sudmark refused any apology for the ferry"
    text = f"{OFFER}. {DEMAND}. It was a cold day on the river. {words}."
    offer, demand = line("offer", "Norland", "Sudmark", OFFER), line("demand", "Norland", "Sudmark", DEMAND)
    assert _links(text, offer, demand, line("reject", "Sudmark", "Norland", words)) == [(words, DEMAND, "next")]


def test_nobody_answers_himself_and_no_one_answers_for_others() -> None:
    text = f"{OFFER}. Norland refused the offer. Estmark refused to comment."
    offer = line("offer", "Norland", "Sudmark", OFFER)
    assert not _links(text, offer, line("reject", "Norland", "Sudmark", "Norland refused the offer"))
    assert not _links(text, offer, line("reject", "Estmark", "Westmark", "Estmark refused to comment"))


def test_what_came_later_is_not_answered() -> None:
    words = "Sudmark refused the offer"
    text = f"{OFFER}. {words}."
    late = line("offer", "Norland", "Sudmark", OFFER, on="2031-05-09")
    assert not _links(text, late, line("reject", "Sudmark", "Norland", words, on="2031-05-01"))
    assert _links(text, late, line("reject", "Sudmark", "Norland", words, on="2031-05-09"))


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        ("hypothetical", "Sudmark might refuse the offer"),
        ("conditional", "Sudmark might refuse the offer"),
        ("denied", "Sudmark has not refused the offer"),
    ],
)
def test_a_feared_or_denied_no_is_no_answer(modality: str, words: str) -> None:
    offer = line("offer", "Norland", "Sudmark", OFFER)
    assert not _links(f"{OFFER}. {words}.", offer, line("reject", "Sudmark", "Norland", words, modality=modality))


def test_a_refusal_read_as_denied_for_its_not_is_a_refusal() -> None:
    words = "Sudmark would not take up the offer"
    offer = line("offer", "Norland", "Sudmark", OFFER)
    no = line("reject", "Sudmark", "Norland", words, modality="denied")
    assert _links(f"{OFFER}. {words}.", offer, no) == [(words, OFFER, "next")]


def test_that_there_never_was_an_offer_answers_none() -> None:
    words = "There was no offer to share the water"
    offer = line("offer", "Norland", "Sudmark", OFFER)
    assert not _links(f"{OFFER}. {words}.", offer, line("reject", "Sudmark", "Norland", words))


def test_what_is_still_to_be_done_may_be_refused() -> None:
    planned = "Norland will suspend the ferry over the Orve from May"
    words = "Sudmark refused that the ferry over the Orve be suspended"
    suspension = line("suspend", "Norland", "Sudmark", planned, modality="planned")
    assert _links(f"{planned}. {words}.", suspension, line("reject", "Sudmark", "Norland", words))
    done = line("suspend", "Norland", "Sudmark", planned)
    assert not _links(f"{planned}. {words}.", done, line("reject", "Sudmark", "Norland", words))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("reply", "Sudmark has not replied to the offer"),
        ("acknowledge", "Sudmark has not confirmed that the offer came"),
    ],
)
def test_no_reply_so_far_and_no_word_of_receipt_are_linked(kind: str, words: str) -> None:
    offer = line("offer", "Norland", "Sudmark", OFFER)
    made = _links(f"{OFFER}. {words}.", offer, line(kind, "Sudmark", "Norland", words, modality="denied"))
    assert made == [(words, OFFER, "next")]


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("rejected the offer", OFFER),
        ("rejected Norland's latest proposals", OFFER),
        ("rejected the call", DEMAND),
        ("would not hear of it", DEMAND),
    ],
)
def test_who_names_an_offer_does_not_answer_the_demand_that_stands_nearer(words: str, to: str) -> None:
    said = f"Before a crowd of dockers in Estmark the minister Halvard Brandt of Sudmark, wearing a red scarf, {words}"
    offer, demand = line("offer", "Norland", "", OFFER), line("demand", "Norland", "Sudmark", DEMAND)
    links = _links(f"{OFFER}. {DEMAND}. {said}.", offer, demand, line("reject", "Sudmark", "Norland", words))
    assert [row[:2] for row in links] == [(words, to)]


def test_an_offer_in_the_breath_of_a_refusal_counters() -> None:
    refusal, counter = "Sudmark refused the offer", "offered a sale of power"
    text = f"{OFFER}. {refusal} and {counter}."
    made = _links(
        text,
        line("offer", "Norland", "Sudmark", OFFER),
        line("reject", "Sudmark", "Norland", refusal),
        line("offer", "Sudmark", "Norland", counter),
    )
    assert (counter, OFFER, "beside-reject") in made


def test_the_next_numbered_draft_answers_the_one_before() -> None:
    one, two = "Norland handed over a third draft of the dam treaty", "Sudmark sent a fourth draft of the dam treaty"
    made = _links(
        f"{one}. {two}.",
        line("deliver", "Norland", "Sudmark", one, on="2031-05-02"),
        line("deliver", "Sudmark", "Norland", two, on="2031-05-06"),
    )
    assert made == [(two, one, "next-paper")]


def test_two_papers_do_not_answer_each_other() -> None:
    one, two = "Norland sent a letter on the dam", "Sudmark sent a letter on the dam"
    made = _links(
        f"{one}. {two}.", line("deliver", "Norland", "Sudmark", one), line("deliver", "Sudmark", "Norland", two)
    )
    assert len(made) <= 1


def test_unknown_recipients_leave_the_link_possible() -> None:
    words = "Sudmark turned the offer down"
    made = _links(f"{OFFER}. {words}.", line("offer", "Norland", "", OFFER), line("reject", "Sudmark", "", words))
    assert made == [(words, OFFER, "next")]


def test_what_the_reader_takes_for_the_answer_is_one_though_far_off() -> None:
    other = "Norland called for a new ferry"
    filler = "It rained for three days, and the market in the old town was closed. " * 5
    text = f"{OFFER}. {filler}{other}. {filler}Sudmark refused."
    offer, call = line("offer", "Norland", "Sudmark", OFFER), line("request", "Norland", "Sudmark", other)
    no = line("reject", "Sudmark", "Norland", "Sudmark refused", answers="a/m0")
    told, _, rare = tellings(report("a", text, offer, call, no))
    answered = [[x.to.tellings[0].words for x in link(acts(told), rare, Answering(read=w))] for w in (0.0, 6.0)]
    assert answered[1] == [OFFER] != answered[0]


def test_what_the_model_takes_for_no_answer_is_none_unless_it_was_read_as_one() -> None:
    refusal = "Sudmark refused the offer"
    told = report(
        "a",
        f"{OFFER}. {refusal}.",
        line("offer", "Norland", "Sudmark", OFFER),
        line("reject", "Sudmark", "Norland", refusal),
    )

    def answers(likely: float) -> int:
        return len(consolidate([told], compare=Compared(Likeness(answers=likely))).answers)

    assert [answers(0.05), answers(0.3)] == [0, 1]


@pytest.mark.parametrize(("to_whom", "likely", "made"), [("", 0.2, 0), ("", 0.4, 1), ("Norland", 0.2, 1)])
def test_nearness_is_not_enough_against_the_model_where_the_two_are_not_put_to_each_other(
    to_whom: str, likely: float, made: int
) -> None:
    refusal = "Sudmark refused the offer"
    no = line("reject", "Sudmark", to_whom, refusal)
    told = report("a", f"{OFFER}. {refusal}.", line("offer", "Norland", "Sudmark", OFFER), no)
    assert len(consolidate([told], compare=Compared(Likeness(answers=likely))).answers) == made


def test_what_only_stands_beside_a_refusal_counters_where_the_model_does_not_doubt_it() -> None:
    refusal, counter = "Sudmark refused the offer", "offered a sale of power"
    told = report(
        "a",
        f"{OFFER}. {refusal} and {counter}.",
        line("offer", "Norland", "Sudmark", OFFER),
        line("reject", "Sudmark", "Norland", refusal),
        line("offer", "Sudmark", "Norland", counter),
    )

    def said(likely: float) -> set[str]:
        return {a.disposition for a in consolidate([told], compare=Compared(Likeness(answers=likely))).answers}

    assert said(0.3) == {"reject"}
    assert "counter" in said(0.6)


@pytest.mark.parametrize(("modality", "says"), [("actual", "accept"), ("reported", "accept")])
def test_what_the_model_surely_takes_for_an_answer_is_one_whatever_its_kind(modality: str, says: str) -> None:
    backing = "Sudmark backs the sharing of the water"
    told = report(
        "a",
        f"{OFFER}. {backing}.",
        line("offer", "Norland", "Sudmark", OFFER),
        line("support", "Sudmark", "Norland", backing, modality=modality),
    )

    def made(likely: float) -> list[tuple[str, str]]:
        account = consolidate([told], compare=Compared(Likeness(answers=likely)))
        return [(a.disposition, a.rule) for a in account.answers]

    assert made(0.7) == []
    assert made(0.9) == [(says, "read-as-answer")]
